/**
 * Trains K networks of one shape as one tensor program and reads the trained ones.
 *
 * <p>{@link org.reconbench.nn.train.CohortTrainer} is the way in. Native memory is held by the
 * {@link org.reconbench.nn.train.TrainedCohort} that it returns.
 */
@NullMarked
package org.reconbench.nn.train;

import org.jspecify.annotations.NullMarked;
