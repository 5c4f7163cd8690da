package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.Golden;
import org.reconbench.evaluation.RandomCase;

class FurtherMetricsTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("metrics"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void metrics_of_the_ranking_equal_their_sources(JsonNode expected) {
        Ranking ranking = Ranking.of(Golden.labels(expected.get("y")), Golden.doubles(expected.get("s")));
        assertValue(expected, "prg_area", ranking.precisionRecallGainArea());
        assertValue(expected, "adjusted_ap", ranking.adjustedAveragePrecision());
        assertValue(expected, "fpr95", ranking.falsePositiveRateAtRecall(0.95));
        for (Map.Entry<String, JsonNode> top : expected.get("top").properties()) {
            assertEquals(
                    top.getValue().asDouble(),
                    ranking.precisionAt(Integer.parseInt(top.getKey())).orElseThrow(),
                    TOLERANCE);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void costs_and_adjusted_f1_equal_their_definitions(JsonNode expected) {
        Labels labels = Golden.labels(expected.get("y"));
        double[] scores = Golden.doubles(expected.get("s"));
        for (Map.Entry<String, JsonNode> entry : expected.get("costs").properties()) {
            double ratio = Double.parseDouble(entry.getKey());
            double[] costs = Golden.doubles(entry.getValue()); // by increasing threshold, the last flags nothing
            CostCurve curve = Ranking.of(labels, scores).costCurve(ratio);
            double[] mine = curve.costs();
            for (int i = 0; i < costs.length; i++) {
                assertEquals(costs[i], mine[costs.length - 1 - i], TOLERANCE);
            }
            assertEquals(Arrays.stream(costs).min().orElseThrow(), curve.minimum(), TOLERANCE);
            AtThreshold best = AtThreshold.atOrAbove(labels, scores, curve.bestThreshold());
            assertEquals(curve.minimum(), best.expectedCost(ratio).orElseThrow(), TOLERANCE);
        }
        AtThreshold at = AtThreshold.of(labels, scores, expected.get("cut").asDouble());
        assertValue(expected, "adjusted_f1", at.adjustedF1());
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void only_the_order_of_scores_matters_and_not_that_of_rows(RandomCase c) {
        int[] order = c.permutation();
        double[] scores = c.scores();
        double[] moved = Arrays.stream(order)
                .mapToDouble(i -> Math.atan(scores[i] / 1e6) * 3 + 1)
                .toArray();
        Ranking before = Ranking.of(c.labels(), scores);
        Ranking after = Ranking.of(c.labels().select(order), moved);
        for (RankingMetric metric : RankingMetric.values()) {
            assertEquals(metric.of(before), metric.of(after), metric.id());
        }
        assertArrayEquals(before.costCurve(7).costs(), after.costCurve(7).costs());
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void values_stay_within_their_bounds(RandomCase c) {
        Ranking ranking = Ranking.of(c.labels(), c.scores());
        for (RankingMetric metric : RankingMetric.values()) {
            assertTrue(metric.of(ranking).orElseThrow() <= 1 + TOLERANCE, metric.id());
        }
        assertTrue(ranking.falsePositiveRateAtRecall(0.95).orElseThrow() >= 0);
        double rate = c.labels().anomalyRate();
        CostCurve curve = ranking.costCurve(4);
        assertTrue(curve.minimum() <= Math.min(4 * rate, 1 - rate) + TOLERANCE);
        assertEquals(4 * rate, curve.costs()[0], TOLERANCE);
        assertEquals(1 - rate, curve.costs()[curve.costs().length - 1], TOLERANCE);
        assertEquals(curve.thresholds().length, curve.costs().length);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void equal_scores_are_worth_nothing_above_chance(RandomCase c) {
        Ranking equal = Ranking.of(c.labels(), new double[c.labels().size()]);
        assertEquals(0, equal.precisionRecallGainArea().orElseThrow(), TOLERANCE);
        assertEquals(0, equal.adjustedAveragePrecision().orElseThrow(), TOLERANCE);
        assertEquals(1, equal.falsePositiveRateAtRecall(0.95).orElseThrow());
        AtThreshold all =
                AtThreshold.atOrAbove(c.labels(), new double[c.labels().size()], 0);
        assertEquals(0, all.adjustedF1().orElseThrow(), TOLERANCE);
    }

    @Test
    void a_perfect_ranking_is_worth_one() {
        Ranking perfect = Ranking.of(Labels.of(0, 0, 0, 1, 1), new double[] {1, 2, 3, 4, 5});
        assertEquals(1, perfect.precisionRecallGainArea().orElseThrow(), TOLERANCE);
        assertEquals(1, perfect.adjustedAveragePrecision().orElseThrow(), TOLERANCE);
        assertEquals(0, perfect.falsePositiveRateAtRecall(0.95).orElseThrow());
        assertEquals(0, perfect.costCurve(10).minimum());
        assertEquals(1, new AtThreshold(2, 0, 3, 0).adjustedF1().orElseThrow());
    }

    @Test
    void where_misses_are_cheap_the_best_is_to_flag_nothing() {
        CostCurve curve = Ranking.of(Labels.of(0, 1, 0), new double[] {3, 2, 1}).costCurve(0.1);
        assertEquals(0.1 / 3, curve.minimum(), TOLERANCE);
        assertEquals(Math.nextUp(3.0), curve.bestThreshold());
        assertEquals(0.1, curve.ratio());
    }

    @Test
    void ninety_five_of_a_hundred_is_a_recall_of_95_percent() {
        int[] y = new int[101];
        double[] scores = new double[101];
        for (int i = 0; i < 101; i++) {
            y[i] = i == 95 ? 0 : 1;
            scores[i] = -i;
        }
        Ranking ranking = Ranking.of(Labels.of(y), scores);
        assertEquals(0, ranking.falsePositiveRateAtRecall(0.95).orElseThrow());
        assertEquals(1, ranking.falsePositiveRateAtRecall(0.96).orElseThrow());
    }

    @Test
    void r_precision_is_precision_and_recall_of_as_many_rows_as_there_are_anomalies() {
        Ranking ranking = Ranking.of(Labels.of(1, 0, 1, 0, 0), new double[] {5, 4, 3, 2, 1});
        assertEquals(0.5, ranking.precisionAtN().orElseThrow());
        assertEquals(ranking.precisionAt(2), ranking.precisionAtN());
        assertEquals(0.4, ranking.precisionAt(5).orElseThrow(), TOLERANCE);
    }

    @Test
    void one_class_has_no_value_and_bad_input_is_refused() {
        Ranking one = Ranking.of(Labels.of(0, 0), new double[] {1, 2});
        for (RankingMetric metric : RankingMetric.values()) {
            assertEquals(OptionalDouble.empty(), metric.of(one), metric.id());
        }
        assertThrows(IllegalStateException.class, () -> one.costCurve(1));
        assertThrows(IllegalArgumentException.class, () -> one.precisionAt(0));
        assertThrows(IllegalArgumentException.class, () -> one.precisionAt(3));
        assertThrows(IllegalArgumentException.class, () -> one.falsePositiveRateAtRecall(0));
        Ranking two = Ranking.of(Labels.of(0, 1), new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> two.costCurve(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new AtThreshold(1, 1, 1, 1).expectedCost(0));
        assertEquals(OptionalDouble.empty(), new AtThreshold(0, 1, 1, 0).adjustedF1());
        assertEquals(OptionalDouble.empty(), new AtThreshold(0, 0, 0, 0).expectedCost(1));
    }

    @Test
    void metrics_are_found_by_ids_of_their_own() {
        assertEquals(RankingMetric.values().length, new HashSet<>(RankingMetric.ids()).size());
        assertEquals(RankingMetric.AUC_PRG, RankingMetric.find("auc_prg").orElseThrow());
        assertTrue(RankingMetric.find("auc").isEmpty());
        assertFalse(RankingMetric.FPR_AT_95_RECALL.higherIsBetter());
        assertTrue(RankingMetric.AUC_PR.higherIsBetter());
    }

    private static void assertValue(JsonNode expected, String key, OptionalDouble actual) {
        assertEquals(expected.get(key).asDouble(), actual.orElseThrow(), TOLERANCE, key);
    }
}
