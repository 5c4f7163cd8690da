package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Labels;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.Golden;
import org.reconbench.evaluation.metrics.Ranking;

class BootstrapTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("stats.json").get("bootstrap"));
    }

    @ParameterizedTest(name = "case {index}")
    @MethodSource("golden")
    void given_numpys_indices_replicates_and_intervals_equal_numpys(JsonNode expected) {
        int[][] indices = Golden.intRows(expected.get("indices"));
        double[] replicates = switch (expected.get("stat").asText()) {
            case "mean" -> Bootstrap.replicates(values(expected, "values"), indices, Sample::mean);
            case "median" -> Bootstrap.replicates(values(expected, "values"), indices, Sample::median);
            case "paired mean difference" -> paired(expected, indices);
            case "roc_auc, stratified" ->
                ranked(expected, indices, r -> r.rocAuc().orElseThrow());
            case "average_precision, stratified" ->
                ranked(expected, indices, r -> r.averagePrecision().orElseThrow());
            default -> throw new AssertionError("nothing checks " + expected.get("stat"));
        };
        assertArrayEquals(values(expected, "replicates"), replicates, TOLERANCE);
        assertInterval(expected.get("ci95"), Bootstrap.percentile(replicates, 0.95));
        if (expected.has("ci90")) {
            assertInterval(expected.get("ci90"), Bootstrap.percentile(replicates, 0.90));
        }
    }

    private static double[] paired(JsonNode expected, int[][] indices) {
        double[] a = values(expected, "a");
        double[] b = values(expected, "b");
        PairedDifference difference = PairedDifference.of(a, b, 0.95, indices);
        assertInterval(expected.get("ci95"), difference.interval());
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        return Bootstrap.replicates(differences, indices, Sample::mean);
    }

    private static double[] ranked(JsonNode expected, int[][] indices, Function<Ranking, Double> metric) {
        Labels labels = Golden.labels(expected.get("y"));
        double[] scores = values(expected, "s");
        return Arrays.stream(indices)
                .mapToDouble(rows -> metric.apply(Ranking.of(
                        labels.select(rows),
                        Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray())))
                .toArray();
    }

    private static double[] values(JsonNode node, String key) {
        return Golden.doubles(node.get(key));
    }

    private static void assertInterval(JsonNode expected, Interval actual) {
        assertEquals(expected.get(0).asDouble(), actual.lower(), TOLERANCE);
        assertEquals(expected.get(1).asDouble(), actual.upper(), TOLERANCE);
    }

    @Test
    void the_same_seed_gives_the_same_interval_and_another_seed_another() {
        double[] a = {.9, .8, .7, .95, .6, .85};
        double[] b = {.7, .75, .72, .8, .65, .7};
        PairedDifference first = PairedDifference.of(a, b, 0.95, 500, stream(1));
        assertEquals(first, PairedDifference.of(a, b, 0.95, 500, stream(1)));
        assertFalse(first.interval()
                .equals(PairedDifference.of(a, b, 0.95, 500, stream(2)).interval()));
        assertEquals(0.08, first.mean(), TOLERANCE);
        assertTrue(first.interval().contains(first.mean()));
    }

    @Test
    void five_pairs_conclude_nothing_and_six_of_one_sign_do() {
        assertFalse(difference(5, 0.1).conclusive());
        assertTrue(difference(6, 0.1).conclusive());
        assertFalse(difference(6, 0).conclusive());
    }

    /** Every index is drawn with probability 1/5: 5000 draws of each +- 5 standard deviations of 63. */
    @Test
    void resamples_draw_every_row_about_equally_often() {
        int[][] indices = Bootstrap.indices(5, 5000, stream(3));
        int[] counts = new int[5];
        Arrays.stream(indices).flatMapToInt(Arrays::stream).forEach(i -> counts[i]++);
        for (int count : counts) {
            assertEquals(5000, count, 5 * Math.sqrt(25_000 * 0.2 * 0.8));
        }
    }

    @Test
    void bad_input_is_refused() {
        double[] one = {1};
        double[] none = {};
        RandomGenerator random = stream(0);
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(none, none, 0.95, 10, random));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(one, none, 0.95, 10, random));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(one, one, 0.95, 0, random));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(one, one, 1, 10, random));
        double[] bad = {Double.NaN};
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(bad, one, 0.95, 10, random));
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 2, 0));
    }

    private static PairedDifference difference(int pairs, double by) {
        double[] a = new double[pairs];
        Arrays.fill(a, by);
        return PairedDifference.of(a, new double[pairs], 0.95, 100, stream(0));
    }

    private static RandomGenerator stream(long seed) {
        return new RandomStreams(seed).stream("test");
    }
}
