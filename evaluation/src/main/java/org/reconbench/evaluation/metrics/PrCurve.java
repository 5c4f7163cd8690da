package org.reconbench.evaluation.metrics;

/**
 * A precision-recall curve for {@code score >= threshold}, in the order of scikit-learn 1.2.1: thresholds increasing,
 * recall falling from 1, and a last point (recall 0, precision 1) that has no threshold.
 *
 * <p>Immutable.
 */
public final class PrCurve {
    private final double[] precision;
    private final double[] recall;
    private final double[] thresholds;

    private PrCurve(double[] precision, double[] recall, double[] thresholds) {
        this.precision = precision;
        this.recall = recall;
        this.thresholds = thresholds;
    }

    static PrCurve of(double[] scores, int[] tp, int[] fp) {
        int n = scores.length;
        double[] p = new double[n + 1];
        double[] r = new double[n + 1];
        double[] t = new double[n];
        for (int g = 0; g < n; g++) {
            p[n - 1 - g] = (double) tp[g] / (tp[g] + fp[g]);
            r[n - 1 - g] = (double) tp[g] / tp[n - 1];
            t[n - 1 - g] = scores[g];
        }
        p[n] = 1;
        return new PrCurve(p, r, t);
    }

    /** The number of points: one more than there are thresholds. */
    public int size() {
        return precision.length;
    }

    /** A copy of the precisions, by increasing threshold; the last is 1. */
    public double[] precision() {
        return precision.clone();
    }

    /** A copy of the recalls, falling from 1 to 0. */
    public double[] recall() {
        return recall.clone();
    }

    /** A copy of the thresholds, increasing; one fewer than the points. */
    public double[] thresholds() {
        return thresholds.clone();
    }
}
