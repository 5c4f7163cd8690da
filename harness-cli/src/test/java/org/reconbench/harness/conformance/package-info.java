@NullMarked
package org.reconbench.harness.conformance;

import org.jspecify.annotations.NullMarked;
