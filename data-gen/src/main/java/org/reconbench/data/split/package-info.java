/** Train-test splits equal to scikit-learn's. Leans on {@code numpy} alone. */
@NullMarked
package org.reconbench.data.split;

import org.jspecify.annotations.NullMarked;
