package org.reconbench.core.data;

/**
 * A data set divided and scaled by a protocol, ready for a detector.
 *
 * <p>The labels of the train rows describe the data; they never reach a detector.
 *
 * @param train the rows to fit on
 * @param trainLabels one for each train row
 * @param test the rows to score
 * @param testLabels one for each test row
 */
public record TrainTest(Matrix train, Labels trainLabels, Matrix test, Labels testLabels) {

    /** Checks that the parts fit each other. */
    public TrainTest {
        if (train.rows() != trainLabels.size() || test.rows() != testLabels.size()) {
            throw new IllegalArgumentException("rows and labels differ in number: train " + train.rows() + "/"
                    + trainLabels.size() + ", test " + test.rows() + "/" + testLabels.size());
        }
        if (train.columns() != test.columns()) {
            throw new IllegalArgumentException("train has " + train.columns() + " columns, test has " + test.columns());
        }
    }
}
