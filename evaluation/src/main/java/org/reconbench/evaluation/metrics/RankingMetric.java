package org.reconbench.evaluation.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Every metric of a ranking that needs no further choice, by id: one line each. */
public enum RankingMetric {
    /** {@link Ranking#rocAuc()}. */
    AUC_ROC("area under the ROC curve, ties counted half", 1, Ranking::rocAuc),
    /** {@link Ranking#averagePrecision()}. */
    AUC_PR("average precision", 1, Ranking::averagePrecision),
    /** {@link Ranking#adjustedAveragePrecision()}. */
    AUC_PR_ADJUSTED("average precision above chance: (AP - pi) / (1 - pi)", 1, Ranking::adjustedAveragePrecision),
    /** {@link Ranking#precisionRecallGainArea()}. */
    AUC_PRG("area under precision-recall-gain", 1, Ranking::precisionRecallGainArea),
    /** {@link Ranking#precisionAtN()}. */
    PRECISION_AT_N(
            "precision of the P highest scores, P the number of anomalies: R-precision", 1, Ranking::precisionAtN),
    /** {@link Ranking#falsePositiveRateAtRecall} at 0.95. */
    FPR_AT_95_RECALL(
            "least false-positive rate of a threshold with a recall of at least 95 %",
            -1, ranking -> ranking.falsePositiveRateAtRecall(0.95));

    private final String summary;
    private final int direction;

    @SuppressWarnings("ImmutableEnumChecker") // stateless lambdas, one in each constant above
    private final Function<Ranking, OptionalDouble> reader;

    RankingMetric(String summary, int direction, Function<Ranking, OptionalDouble> reader) {
        this.summary = summary;
        this.direction = direction;
        this.reader = reader;
    }

    /** Snake-case id, as in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, in a few words. */
    public String summary() {
        return summary;
    }

    /** Whether more is better. */
    public boolean higherIsBetter() {
        return direction > 0;
    }

    /** The value; absent where the rows hold one class only. */
    public OptionalDouble of(Ranking ranking) {
        return reader.apply(ranking);
    }

    /** The metric of that id. */
    public static Optional<RankingMetric> find(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id().equals(id)).findFirst();
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RankingMetric::id).toList();
    }
}
