package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.Golden;

/** Every case and key of scikit-learn 1.2.1's values in golden/metrics.json, to 1e-12. */
class ScikitLearnTest {
    private static final double TOLERANCE = 1e-12;
    private static final Set<String> INPUTS = Set.of("name", "y", "s", "n", "mod", "div", "positives", "distinct");

    static Stream<JsonNode> cases() {
        return Golden.items(Golden.read("metrics.json").get("cases"));
    }

    static Stream<JsonNode> big() {
        return Golden.items(Golden.read("metrics.json").get("big"));
    }

    @ParameterizedTest(name = "case {index}")
    @MethodSource("cases")
    void a_small_case_equals_scikit_learn(JsonNode expected) {
        assertEqualsEveryKey(expected, Golden.labels(expected.get("y")), Golden.doubles(expected.get("s")));
    }

    @ParameterizedTest(name = "case {index}")
    @MethodSource("big")
    void a_big_case_equals_scikit_learn(JsonNode expected) {
        int n = expected.get("n").asInt();
        double[] scores = new double[n];
        long[] a = new long[n];
        for (int i = 0; i < n; i++) {
            a[i] = (i * 7919L + 13) % expected.get("mod").asLong();
            scores[i] = a[i] / expected.get("div").asDouble();
        }
        double median = Quantiles.linear(scores, 0.5);
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = (i * 104729L + a[i]) % 997 < 20 || (i % 50 == 0 && scores[i] > median) ? 1 : 0;
        }
        Labels labels = Labels.of(y);
        assertEquals(expected.get("positives").asInt(), labels.anomalies());
        assertEquals(
                expected.get("distinct").asInt(),
                Ranking.of(labels, scores).prCurve().thresholds().length);
        assertEqualsEveryKey(expected, labels, scores);
    }

    @Test
    void quantiles_equal_numpy() {
        int count = 0;
        for (JsonNode expected : Golden.read("metrics.json").get("quantile")) {
            double[] values = Golden.doubles(expected.get("s"));
            assertEquals(
                    expected.get("linear").asDouble(),
                    Quantiles.linear(values, expected.get("q").asDouble()));
            count++;
        }
        assertEquals(18, count);
    }

    private static void assertEqualsEveryKey(JsonNode expected, Labels labels, double[] scores) {
        Ranking ranking = Ranking.of(labels, scores);
        int checked = 0;
        for (Iterator<String> keys = expected.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!INPUTS.contains(key)) {
                assertKey(key, expected.get(key), ranking, labels, scores);
                checked++;
            }
        }
        assertTrue(checked >= 8, "keys checked: " + checked);
    }

    private static void assertKey(String key, JsonNode value, Ranking ranking, Labels labels, double[] scores) {
        BestF1 best = ranking.bestF1().orElseThrow();
        switch (key) {
            case "roc_auc" -> assertNear(value, ranking.rocAuc().orElseThrow(), key);
            case "ap" -> assertNear(value, ranking.averagePrecision().orElseThrow(), key);
            case "auc_recall_precision" ->
                assertNear(value, ranking.trapezoidalPrAuc().orElseThrow(), key);
            case "best_f1" -> assertNear(value, best.f1(), key);
            case "best_p" -> assertNear(value, best.precision(), key);
            case "best_r" -> assertNear(value, best.recall(), key);
            case "best_f1_thresholds" -> {
                List<Double> first = best.thresholds()
                        .subList(0, Math.min(20, best.thresholds().size()));
                assertPoints(value, first.stream().mapToDouble(t -> t).toArray(), key);
            }
            case "pr" -> {
                assertPoints(value.get("p"), ranking.prCurve().precision(), key + ".p");
                assertPoints(value.get("r"), ranking.prCurve().recall(), key + ".r");
                assertPoints(value.get("t"), ranking.prCurve().thresholds(), key + ".t");
            }
            case "roc" -> assertRoc(value, ranking.rocCurve(), key);
            case "roc_full" -> assertRoc(value, ranking.fullRocCurve(), key);
            case "at" -> value.forEach(at -> assertAt(at, labels, scores));
            default -> throw new AssertionError("nothing checks " + key);
        }
    }

    private static void assertRoc(JsonNode expected, RocCurve curve, String key) {
        assertPoints(expected.get("fpr"), curve.fpr(), key + ".fpr");
        assertPoints(expected.get("tpr"), curve.tpr(), key + ".tpr");
        assertPoints(expected.get("t"), curve.thresholds(), key + ".t");
    }

    /** The oracle was asked for 0 where nothing is flagged; here that precision is absent. */
    private static void assertAt(JsonNode expected, Labels labels, double[] scores) {
        double threshold = expected.get("t").asDouble();
        AtThreshold at = expected.get("rule").asText().equals(">")
                ? AtThreshold.of(labels, scores, threshold)
                : AtThreshold.atOrAbove(labels, scores, threshold);
        assertEquals(at.tp() + at.fp() > 0, at.precision().isPresent());
        assertNear(expected.get("p"), at.precision().orElse(0), "precision at " + expected);
        assertNear(expected.get("r"), at.recall().orElseThrow(), "recall at " + expected);
        assertNear(expected.get("f1"), at.f1().orElseThrow(), "f1 at " + expected);
    }

    private static void assertNear(JsonNode expected, double actual, String key) {
        assertEquals(expected.asDouble(), actual, TOLERANCE, key);
    }

    private static void assertPoints(JsonNode expected, double[] actual, String key) {
        double[] values = Golden.doubles(expected);
        if (key.endsWith(".t") || key.endsWith("thresholds")) {
            // -0.0 and 0.0 are one threshold; everything else agrees to the bit.
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.0;
            }
            assertArrayEquals(values, actual, key);
        } else {
            assertArrayEquals(values, actual, TOLERANCE, key);
        }
    }
}
