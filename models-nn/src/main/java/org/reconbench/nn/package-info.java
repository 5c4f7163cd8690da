/**
 * What the detectors built on networks share: their parameters and how they join the trainer.
 *
 * <p>{@code net} holds shapes and first weights, {@code objective} what is minimised, {@code engine} the tensor engine,
 * {@code train} the trainer. A detector extends {@link org.reconbench.nn.NetworkDetector}.
 */
@NullMarked
package org.reconbench.nn;

import org.jspecify.annotations.NullMarked;
