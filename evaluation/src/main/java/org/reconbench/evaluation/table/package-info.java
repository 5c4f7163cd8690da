/**
 * Trial records summed up: the comparison table, its derived notes, the best configuration, parameter grids. Depends on
 * core's records and the statistics; knows no files of a run.
 */
@NullMarked
package org.reconbench.evaluation.table;

import org.jspecify.annotations.NullMarked;
