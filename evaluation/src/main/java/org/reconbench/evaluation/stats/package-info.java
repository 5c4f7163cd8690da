/**
 * Descriptive statistics and resampling over seeds. Pure functions of arrays and a given generator.
 */
@NullMarked
package org.reconbench.evaluation.stats;

import org.jspecify.annotations.NullMarked;
