/** NumPy's legacy random generator, to the bit. Leans on the JDK alone. */
@NullMarked
package org.reconbench.data.numpy;

import org.jspecify.annotations.NullMarked;
