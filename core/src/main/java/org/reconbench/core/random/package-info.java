/** Named random streams: the only source of randomness in training and scoring. */
@NullMarked
package org.reconbench.core.random;

import org.jspecify.annotations.NullMarked;
