package org.reconbench.reports.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reconbench.core.data.Labels;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/**
 * A block with the stored primary scores of its trials, those with both classes among the test rows.
 *
 * @param scored by row, in the order of the block; rows without scores left out
 * @param measure what decides who is better
 */
public record ScoredBlock(Block block, Map<Row, List<Scored>> scored, Measure measure) {

    /** One trial's primary score over its test rows. */
    public static final class Scored {
        private final TrialRecord trial;
        private final String score;
        private final TrialScores scores;

        Scored(TrialRecord trial, String score, TrialScores scores) {
            this.trial = trial;
            this.score = score;
            this.scores = scores;
        }

        /** The trial. */
        public TrialRecord trial() {
            return trial;
        }

        /** The score's id. */
        public String score() {
            return score;
        }

        /** The labels of the test rows. */
        public Labels labels() {
            return scores.labels();
        }

        /** A copy of the scores. */
        public double[] values() {
            return scores.score(score);
        }

        /** A copy of the quantiles of the train scores. */
        public double[] trainQuantiles() {
            return scores.trainQuantiles();
        }

        /** The ranking that the scores make. */
        public Ranking ranking() {
            return Ranking.of(labels(), values());
        }
    }

    /** The rows with scores, best mean of the deciding measure first. */
    public List<Row> foremost() {
        return Study.byQuality(List.copyOf(scored.keySet()), measure);
    }

    /** The share of anomalies among the test rows of the first trial. */
    public Optional<Double> prevalence() {
        return scored.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(first ->
                        first.labels().anomalies() / (double) first.labels().size());
    }
}
