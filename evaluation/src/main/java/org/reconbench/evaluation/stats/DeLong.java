package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.reconbench.core.data.Labels;

/**
 * The area under one ROC curve with DeLong's variance: how sure the AUC of this one test set is.
 *
 * <p>With m anomalies and n normal rows, {@code V10_i} the share of normal rows below anomaly i and {@code V01_j} the share of
 * anomalies above normal row j, ties counted half:
 *
 * <pre>
 * AUC = mean V10 = mean V01        variance = var(V10) / m + var(V01) / n      (n - 1 in each var)
 * </pre>
 *
 * <p>DeLong, DeLong and Clarke-Pearson 1988, computed from midranks in {@code O((m + n) log(m + n))} after Sun and Xu 2014. It is the
 * uncertainty from the test rows alone: another training run is not in it. Where all anomalies score above all normal rows the
 * variance is 0 and the interval a point, which says more about the method than about the detector.
 *
 * @param auc area under the ROC curve
 * @param variance of that estimate
 */
public record DeLong(double auc, double variance) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Area and variance; empty with fewer than two anomalies or two normal rows.
     *
     * @param scores one finite number a row, higher more anomalous
     * @throws IllegalArgumentException if labels and scores differ in number or a score is not finite
     */
    public static Optional<DeLong> of(Labels labels, double[] scores) {
        if (labels.size() != scores.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + scores.length + " scores");
        }
        Finite.check("score", scores);
        int m = labels.anomalies();
        int n = labels.normals();
        if (m < 2 || n < 2) {
            return Optional.empty();
        }
        double[] all = Ranks.ascending(scores);
        double[] v10 = placements(all, scores, labels.rowsWhere(true), n);
        double[] v01 = placements(all, scores, labels.rowsWhere(false), m);
        double variance = variance(v10) / m + variance(v01) / n;
        return Optional.of(new DeLong(Sample.mean(v10), variance));
    }

    /** For each row the share of the other class that it lies above: its rank among all, less that among its own. */
    private static double[] placements(double[] all, double[] scores, int[] rows, int others) {
        double[] own =
                Ranks.ascending(Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray());
        double[] placements = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            placements[i] = (all[rows[i]] - own[i]) / others;
        }
        return placements;
    }

    private static double variance(double[] values) {
        double sd = Sample.standardDeviation(values).orElseThrow();
        return sd * sd;
    }

    /** {@code AUC -+ z sqrt(variance)}, z the normal quantile, cut to 0 to 1. */
    public Interval interval(double level) {
        Finite.checkShare("level", level);
        double reach = NORMAL.inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance);
        return new Interval(Math.max(0, auc - reach), Math.min(1, auc + reach), level);
    }
}
