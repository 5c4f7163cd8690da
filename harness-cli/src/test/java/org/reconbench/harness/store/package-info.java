/** Tests. */
@NullMarked
package org.reconbench.harness.store;

import org.jspecify.annotations.NullMarked;
