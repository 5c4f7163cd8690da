package org.reconbench.evaluation.metrics;

import java.util.Arrays;

/**
 * A ROC curve: true-positive rate against false-positive rate for {@code score >= threshold}, from (0, 0) to (1, 1).
 *
 * <p>The first point, where nothing is flagged, has the threshold {@code max(score) + 1}, as in scikit-learn 1.2.1.
 * Immutable.
 */
public final class RocCurve {
    private final double[] fpr;
    private final double[] tpr;
    private final double[] thresholds;

    private RocCurve(double[] fpr, double[] tpr, double[] thresholds) {
        this.fpr = fpr;
        this.tpr = tpr;
        this.thresholds = thresholds;
    }

    static RocCurve of(double[] scores, int[] tp, int[] fp, boolean dropIntermediate) {
        int last = scores.length - 1;
        double[] x = new double[scores.length + 1];
        double[] y = new double[scores.length + 1];
        double[] t = new double[scores.length + 1];
        t[0] = scores[0] + 1;
        int points = 1;
        for (int g = 0; g <= last; g++) {
            boolean inner = g > 0 && g < last;
            if (dropIntermediate && inner && straight(tp, g) && straight(fp, g)) {
                continue;
            }
            x[points] = (double) fp[g] / fp[last];
            y[points] = (double) tp[g] / tp[last];
            t[points++] = scores[g];
        }
        return new RocCurve(Arrays.copyOf(x, points), Arrays.copyOf(y, points), Arrays.copyOf(t, points));
    }

    private static boolean straight(int[] counts, int g) {
        return counts[g + 1] - counts[g] == counts[g] - counts[g - 1];
    }

    /** The number of points. */
    public int size() {
        return fpr.length;
    }

    /** A copy of the false-positive rates, increasing from 0 to 1. */
    public double[] fpr() {
        return fpr.clone();
    }

    /** A copy of the true-positive rates, increasing from 0 to 1. */
    public double[] tpr() {
        return tpr.clone();
    }

    /** A copy of the thresholds, decreasing. */
    public double[] thresholds() {
        return thresholds.clone();
    }
}
