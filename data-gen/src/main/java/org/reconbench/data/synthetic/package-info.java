/** Clouds of points as scikit-learn draws them. Leans on core and {@code numpy}. */
@NullMarked
package org.reconbench.data.synthetic;

import org.jspecify.annotations.NullMarked;
