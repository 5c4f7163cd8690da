/**
 * Rules that turn scores into a threshold, each with the information it uses. Depends on the metrics.
 */
@NullMarked
package org.reconbench.evaluation.threshold;

import org.jspecify.annotations.NullMarked;
