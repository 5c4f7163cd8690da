/** Tests. */
@NullMarked
package org.reconbench.harness.plan;

import org.jspecify.annotations.NullMarked;
