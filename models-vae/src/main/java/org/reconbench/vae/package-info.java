/** The variational autoencoder family: one class a detector, found by ServiceLoader. */
@NullMarked
package org.reconbench.vae;

import org.jspecify.annotations.NullMarked;
