package org.reconbench.core.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set divided and scaled by a protocol, ready for a detector.
 *
 * <p>The labels of the train rows describe the data; they never reach a detector. Validation rows never reach training
 * either: they are scored, and their labels are for threshold rules that say so.
 *
 * @param train the rows to fit on
 * @param trainLabels one for each train row
 * @param test the rows to score
 * @param testLabels one for each test row
 * @param validation labelled rows that are neither train nor test rows; null where the protocol holds none out
 * @param testOrigins where each test row stands in the data set, counted from 0, so that a reader finds it again; empty
 *     where that is not known
 */
public record TrainTest(
        Matrix train,
        Labels trainLabels,
        Matrix test,
        Labels testLabels,
        @Nullable Validation validation,
        List<Integer> testOrigins) {

    /** Checks that the parts fit each other, and copies the list. */
    public TrainTest {
        testOrigins = List.copyOf(testOrigins);
        if (!testOrigins.isEmpty() && testOrigins.size() != test.rows()) {
            throw new IllegalArgumentException(testOrigins.size() + " origins for " + test.rows() + " test rows");
        }
        if (train.rows() != trainLabels.size() || test.rows() != testLabels.size()) {
            throw new IllegalArgumentException("rows and labels differ in number: train " + train.rows() + "/"
                    + trainLabels.size() + ", test " + test.rows() + "/" + testLabels.size());
        }
        if (train.columns() != test.columns()) {
            throw new IllegalArgumentException("train has " + train.columns() + " columns, test has " + test.columns());
        }
        if (validation != null && validation.rows().columns() != train.columns()) {
            throw new IllegalArgumentException("train has " + train.columns() + " columns, validation has "
                    + validation.rows().columns());
        }
    }

    /** Without validation rows; where the test rows stand in the data set is not known. */
    public TrainTest(Matrix train, Labels trainLabels, Matrix test, Labels testLabels) {
        this(train, trainLabels, test, testLabels, null);
    }

    /** Where the test rows stand in the data set is not known. */
    public TrainTest(
            Matrix train, Labels trainLabels, Matrix test, Labels testLabels, @Nullable Validation validation) {
        this(train, trainLabels, test, testLabels, validation, List.of());
    }

    /**
     * Rows held out with their labels.
     *
     * @param rows scaled as the train rows are
     * @param labels one for each row
     */
    public record Validation(Matrix rows, Labels labels) {
        /** Checks that the parts fit each other. */
        public Validation {
            if (rows.rows() != labels.size()) {
                throw new IllegalArgumentException(
                        "rows and labels differ in number: validation " + rows.rows() + "/" + labels.size());
            }
        }
    }
}
