/**
 * Which configuration is better, over which data, and how sure that is: records become a matrix of blocks x configurations, the
 * matrix becomes tests, verdicts in fixed words, and checks of the winner. Depends on the table and the statistics.
 */
@NullMarked
package org.reconbench.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
