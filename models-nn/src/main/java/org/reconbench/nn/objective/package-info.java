/**
 * What a network minimises: an {@link org.reconbench.nn.objective.Objective} and the schedules of its weights.
 *
 * <p>A term states its formula in Java and brings TorchScript text, which becomes part of the cohort's program (see {@code
 * network.torchscript} beside {@link org.reconbench.nn.engine}): a loss for the engine to differentiate, or a term with its
 * gradient written by hand. No engine in here.
 */
@NullMarked
package org.reconbench.nn.objective;

import org.jspecify.annotations.NullMarked;
