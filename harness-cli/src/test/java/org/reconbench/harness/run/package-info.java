/** Tests. */
@NullMarked
package org.reconbench.harness.run;

import org.jspecify.annotations.NullMarked;
