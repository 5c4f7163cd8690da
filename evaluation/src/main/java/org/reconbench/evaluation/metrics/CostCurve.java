package org.reconbench.evaluation.metrics;

/**
 * The mean cost of a row at each threshold, {@code (fp + ratio * fn) / (P + N)} with {@code score >= threshold} flagged: a false alarm
 * costs 1, a missed anomaly {@code ratio}.
 *
 * <p>From the highest threshold, which flags nothing and costs {@code ratio * P / (P + N)}, to the lowest, which flags all and costs
 * {@code N / (P + N)}. The minimum uses the labels it is measured on: an upper bound on what a threshold can do, not a result.
 * Elkan, The foundations of cost-sensitive learning, 2001. Immutable.
 */
public final class CostCurve {
    private final double ratio;
    private final double[] thresholds;
    private final double[] costs;

    private CostCurve(double ratio, double[] thresholds, double[] costs) {
        this.ratio = ratio;
        this.thresholds = thresholds;
        this.costs = costs;
    }

    static CostCurve of(double[] scores, int[] tp, int[] fp, double ratio) {
        checkRatio(ratio);
        int n = scores.length;
        int positives = tp[n - 1];
        double rows = positives + (double) fp[n - 1];
        double[] thresholds = new double[n + 1];
        double[] costs = new double[n + 1];
        thresholds[0] = Math.nextUp(scores[0]);
        costs[0] = ratio * positives / rows;
        for (int g = 0; g < n; g++) {
            thresholds[g + 1] = scores[g];
            costs[g + 1] = (fp[g] + ratio * (positives - tp[g])) / rows;
        }
        return new CostCurve(ratio, thresholds, costs);
    }

    static void checkRatio(double ratio) {
        if (!(ratio > 0 && Double.isFinite(ratio))) {
            throw new IllegalArgumentException("cost ratio = " + ratio + ": must be a number above 0");
        }
    }

    /** What a missed anomaly costs, a false alarm being 1. */
    public double ratio() {
        return ratio;
    }

    /** A copy of the thresholds, decreasing; the first lies above every score. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** A copy of the costs. */
    public double[] costs() {
        return costs.clone();
    }

    /** The least cost. */
    public double minimum() {
        return costs[best()];
    }

    /** The threshold of the least cost; of several the highest, which flags the fewest rows. */
    public double bestThreshold() {
        return thresholds[best()];
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        return best;
    }
}
