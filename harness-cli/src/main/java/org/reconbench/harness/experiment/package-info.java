/**
 * The experiment: what the user asks for, as a file or a built-in text, read strictly and resolved to a
 * {@link org.reconbench.harness.experiment.Experiment}. Knows nothing of running it.
 */
@NullMarked
package org.reconbench.harness.experiment;

import org.jspecify.annotations.NullMarked;
