/**
 * DJL and its PyTorch engine: started once, programs compiled from TorchScript text, native memory held by scopes.
 *
 * <p>Only this package and {@link org.reconbench.nn.train} touch native arrays.
 */
@NullMarked
package org.reconbench.nn.engine;

import org.jspecify.annotations.NullMarked;
