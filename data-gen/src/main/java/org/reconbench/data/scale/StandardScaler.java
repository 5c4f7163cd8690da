package org.reconbench.data.scale;

import org.reconbench.core.data.Matrix;

/**
 * Maps each column to mean 0 and variance 1: {@code (x - mean) / deviation}, the deviation over n, not n - 1.
 *
 * <p>Follows scikit-learn 1.2.1's {@code StandardScaler}: sums row after row, the variance from the centred values with
 * the correction for the rounding of the mean, and a deviation of 1 for a column that is constant up to rounding.
 */
public final class StandardScaler implements Scaler {
    private static final double EPSILON = Math.ulp(1.0);

    private final double[] mean;
    private final double[] deviation;

    private StandardScaler(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * Fitted to rows.
     *
     * @throws IllegalArgumentException if there are no rows
     */
    public static StandardScaler fit(Matrix rows) {
        int n = rows.rows();
        if (n == 0) {
            throw new IllegalArgumentException("no rows to fit a scaler on");
        }
        double[] mean = new double[rows.columns()];
        double[] row = new double[rows.columns()];
        for (int i = 0; i < n; i++) {
            rows.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < row.length; j++) {
            mean[j] /= n;
        }
        double[] residue = new double[row.length];
        double[] squares = new double[row.length];
        for (int i = 0; i < n; i++) {
            rows.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                double centred = row[j] - mean[j];
                residue[j] += centred;
                squares[j] += centred * centred;
            }
        }
        double[] deviation = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            double variance = (squares[j] - residue[j] * residue[j] / n) / n;
            double meanRounding = n * mean[j] * EPSILON;
            double rounding = n * EPSILON * variance + meanRounding * meanRounding;
            deviation[j] = variance <= rounding ? 1.0 : Math.sqrt(variance);
        }
        return new StandardScaler(mean, deviation);
    }

    @Override
    public Matrix transform(Matrix rows) {
        return Columns.map(rows, mean.length, (x, j) -> (x - mean[j]) / deviation[j]);
    }

    /** A copy of the mean of each column. */
    public double[] mean() {
        return mean.clone();
    }

    /** A copy of the standard deviation of each column, 1 for a constant one. */
    public double[] deviation() {
        return deviation.clone();
    }
}
