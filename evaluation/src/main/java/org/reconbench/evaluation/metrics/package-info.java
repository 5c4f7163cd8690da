/**
 * Metrics of scores against labels: rankings, counts at a threshold, quantiles, correlations. Pure functions of arrays;
 * depends on core's labels alone.
 */
@NullMarked
package org.reconbench.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
