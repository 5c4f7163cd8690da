/** Values that hold data: matrices, labels, data sets and their division into train and test. Immutable. */
@NullMarked
package org.reconbench.core.data;

import org.jspecify.annotations.NullMarked;
