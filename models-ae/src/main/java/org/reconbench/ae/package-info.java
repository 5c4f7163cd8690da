/** The autoencoder family: one class a detector, found by ServiceLoader. */
@NullMarked
package org.reconbench.ae;

import org.jspecify.annotations.NullMarked;
