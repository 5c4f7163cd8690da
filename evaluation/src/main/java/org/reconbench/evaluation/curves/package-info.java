/**
 * ROC and precision-recall curves averaged over trials. Pure functions of the metrics' curves.
 */
@NullMarked
package org.reconbench.evaluation.curves;

import org.jspecify.annotations.NullMarked;
