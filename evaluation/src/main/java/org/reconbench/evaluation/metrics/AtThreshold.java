package org.reconbench.evaluation.metrics;

import java.util.OptionalDouble;
import org.reconbench.core.data.Labels;

/**
 * Counts of flagged rows, and what follows from them.
 *
 * @param tp anomalies flagged
 * @param fp normal rows flagged
 * @param tn normal rows not flagged
 * @param fn anomalies not flagged
 */
public record AtThreshold(int tp, int fp, int tn, int fn) {

    /**
     * Counts with a row flagged when {@code score > threshold}: the rule of every declared threshold.
     *
     * @throws IllegalArgumentException if labels and scores differ in number, a score is not finite, or the threshold is
     *     NaN
     */
    public static AtThreshold of(Labels labels, double[] scores, double threshold) {
        return count(labels, scores, threshold, false);
    }

    /**
     * Counts with a row flagged when {@code score >= threshold}: the rule of curves and of the best F1.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static AtThreshold atOrAbove(Labels labels, double[] scores, double threshold) {
        return count(labels, scores, threshold, true);
    }

    private static AtThreshold count(Labels labels, double[] scores, double threshold, boolean closed) {
        Scores.check(labels, scores);
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold is NaN");
        }
        int tp = 0;
        int fp = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > threshold || (closed && scores[i] == threshold)) {
                if (labels.isAnomaly(i)) {
                    tp++;
                } else {
                    fp++;
                }
            }
        }
        return new AtThreshold(tp, fp, labels.normals() - fp, labels.anomalies() - tp);
    }

    /** {@code tp / (tp + fp)}; absent when nothing is flagged (scikit-learn says 0 and warns). */
    public OptionalDouble precision() {
        return ratio(tp, tp + fp);
    }

    /** {@code tp / (tp + fn)}; absent when there is no anomaly. */
    public OptionalDouble recall() {
        return ratio(tp, tp + fn);
    }

    /** {@code 2 tp / (2 tp + fp + fn)}; 0 when nothing is flagged, absent when there is no anomaly. */
    public OptionalDouble f1() {
        return tp + fn == 0 ? OptionalDouble.empty() : ratio(2L * tp, 2L * tp + fp + fn);
    }

    /** {@code fp / (fp + tn)}; absent when there is no normal row. */
    public OptionalDouble falsePositiveRate() {
        return ratio(fp, fp + tn);
    }

    /**
     * F1 above chance, {@code (F1 - E) / (1 - E)} with {@code E = 2 f pi / (f + P)}: what flagging as many rows at random reaches on average,
     * f the flagged rows, P the anomalies, pi their share. 0 at random, 1 when perfect; absent when there is no anomaly or no normal row.
     * The correction for chance of Hubert and Arabie 1985, the number of flagged rows given.
     */
    public OptionalDouble adjustedF1() {
        double positives = tp + (double) fn;
        double negatives = fp + (double) tn;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        double flagged = tp + (double) fp;
        double chance = 2 * flagged / (flagged + positives) * positives / (positives + negatives);
        return OptionalDouble.of((f1().orElseThrow() - chance) / (1 - chance));
    }

    /**
     * The mean cost of a row, {@code (fp + ratio * fn) / rows}, in units of one false alarm; absent without rows.
     *
     * @param ratio what a missed anomaly costs, a false alarm being 1; above 0
     * @throws IllegalArgumentException if the ratio is not a number above 0
     */
    public OptionalDouble expectedCost(double ratio) {
        CostCurve.checkRatio(ratio);
        double rows = tp + (double) fp + tn + fn;
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of((fp + ratio * fn) / rows);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
