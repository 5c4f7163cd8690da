/**
 * From a plan to a finished run directory: cohorts are fitted, scored, evaluated and recorded. Knows detectors only
 * through their service interface.
 */
@NullMarked
package org.reconbench.harness.run;

import org.jspecify.annotations.NullMarked;
