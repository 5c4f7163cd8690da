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
 * @param threshold one that reaches it. Of several the one that {@code argmax(2 p r / (p + r))} over increasing
 *     thresholds finds in scikit-learn's curve: the lowest, unless rounding lifts a higher one by an ulp
 * @param thresholds every distinct score that reaches it exactly, increasing
 */
public record BestF1(double f1, double precision, double recall, double threshold, List<Double> thresholds) {

    /** Copies the list. */
    public BestF1 {
        thresholds = List.copyOf(thresholds);
    }

    /** F1 = 2 tp / (flagged + positives), compared as exact fractions, so that no equal one is lost to rounding. */
    static BestF1 among(double[] scores, int[] tp, int[] fp, int positives) {
        List<Integer> best = new ArrayList<>();
        int top = 0;
        for (int g = 0; g < scores.length; g++) {
            long here = tp[g] * (tp[top] + (long) fp[top] + positives);
            long there = tp[top] * (tp[g] + (long) fp[g] + positives);
            if (here > there) {
                best.clear();
            }
            if (here >= there) {
                top = g;
                best.add(g);
            }
        }
        Collections.reverse(best);
        int at = best.get(0);
        for (int g : best) {
            at = rounded(tp[g], fp[g], positives) > rounded(tp[at], fp[at], positives) ? g : at;
        }
        int flagged = tp[at] + fp[at];
        return new BestF1(
                2.0 * tp[at] / ((double) flagged + positives),
                (double) tp[at] / flagged,
                (double) tp[at] / positives,
                scores[at],
                best.stream().map(g -> scores[g]).toList());
    }

    /** F1 as the usual script computes it from precision and recall: its rounding picks among equals. */
    private static double rounded(int tp, int fp, int positives) {
        double precision = (double) tp / (tp + fp);
        double recall = (double) tp / positives;
        return 2 * precision * recall / Math.max(precision + recall, 1e-300);
    }
}
