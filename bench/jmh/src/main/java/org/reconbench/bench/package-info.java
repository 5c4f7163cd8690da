/**
 * Measurements: JMH benchmarks of the parts, and the probes that {@code bench/run} sets beside peers. Leans on core,
 * data-gen and evaluation; detectors are found at run time. Nothing may lean on it.
 */
@NullMarked
package org.reconbench.bench;

import org.jspecify.annotations.NullMarked;
