package org.reconbench.evaluation.curves;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.metrics.PrCurve;
import org.reconbench.evaluation.metrics.RocCurve;
import org.reconbench.evaluation.stats.Sample;

/**
 * Curves of several trials averaged on a fixed grid: mean and standard deviation at each place.
 *
 * <p>Vertical averaging (Fawcett, An introduction to ROC analysis, 2006): the curves' heights are averaged at equal
 * false-positive rate or recall; a band shows how far single trials lie apart, not how sure the mean is. Immutable.
 */
public final class CurveBand {
    private final double[] x;
    private final double[] mean;
    private final double @Nullable [] sd;
    private final int curves;

    private CurveBand(double[] x, double[][] heights) {
        this.x = x;
        this.curves = heights.length;
        this.mean = new double[x.length];
        this.sd = curves < 2 ? null : new double[x.length];
        double[] column = new double[curves];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < curves; c++) {
                column[c] = heights[c][i];
            }
            mean[i] = Sample.mean(column);
            if (sd != null) {
                sd[i] = Sample.standardDeviation(column).orElseThrow();
            }
        }
    }

    /**
     * True-positive rate at false-positive rates {@code 0, 1/steps, ..., 1}: linear between a curve's points, the
     * highest point where the curve is vertical.
     *
     * @param curves at least one
     * @param steps at least 1
     * @throws IllegalArgumentException if there is no curve or no step
     */
    public static CurveBand roc(List<RocCurve> curves, int steps) {
        double[] grid = grid(curves, steps);
        return new CurveBand(grid, curves.stream().map(curve -> at(curve, grid)).toArray(double[][]::new));
    }

    /**
     * Precision at recalls {@code 0, 1/steps, ..., 1}: the precision at the highest threshold that reaches the recall.
     * These are the steps whose area is the average precision; at recall 0 it is the precision of the first step.
     *
     * @param curves at least one
     * @param steps at least 1
     * @throws IllegalArgumentException if there is no curve or no step
     */
    public static CurveBand pr(List<PrCurve> curves, int steps) {
        double[] grid = grid(curves, steps);
        return new CurveBand(grid, curves.stream().map(curve -> at(curve, grid)).toArray(double[][]::new));
    }

    private static double[] grid(List<?> curves, int steps) {
        if (curves.isEmpty() || steps < 1) {
            throw new IllegalArgumentException(
                    curves.size() + " curves on " + steps + " steps: both must be at least 1");
        }
        double[] grid = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            grid[i] = (double) i / steps;
        }
        return grid;
    }

    private static double[] at(RocCurve curve, double[] grid) {
        double[] fpr = curve.fpr();
        double[] tpr = curve.tpr();
        double[] heights = new double[grid.length];
        int last = 0;
        for (int i = 0; i < grid.length; i++) {
            while (last + 1 < fpr.length && fpr[last + 1] <= grid[i]) {
                last++;
            }
            heights[i] = tpr[last];
            if (last + 1 < fpr.length) {
                double part = (grid[i] - fpr[last]) / (fpr[last + 1] - fpr[last]);
                heights[i] += part * (tpr[last + 1] - tpr[last]);
            }
        }
        return heights;
    }

    private static double[] at(PrCurve curve, double[] grid) {
        double[] recall = curve.recall();
        double[] precision = curve.precision();
        double[] heights = new double[grid.length];
        int at = recall.length - 2; // the last point is a convention, not a threshold
        for (int i = 0; i < grid.length; i++) {
            while (recall[at] < grid[i] || recall[at] == 0) {
                at--;
            }
            heights[i] = precision[at];
        }
        return heights;
    }

    /** A copy of the grid, from 0 to 1. */
    public double[] x() {
        return x.clone();
    }

    /** A copy of the mean heights. */
    public double[] mean() {
        return mean.clone();
    }

    /** A copy of the sample standard deviations of the heights; zeros for a single curve. */
    public double[] sd() {
        return sd == null ? new double[x.length] : sd.clone();
    }

    /** The number of curves averaged. */
    public int curves() {
        return curves;
    }
}
