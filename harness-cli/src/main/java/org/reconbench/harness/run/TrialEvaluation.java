package org.reconbench.harness.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.BestF1;
import org.reconbench.evaluation.metrics.Correlation;
import org.reconbench.evaluation.metrics.Ranking;

/**
 * The numbers of one trial from its scores: metrics of the primary score at the declared threshold, the oracle's best
 * F1 apart, the areas of every score, and the rank correlation with the trivial reference.
 */
record TrialEvaluation(
        TrialRecord.Metrics metrics,
        TrialRecord.Confusion confusion,
        TrialRecord.@Nullable Oracle oracle,
        Map<String, TrialRecord.Auc> scores,
        @Nullable Double spearmanNorm) {

    /**
     * Evaluates.
     *
     * @param ranking of the test rows by the primary score
     */
    static TrialEvaluation of(TrainTest data, MemberScores scores, Ranking ranking, double threshold) {
        Labels labels = data.testLabels();
        double[] primary = scores.primary();
        AtThreshold at = AtThreshold.of(labels, primary, threshold);
        Map<String, TrialRecord.Auc> areas = new LinkedHashMap<>();
        scores.test().forEach((id, values) -> {
            Ranking each = values == primary ? ranking : Ranking.of(labels, values);
            areas.put(id, new TrialRecord.Auc(boxed(each.rocAuc()), boxed(each.averagePrecision())));
        });
        return new TrialEvaluation(
                metrics(labels, ranking, at),
                new TrialRecord.Confusion(at.tp(), at.fp(), at.tn(), at.fn()),
                ranking.bestF1().map(TrialEvaluation::oracle).orElse(null),
                areas,
                spearmanWithNorm(data, primary));
    }

    private static TrialRecord.Metrics metrics(Labels labels, Ranking ranking, AtThreshold at) {
        return new TrialRecord.Metrics(
                boxed(ranking.rocAuc()),
                boxed(ranking.averagePrecision()),
                boxed(at.precision()),
                boxed(at.recall()),
                boxed(at.f1()),
                boxed(ranking.precisionAtN()),
                boxed(ranking.adjustedAveragePrecision()),
                boxed(ranking.precisionRecallGainArea()),
                boxed(ranking.falsePositiveRateAtRecall(0.95)),
                absence(labels, at).orElse(null));
    }

    private static Optional<String> absence(Labels labels, AtThreshold at) {
        if (labels.anomalies() == 0 || labels.normals() == 0) {
            return Optional.of("the test rows are of one class only");
        }
        return at.precision().isEmpty()
                ? Optional.of("no test row is flagged: precision is undefined")
                : Optional.empty();
    }

    private static TrialRecord.Oracle oracle(BestF1 best) {
        return new TrialRecord.Oracle(best.f1(), best.precision(), best.recall(), best.threshold());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Spearman's correlation of a score with the squared norm of the test rows less the train mean. */
    private static @Nullable Double spearmanWithNorm(TrainTest data, double[] score) {
        double[] norms = centredNorms(data.train(), data.test());
        return boxed(Correlation.spearman(score, norms));
    }

    private static double[] centredNorms(Matrix train, Matrix test) {
        int columns = train.columns();
        double[] mean = new double[columns];
        for (int i = 0; i < train.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                mean[j] += train.get(i, j) / train.rows();
            }
        }
        double[] norms = new double[test.rows()];
        for (int i = 0; i < test.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                double centred = test.get(i, j) - mean[j];
                norms[i] += centred * centred;
            }
        }
        return norms;
    }
}
