/** The shape of a dense network and its first weights. No engine in here. */
@NullMarked
package org.reconbench.nn.net;

import org.jspecify.annotations.NullMarked;
