package org.reconbench.reference;

import java.util.Optional;
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

    /**
     * Scores the rows that it was fitted on, in their order. One that looks rows up among them leaves the row itself out.
     *
     * @throws IllegalArgumentException if they are not as many as it was fitted on
     */
    default double[] scoreTrain(Matrix train) {
        return score(train);
    }

    /** What a reconstruction leaves of rows, {@code x - xhat}; empty for a method that makes none. */
    default Optional<Matrix> residuals(Matrix rows) {
        return Optional.empty();
    }

    /** The codes of rows; empty for a method without any. */
    default Optional<Matrix> codes(Matrix rows) {
        return Optional.empty();
    }
}
