/**
 * What a network minimises: a reconstruction term, a latent term, and the schedule of the latent term's weight.
 *
 * <p>A term states its formula in Java and brings its hand-derived gradient as TorchScript text, which becomes part of the
 * cohort's program (see {@code network.torchscript} beside {@link org.reconbench.nn.engine}). No engine in here.
 */
@NullMarked
package org.reconbench.nn.objective;

import org.jspecify.annotations.NullMarked;
