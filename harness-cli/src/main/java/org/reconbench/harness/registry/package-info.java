/**
 * What the harness finds at run time: detectors, by {@link java.util.ServiceLoader}, on the class path and in plug-ins
 * that the user names. Leans on core alone.
 */
@NullMarked
package org.reconbench.harness.registry;

import org.jspecify.annotations.NullMarked;
