package org.reconbench.evaluation.metrics;

/**
 * The area under the precision-recall-gain curve.
 *
 * <p>With prevalence {@code pi = P / (P + N)}, {@code gain(x) = (x - pi) / ((1 - pi) x)} of precision and of recall; in counts
 *
 * <pre>
 * precision gain = 1 - (P / N) fp / tp        recall gain = 1 - (P / N) fn / tp
 * </pre>
 *
 * <p>The area is taken over recall gain 0 to 1. Points may be joined by straight lines there, unlike in precision-recall space; where the
 * curve enters at recall gain 0 between two points, it enters on the line between them. Flach and Kull, Precision-recall-gain curves: PR
 * analysis done right, 2015. 1 for a perfect ranking, 0 for equal scores, negative for a ranking worse than chance.
 */
final class PrecisionRecallGain {
    private PrecisionRecallGain() {}

    static double area(int[] tp, int[] fp, double positives, double negatives) {
        double odds = positives / negatives;
        // Recall equals the prevalence here, so its gain is 0.
        double start = positives * positives / (positives + negatives);
        int g = 0;
        while (tp[g] < start) {
            g++;
        }
        double tpBefore = g == 0 ? 0 : tp[g - 1];
        double fpBefore = g == 0 ? 0 : fp[g - 1];
        double entry = fpBefore + (start - tpBefore) / (tp[g] - tpBefore) * (fp[g] - fpBefore);
        double x = 0;
        double y = 1 - odds * entry / start;
        double area = 0;
        for (; g < tp.length; g++) {
            double nextX = 1 - odds * (positives - tp[g]) / tp[g];
            double nextY = 1 - odds * fp[g] / tp[g];
            area += (nextX - x) * (y + nextY) / 2;
            x = nextX;
            y = nextY;
        }
        return area;
    }
}
