/** Reading and writing NumPy's .npz and .npy files. Leans on core alone. */
@NullMarked
package org.reconbench.data.npz;

import org.jspecify.annotations.NullMarked;
