package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.Golden;

class FriedmanTest {
    private static final double TOLERANCE = 1e-9;

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("stats.json").get("friedman"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void ranks_statistics_and_probabilities_equal_scipys(JsonNode expected) {
        Friedman test = Friedman.of(matrix(expected.get("m")), true);
        assertArrayEquals(Golden.doubles(expected.get("mean_ranks")), ranks(test), 1e-12);
        assertEquals(expected.get("chi2_uncorrected").asDouble(), test.chiSquared(), TOLERANCE);
        assertEquals(expected.get("p_uncorrected").asDouble(), test.pChiSquared(), TOLERANCE);
        assertEquals(expected.get("chi2_tie_corrected").asDouble(), test.chiSquaredTieCorrected(), TOLERANCE);
        assertEquals(expected.get("p").asDouble(), test.pChiSquaredTieCorrected(), TOLERANCE);
        double f = expected.get("iman_F").asText().equals("inf")
                ? Double.POSITIVE_INFINITY
                : expected.get("iman_F").asDouble();
        assertEquals(f, test.f(), 1e-8);
        assertEquals(expected.get("iman_p").asDouble(), test.p(), TOLERANCE);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void critical_differences_and_pairs_equal_scipys_studentized_range(JsonNode expected) {
        Friedman test = Friedman.of(matrix(expected.get("m")), true);
        for (String alpha : List.of("0.05", "0.1")) {
            assertEquals(
                    expected.get("nemenyi_cd").get(alpha).asDouble(),
                    test.criticalDifference(Double.parseDouble(alpha)),
                    TOLERANCE);
        }
        JsonNode pairs = expected.get("nemenyi_p");
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < pairs.size(); j++) {
                assertEquals(pairs.get(i).get(j).asDouble(), test.nemenyiP(i, j), TOLERANCE);
            }
        }
    }

    @Test
    void the_studentized_range_equals_scipys() {
        for (JsonNode row : Golden.read("stats.json").get("studentized_range_sf(q,k,inf)")) {
            assertEquals(
                    row.get(2).asDouble(),
                    StudentizedRange.survival(row.get(0).asDouble(), row.get(1).asInt()),
                    1e-10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.05", "0.1"})
    void its_critical_values_equal_scipys_for_two_to_twenty(String alpha) {
        JsonNode table = Golden.read("stats.json").get("nemenyi_q_over_sqrt2").get(alpha);
        for (int k = 2; k <= 20; k++) {
            assertEquals(
                    table.get(String.valueOf(k)).asDouble(),
                    StudentizedRange.critical(Double.parseDouble(alpha), k) / Math.sqrt(2),
                    1e-9);
        }
    }

    @Test
    void a_rank_can_be_lost_only_to_another() {
        for (int seed = 0; seed < 50; seed++) {
            double[][] values = random(seed);
            Friedman test = Friedman.of(values, true);
            double k = test.configurations();
            assertEquals(k * (k + 1) / 2, Arrays.stream(ranks(test)).sum(), TOLERANCE);
            assertTrue(Arrays.stream(ranks(test)).allMatch(rank -> rank >= 1 && rank <= k));
            assertTrue(test.p() >= 0 && test.p() <= 1);
            assertTrue(test.chiSquaredTieCorrected() >= test.chiSquared() - TOLERANCE);
        }
    }

    @Test
    void ranks_stay_under_any_increasing_transform_of_a_block_and_any_order_of_blocks() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] values = random(seed);
            double[][] changed = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                double slope = i + 1.0;
                changed[values.length - 1 - i] =
                        Arrays.stream(values[i]).map(v -> Math.exp(v) * slope).toArray();
            }
            Friedman before = Friedman.of(values, true);
            Friedman after = Friedman.of(changed, true);
            assertEquals(before.chiSquared(), after.chiSquared(), TOLERANCE);
            assertArrayEquals(ranks(before), ranks(after), TOLERANCE);
        }
    }

    @Test
    void where_less_is_better_the_ranks_turn_round() {
        double[][] seconds = {{1, 2, 3}, {1, 3, 2}};
        assertEquals(List.of(1.0, 2.5, 2.5), Friedman.of(seconds, false).averageRanks());
        assertEquals(List.of(3.0, 1.5, 1.5), Friedman.of(seconds, true).averageRanks());
    }

    @Test
    void all_tied_is_no_difference() {
        Friedman test = Friedman.of(new double[4][3], true);
        assertEquals(0, test.chiSquared());
        assertEquals(0, test.chiSquaredTieCorrected());
        assertEquals(1, test.p());
        assertEquals(1, test.nemenyiP(0, 2), 1e-12);
    }

    /** With k = 3 and n = 10 the critical difference is 1.048. */
    @Test
    void columns_that_lie_within_the_critical_difference_form_groups() {
        assertEquals(
                List.of(List.of(2, 0), List.of(0, 1)),
                new Friedman(10, List.of(1.9, 2.9, 1.2), 0, 0, 0, 1).indistinct(0.05));
        assertEquals(List.of(List.of(0, 1, 2)), new Friedman(10, List.of(2.0, 2.0, 2.0), 0, 0, 0, 1).indistinct(0.05));
        assertEquals(List.of(), new Friedman(40, List.of(1.0, 2.0, 3.0), 0, 0, 0, 1).indistinct(0.05));
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[0][0], true));
        assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[1][3], true));
        assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[5][1], true));
        assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[][] {{1, 2}, {1}}, true));
        assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[][] {{1, 2}, {1, Double.NaN}}, true));
        Friedman test = Friedman.of(new double[2][2], true);
        assertThrows(IllegalArgumentException.class, () -> test.criticalDifference(0));
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.survival(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.survival(1, 1));
    }

    private static double[] ranks(Friedman test) {
        return test.averageRanks().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] matrix(JsonNode rows) {
        return Golden.items(rows).map(Golden::doubles).toArray(double[][]::new);
    }

    private static double[][] random(int seed) {
        RandomGenerator random = new RandomStreams(seed).stream("friedman");
        int n = 2 + random.nextInt(10);
        int k = 2 + random.nextInt(8);
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, k)
                        .mapToDouble(j -> random.nextInt(6) / 4.0)
                        .toArray())
                .toArray(double[][]::new);
    }
}
