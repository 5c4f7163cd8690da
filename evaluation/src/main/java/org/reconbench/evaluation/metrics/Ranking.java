package org.reconbench.evaluation.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.reconbench.core.data.Labels;

/**
 * Rows sorted by score once, and every metric that follows from their order; higher scores are more anomalous.
 *
 * <p>Rows of equal score form one tie group, and every metric works on groups, so none depends on the order of rows.
 * {@code -0.0} equals {@code 0.0}; doubles one ulp apart differ. With {@code tp_g, fp_g} the anomalies and normal rows
 * whose score is at least that of group {@code g} (groups by decreasing score), {@code P} anomalies and {@code N}
 * normal rows:
 *
 * <ul>
 *   <li>AUC-ROC {@code sum_g (fp_g - fp_{g-1}) (tp_g + tp_{g-1}) / (2 P N)}: ties count half;
 *   <li>AUC-PR, the average precision {@code sum_g (tp_g - tp_{g-1}) / P * tp_g / (tp_g + fp_g)}: a step curve, without
 *       interpolation;
 *   <li>the trapezoidal area under the same points, which is optimistic (Davis and Goadrich 2006) and named apart.
 * </ul>
 *
 * <p>Equal to scikit-learn 1.2.1. Where the rows hold one class only every metric is absent and {@link #undefined()}
 * says why. Costs one sort. Immutable, thread-safe.
 */
public final class Ranking {
    private final int positives;
    private final int negatives;
    /** Distinct scores, decreasing. */
    private final double[] thresholds;
    /** Anomalies with a score of at least the threshold. */
    private final int[] tp;
    /** Normal rows with a score of at least the threshold. */
    private final int[] fp;

    private Ranking(int positives, int negatives, double[] thresholds, int[] tp, int[] fp) {
        this.positives = positives;
        this.negatives = negatives;
        this.thresholds = thresholds;
        this.tp = tp;
        this.fp = fp;
    }

    /**
     * Sorts the rows by score.
     *
     * @param scores one finite number a row
     * @throws IllegalArgumentException if the numbers of labels and scores differ, or a score is NaN or infinite
     */
    public static Ranking of(Labels labels, double[] scores) {
        Scores.check(labels, scores);
        double[] anomalies = new double[labels.anomalies()];
        double[] normals = new double[labels.normals()];
        int a = 0;
        int b = 0;
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i] + 0.0; // turns -0.0 into 0.0
            if (labels.isAnomaly(i)) {
                anomalies[a++] = score;
            } else {
                normals[b++] = score;
            }
        }
        // Two sorts of plain doubles instead of one of (score, label) pairs: nothing to pack, nothing to carry along.
        Arrays.sort(anomalies);
        Arrays.sort(normals);
        return merge(anomalies, normals);
    }

    private static Ranking merge(double[] anomalies, double[] normals) {
        int a = anomalies.length - 1;
        int b = normals.length - 1;
        double[] thresholds = new double[a + b + 2];
        int[] tp = new int[thresholds.length];
        int[] fp = new int[thresholds.length];
        int groups = 0;
        while (a >= 0 || b >= 0) {
            double top = b < 0 || (a >= 0 && anomalies[a] >= normals[b]) ? anomalies[a] : normals[b];
            while (a >= 0 && anomalies[a] == top) {
                a--;
            }
            while (b >= 0 && normals[b] == top) {
                b--;
            }
            thresholds[groups] = top;
            tp[groups] = anomalies.length - 1 - a;
            fp[groups++] = normals.length - 1 - b;
        }
        return new Ranking(
                anomalies.length,
                normals.length,
                Arrays.copyOf(thresholds, groups),
                Arrays.copyOf(tp, groups),
                Arrays.copyOf(fp, groups));
    }

    /** The number of anomalies. */
    public int positives() {
        return positives;
    }

    /** The number of normal rows. */
    public int negatives() {
        return negatives;
    }

    /** Why the metrics are absent, in words for the user; empty when they are there. */
    public Optional<String> undefined() {
        if (positives > 0 && negatives > 0) {
            return Optional.empty();
        }
        if (positives == 0 && negatives == 0) {
            return Optional.of("no test rows");
        }
        return Optional.of(positives == 0 ? "the test set holds no anomaly" : "the test set holds no normal row");
    }

    /** Area under the ROC curve: the chance that an anomaly scores above a normal row, ties counted half. */
    public OptionalDouble rocAuc() {
        if (!defined()) {
            return OptionalDouble.empty();
        }
        long twice = 0;
        for (int g = 0; g < tp.length; g++) {
            long before = g == 0 ? 0 : tp[g - 1];
            long width = (long) fp[g] - (g == 0 ? 0 : fp[g - 1]);
            twice += width * (before + tp[g]);
        }
        return OptionalDouble.of(twice / (2.0 * positives * negatives));
    }

    /** Average precision: the area under the step-wise precision-recall curve. */
    public OptionalDouble averagePrecision() {
        if (!defined()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        int before = 0;
        for (int g = 0; g < tp.length; g++) {
            sum += (tp[g] - before) * precision(g);
            before = tp[g];
        }
        return OptionalDouble.of(sum / positives);
    }

    /**
     * Area under the precision-recall points by the trapezoidal rule, from recall 0 and precision 1 on. Not the average
     * precision: it interpolates linearly between points, which no threshold reaches.
     */
    public OptionalDouble trapezoidalPrAuc() {
        if (!defined()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double last = 1;
        int before = 0;
        for (int g = 0; g < tp.length; g++) {
            sum += (tp[g] - before) * (last + precision(g)) / 2;
            last = precision(g);
            before = tp[g];
        }
        return OptionalDouble.of(sum / positives);
    }

    /**
     * Precision among the {@code P} highest scores, {@code P} the number of anomalies: {@link #precisionAt} P, which is R-precision
     * (Craswell 2009) and equals the recall there.
     */
    public OptionalDouble precisionAtN() {
        return defined() ? precisionAt(positives) : OptionalDouble.empty();
    }

    /**
     * Precision among the n highest scores. Where the cut falls into a tie group, the expected value over all orders of that group.
     *
     * @param n from 1 to the number of rows
     * @throws IllegalArgumentException if n is out of its range
     */
    public OptionalDouble precisionAt(int n) {
        if (n < 1 || n > positives + (long) negatives) {
            throw new IllegalArgumentException("n = " + n + ": must be from 1 to " + (positives + (long) negatives));
        }
        if (!defined()) {
            return OptionalDouble.empty();
        }
        int g = 0;
        while (tp[g] + fp[g] < n) {
            g++;
        }
        int hits = g == 0 ? 0 : tp[g - 1];
        int taken = g == 0 ? 0 : tp[g - 1] + fp[g - 1];
        double share = (double) (tp[g] - hits) / (tp[g] + fp[g] - taken);
        return OptionalDouble.of((hits + share * (n - taken)) / n);
    }

    /**
     * Average precision above chance, {@code (AP - pi) / (1 - pi)} with the prevalence {@code pi = P / (P + N)}: 1 for a perfect ranking,
     * 0 for equal scores, and comparable between data sets of unlike prevalence. Campos et al., On the evaluation of
     * unsupervised outlier detection, 2016.
     */
    public OptionalDouble adjustedAveragePrecision() {
        double prevalence = positives / ((double) positives + negatives);
        OptionalDouble ap = averagePrecision();
        return ap.isPresent() ? OptionalDouble.of((ap.getAsDouble() - prevalence) / (1 - prevalence)) : ap;
    }

    /**
     * Area under precision-recall-gain (Flach and Kull 2015): gains {@code 1 - (P/N) fp/tp} over {@code 1 - (P/N) fn/tp} from recall gain 0
     * to 1, straight lines between points. At most 1, 0 for equal scores, negative below chance.
     */
    public OptionalDouble precisionRecallGainArea() {
        return defined()
                ? OptionalDouble.of(PrecisionRecallGain.area(tp, fp, positives, negatives))
                : OptionalDouble.empty();
    }

    /**
     * The least false-positive rate {@code fp / N} of a threshold whose recall {@code tp / P} is at least the given one: how many false
     * alarms it takes to catch 95 % of the anomalies. A tie group is flagged whole.
     *
     * @param recall above 0, at most 1
     * @throws IllegalArgumentException if the recall is out of its range
     */
    public OptionalDouble falsePositiveRateAtRecall(double recall) {
        if (!(recall > 0 && recall <= 1)) {
            throw new IllegalArgumentException("recall = " + recall + ": must be above 0 and at most 1");
        }
        if (!defined()) {
            return OptionalDouble.empty();
        }
        int g = 0;
        while ((double) tp[g] / positives < recall) {
            g++;
        }
        return OptionalDouble.of((double) fp[g] / negatives);
    }

    /**
     * The mean cost of a row at every threshold, a missed anomaly costing {@code ratio} false alarms.
     *
     * @param ratio above 0
     * @throws IllegalArgumentException if the ratio is not a number above 0
     * @throws IllegalStateException if the metrics are {@link #undefined()}
     */
    public CostCurve costCurve(double ratio) {
        requireDefined();
        return CostCurve.of(thresholds, tp, fp, ratio);
    }

    /**
     * The best F1 that any threshold of these very rows reaches, flagging {@code score >= threshold}: {@code F1 = 2 tp /
     * (tp + fp + P)}. It uses the labels it is measured on: an upper bound, not a result.
     */
    public Optional<BestF1> bestF1() {
        return defined() ? Optional.of(BestF1.among(thresholds, tp, fp, positives)) : Optional.empty();
    }

    /**
     * The ROC curve with the points that lie between two others of a straight line left out, as scikit-learn does by
     * default.
     *
     * @throws IllegalStateException if the metrics are {@link #undefined()}
     */
    public RocCurve rocCurve() {
        requireDefined();
        return RocCurve.of(thresholds, tp, fp, true);
    }

    /**
     * The ROC curve with one point for each distinct score.
     *
     * @throws IllegalStateException if the metrics are {@link #undefined()}
     */
    public RocCurve fullRocCurve() {
        requireDefined();
        return RocCurve.of(thresholds, tp, fp, false);
    }

    /**
     * The precision-recall curve with one point for each distinct score.
     *
     * @throws IllegalStateException if the metrics are {@link #undefined()}
     */
    public PrCurve prCurve() {
        requireDefined();
        return PrCurve.of(thresholds, tp, fp);
    }

    private double precision(int group) {
        return (double) tp[group] / (tp[group] + fp[group]);
    }

    private boolean defined() {
        return positives > 0 && negatives > 0;
    }

    private void requireDefined() {
        undefined().ifPresent(reason -> {
            throw new IllegalStateException("no curve: " + reason);
        });
    }
}
