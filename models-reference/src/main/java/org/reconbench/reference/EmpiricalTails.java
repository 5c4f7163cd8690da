package org.reconbench.reference;

import java.util.Arrays;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;

/**
 * The tails of every column of some rows: how rare a value is on its left and on its right, and which side is the longer.
 *
 * <p>{@code left = -ln F(x)}, {@code F(x)} the share of rows with a value of at most {@code x}; {@code right} likewise with
 * at least. The longer tail is the right one where the skewness is positive, the left one where it is negative; where it is
 * 0 (or within rounding, below 1e-12) both are added. Immutable.
 */
final class EmpiricalTails {
    private static final double ROUNDING = 1e-12;

    private final int n;
    private final double[][] sorted; // [d, n]
    private final double[] means;
    private final double[] squares; // sums of squared deviations
    private final double[] cubes;

    /** How the score of a column follows from its tails. */
    @FunctionalInterface
    interface Blend {
        /**
         * The score of a value.
         *
         * @param left its rareness on the left, in nats
         * @param right its rareness on the right
         * @param longer that on the side of the longer tail
         */
        double of(double left, double right, double longer);
    }

    /** The tails of at least one row. */
    EmpiricalTails(Matrix rows) {
        int d = rows.columns();
        n = rows.rows();
        sorted = new double[d][];
        means = new double[d];
        squares = new double[d];
        cubes = new double[d];
        ColumnMeans mean = ColumnMeans.of(rows);
        double[] deviation = new double[d];
        for (int i = 0; i < n; i++) {
            mean.deviation(rows, i, deviation);
            for (int j = 0; j < d; j++) {
                squares[j] += deviation[j] * deviation[j];
                cubes[j] += deviation[j] * deviation[j] * deviation[j];
            }
        }
        for (int j = 0; j < d; j++) {
            means[j] = mean.get(j);
            sorted[j] = rows.column(j);
            for (int i = 0; i < n; i++) {
                sorted[j][i] += 0.0; // both zeros are one value
            }
            Arrays.sort(sorted[j]);
        }
    }

    /** The memory of fitting: the rows and their columns sorted, in bytes. */
    static long bytes(DataProfile profile) {
        return 2L * Double.BYTES * profile.rows() * profile.columns();
    }

    /** Scores each row as if it, and no other, were one more of these rows. */
    RowScorer scoringOneMore(Blend blend) {
        return rows -> score(rows, blend, 1);
    }

    /** Scores rows that are among these. */
    RowScorer scoringTheseRows(Blend blend) {
        return rows -> score(rows, blend, 0);
    }

    private double[] score(Matrix rows, Blend blend, int more) {
        double total = n + more;
        double[] scores = new double[rows.rows()];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < sorted.length; j++) {
                double x = rows.get(i, j) + 0.0;
                int below = Sorted.countBelow(sorted[j], x);
                int upTo = Sorted.countUpTo(sorted[j], x);
                double left = -Math.log((upTo + more) / total);
                double right = -Math.log((n - below + more) / total);
                double skewness = more == 0 ? skewness(n, squares[j], cubes[j]) : skewnessWith(j, x);
                double longer = skewness > ROUNDING ? right : skewness < -ROUNDING ? left : left + right;
                scores[i] += blend.of(left, right, longer);
            }
        }
        return scores;
    }

    /** The skewness of a column with one more value: its central moments, updated. */
    private double skewnessWith(int column, double x) {
        double m = n + 1.0;
        double delta = x - means[column];
        double square = squares[column] + delta * delta * (n / m);
        double cube = cubes[column] + delta * delta * delta * (n / m) * ((n - 1) / m) - 3 * delta * squares[column] / m;
        return skewness(m, square, cube);
    }

    private static double skewness(double count, double square, double cube) {
        double deviation = Math.sqrt(square / count);
        return deviation == 0 ? 0 : cube / count / deviation / deviation / deviation;
    }
}
