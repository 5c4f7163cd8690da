package org.reconbench.harness.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.metrics.RankingMetric;

/** A metric that stored scores give. */
enum StoredMetric {
    AUC_ROC("AUC-ROC", RankingMetric.AUC_ROC),
    AUC_PR("AUC-PR", RankingMetric.AUC_PR),
    AUC_PR_ADJUSTED("Adj. PR", RankingMetric.AUC_PR_ADJUSTED),
    AUC_PRG("AUC-PRG", RankingMetric.AUC_PRG),
    PRECISION_AT_N("Prec. at n", RankingMetric.PRECISION_AT_N),
    FPR_AT_95_RECALL("FPR at 95", RankingMetric.FPR_AT_95_RECALL),
    PRECISION("Precision", null),
    RECALL("Recall", null),
    F1("F1", null),
    ADJUSTED_F1("Adj. F1", null),
    FALSE_POSITIVE_RATE("FPR", null),
    EXPECTED_COST("Cost", null);

    private final String title;
    private final @Nullable RankingMetric metric;

    StoredMetric(String title, @Nullable RankingMetric metric) {
        this.title = title;
        this.metric = metric;
    }

    /** Snake-case id, as in files. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** Whether it needs no threshold. */
    boolean ranking() {
        return metric != null;
    }

    /** The value; absent where it is undefined. */
    OptionalDouble of(Ranking ranking, @Nullable AtThreshold at, @Nullable Double costRatio) {
        if (metric != null) {
            return metric.of(ranking);
        }
        if (at == null) {
            return OptionalDouble.empty();
        }
        return switch (this) {
            case PRECISION -> at.precision();
            case RECALL -> at.recall();
            case F1 -> at.f1();
            case ADJUSTED_F1 -> at.adjustedF1();
            case FALSE_POSITIVE_RATE -> at.falsePositiveRate();
            default -> costRatio == null ? OptionalDouble.empty() : at.expectedCost(costRatio);
        };
    }

    static List<StoredMetric> ofRanking() {
        return Arrays.stream(values()).filter(StoredMetric::ranking).toList();
    }

    static Optional<StoredMetric> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(StoredMetric::id).toList();
    }
}
