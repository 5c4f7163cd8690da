package org.reconbench.reference;

import org.reconbench.core.data.Matrix;

/** The mean row of a matrix, and the deviation of rows from it. */
final class ColumnMeans {
    private final double[] means;

    private ColumnMeans(double[] means) {
        this.means = means;
    }

    /** The means of at least one row. A second pass takes back the rounding of the first. */
    static ColumnMeans of(Matrix rows) {
        double[] row = new double[rows.columns()];
        double[] means = new double[rows.columns()];
        for (int pass = 0; pass < 2; pass++) {
            double[] rest = new double[rows.columns()];
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row, 0);
                for (int j = 0; j < row.length; j++) {
                    rest[j] += row[j] - means[j];
                }
            }
            for (int j = 0; j < row.length; j++) {
                means[j] += rest[j] / rows.rows();
            }
        }
        return new ColumnMeans(means);
    }

    /** The mean of one column. */
    double get(int column) {
        return means[column];
    }

    /** Writes the given row less the mean into the target. */
    void deviation(Matrix rows, int row, double[] target) {
        rows.copyRow(row, target, 0);
        for (int j = 0; j < target.length; j++) {
            target[j] -= means[j];
        }
    }
}
