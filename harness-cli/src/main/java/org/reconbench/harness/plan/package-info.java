/**
 * From an experiment to trials: names resolved against the catalogue, grids expanded, data fingerprinted, every trial
 * identified, and trials grouped into cohorts. Trains nothing.
 */
@NullMarked
package org.reconbench.harness.plan;

import org.jspecify.annotations.NullMarked;
