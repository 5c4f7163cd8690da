/** Column scalers equal to scikit-learn's. Leans on core alone. */
@NullMarked
package org.reconbench.data.scale;

import org.jspecify.annotations.NullMarked;
