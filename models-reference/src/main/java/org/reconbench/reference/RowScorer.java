package org.reconbench.reference;

import org.reconbench.core.data.Matrix;

/** A fitted reference: one score a row, higher is more anomalous. Immutable. */
@FunctionalInterface
interface RowScorer {

    /**
     * Scores rows.
     *
     * @param rows as many columns as the train rows
     */
    double[] score(Matrix rows);
}
