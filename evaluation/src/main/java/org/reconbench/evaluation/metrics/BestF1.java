package org.reconbench.evaluation.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best F1 over all thresholds of the rows themselves; a row is flagged when {@code score >= threshold}.
 *
 * @param f1 the best F1
 * @param precision at {@code threshold}
 * @param recall at {@code threshold}
 * @param threshold the lowest threshold that reaches it: of equal F1 the one with the greatest recall
 * @param thresholds every distinct score that reaches it exactly, increasing
 */
public record BestF1(double f1, double precision, double recall, double threshold, List<Double> thresholds) {

    /** Copies the list. */
    public BestF1 {
        thresholds = List.copyOf(thresholds);
    }

    /** F1 = 2 tp / (flagged + positives), compared as exact fractions, so that ties do not hang on rounding. */
    static BestF1 among(double[] scores, int[] tp, int[] fp, int positives) {
        List<Double> best = new ArrayList<>();
        int at = 0;
        for (int g = 0; g < scores.length; g++) {
            long here = tp[g] * (tp[at] + (long) fp[at] + positives);
            long there = tp[at] * (tp[g] + (long) fp[g] + positives);
            if (here > there) {
                best.clear();
            }
            if (here >= there) {
                at = g;
                best.add(scores[g]);
            }
        }
        Collections.reverse(best);
        int flagged = tp[at] + fp[at];
        double f1 = 2.0 * tp[at] / ((double) flagged + positives);
        return new BestF1(f1, (double) tp[at] / flagged, (double) tp[at] / positives, scores[at], best);
    }
}
