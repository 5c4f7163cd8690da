/**
 * The spectrum of train rows, and what it says of a variational network before it is trained: which latent units are
 * forecast to stay active at which beta. Knows rows and numbers; no detector, no files.
 */
@NullMarked
package org.reconbench.evaluation.spectrum;

import org.jspecify.annotations.NullMarked;
