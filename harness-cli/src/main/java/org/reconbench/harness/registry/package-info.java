/** What the harness finds at run time: detectors, by {@link java.util.ServiceLoader}. */
@NullMarked
package org.reconbench.harness.registry;

import org.jspecify.annotations.NullMarked;
