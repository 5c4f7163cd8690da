package org.reconbench.evaluation.stats;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.reconbench.evaluation.metrics.Quantiles;

/** The percentile bootstrap (Efron 1979): a statistic over resamples with replacement. */
public final class Bootstrap {
    private Bootstrap() {}

    /**
     * Draws resamples: {@code replicates} rows of {@code n} indices from 0 to {@code n - 1}, with replacement.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public static int[][] indices(int n, int replicates, RandomGenerator random) {
        if (n < 1 || replicates < 1) {
            throw new IllegalArgumentException(
                    "n = " + n + ", replicates = " + replicates + ": both must be at least 1");
        }
        int[][] indices = new int[replicates][n];
        for (int[] row : indices) {
            for (int i = 0; i < n; i++) {
                row[i] = random.nextInt(n);
            }
        }
        return indices;
    }

    /** The statistic of each resample of the values. */
    public static double[] replicates(double[] values, int[][] indices, ToDoubleFunction<double[]> statistic) {
        double[] replicates = new double[indices.length];
        for (int r = 0; r < indices.length; r++) {
            double[] resample = new double[indices[r].length];
            for (int i = 0; i < resample.length; i++) {
                resample[i] = values[indices[r][i]];
            }
            replicates[r] = statistic.applyAsDouble(resample);
        }
        return replicates;
    }

    /**
     * The interval between the quantiles {@code (1 - level) / 2} and {@code (1 + level) / 2} of the replicates, by linear
     * interpolation.
     *
     * @throws IllegalArgumentException if there are no replicates, one is not finite, or the level is not between 0 and 1
     */
    public static Interval percentile(double[] replicates, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + ": must be between 0 and 1");
        }
        double[] ends = Quantiles.linear(replicates, new double[] {(1 - level) / 2, (1 + level) / 2});
        return new Interval(ends[0], ends[1], level);
    }
}
