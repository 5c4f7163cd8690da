/** Tests. */
@NullMarked
package org.reconbench.harness.experiment;

import org.jspecify.annotations.NullMarked;
