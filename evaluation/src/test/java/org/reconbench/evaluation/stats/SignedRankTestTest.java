package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.Golden;

class SignedRankTestTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> scipy() {
        return Golden.items(Golden.read("stats.json").get("wilcoxon"));
    }

    static Stream<JsonNode> enumerated() {
        return Golden.items(Golden.read("statistics.json").get("wilcoxon"));
    }

    /** Every row of the golden file that is about Pratt's zeros, exact or approximate without continuity correction. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("scipy")
    void exact_and_normal_probabilities_equal_scipys(JsonNode expected) {
        double[] x = Golden.doubles(expected.get("x"));
        double[] y = Golden.doubles(expected.get("y"));
        double[] differences = new double[x.length];
        Arrays.setAll(differences, i -> x[i] - y[i]);
        int checked = 0;
        for (JsonNode row : expected.get("rows")) {
            boolean exact = row.get("method").asText().equals("exact");
            if (!row.get("zero").asText().equals("pratt") || row.get("cc").asBoolean()) {
                continue;
            }
            SignedRankTest test = exact ? SignedRankTest.exact(differences) : SignedRankTest.normal(differences);
            String alternative = row.get("alt").asText();
            double p = row.get("p").asDouble();
            switch (alternative) {
                case "two-sided" -> {
                    assertEquals(p, test.p(), TOLERANCE);
                    assertEquals(row.get("W").asDouble(), Math.min(test.wPlus(), test.wMinus()));
                }
                case "greater" -> assertEquals(p, test.pGreater(), TOLERANCE);
                default -> assertEquals(p, test.pLess(), TOLERANCE);
            }
            checked++;
        }
        assertTrue(checked >= 3, "rows checked: " + checked);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("enumerated")
    void with_ties_and_zeros_the_exact_distribution_is_that_of_all_signs(JsonNode expected) {
        SignedRankTest test = SignedRankTest.of(Golden.doubles(expected.get("d")));
        assertTrue(test.exact());
        assertEquals(expected.get("w_plus").asDouble(), test.wPlus(), TOLERANCE);
        assertEquals(expected.get("w_minus").asDouble(), test.wMinus(), TOLERANCE);
        assertEquals(expected.get("greater").asDouble(), test.pGreater(), TOLERANCE);
        assertEquals(expected.get("less").asDouble(), test.pLess(), TOLERANCE);
        assertEquals(expected.get("two_sided").asDouble(), test.p(), TOLERANCE);
        assertEquals(expected.get("rank_biserial").asDouble(), test.rankBiserial(), TOLERANCE);
        assertEquals(test.rankBiserial(), EffectSize.rankBiserial(Golden.doubles(expected.get("d"))), TOLERANCE);
    }

    @Test
    void more_than_fifty_pairs_are_approximated() {
        double[] differences = cases(51, 9);
        assertFalse(SignedRankTest.of(differences).exact());
        assertTrue(SignedRankTest.of(Arrays.copyOf(differences, 50)).exact());
    }

    /** The approximation's error at 50 pairs is of order 1/50^(3/2). */
    @Test
    void exact_and_approximate_probabilities_meet_at_fifty_pairs() {
        double[] differences = cases(50, 4);
        assertEquals(
                SignedRankTest.exact(differences).p(),
                SignedRankTest.normal(differences).p(),
                0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 20, 49, 70})
    void turning_the_signs_swaps_the_sides_and_order_does_not_matter(int n) {
        double[] differences = cases(n, n);
        SignedRankTest test = SignedRankTest.of(differences);
        SignedRankTest turned =
                SignedRankTest.of(Arrays.stream(differences).map(d -> -d).toArray());
        double[] reversed = new double[n];
        Arrays.setAll(reversed, i -> differences[n - 1 - i]);
        assertEquals(test, SignedRankTest.of(reversed));
        assertEquals(test.p(), turned.p(), TOLERANCE);
        assertEquals(test.pGreater(), turned.pLess(), TOLERANCE);
        assertEquals(test.rankBiserial(), -turned.rankBiserial(), TOLERANCE);
        assertEquals(test.wPlus(), turned.wMinus());
        assertTrue(test.p() > 0 && test.p() <= 1);
    }

    @Test
    void only_the_ranks_of_absolute_differences_matter() {
        double[] differences = cases(17, 3);
        double[] cubed = Arrays.stream(differences).map(d -> d * d * d).toArray();
        assertArrayEquals(
                Ranks.ascending(Arrays.stream(differences).map(Math::abs).toArray()),
                Ranks.ascending(Arrays.stream(cubed).map(Math::abs).toArray()));
        assertEquals(SignedRankTest.of(differences), SignedRankTest.of(cubed));
    }

    /** Drawn under the null hypothesis, p at most .05 in at most 5 % of cases: 2000 draws, + 5 standard deviations of 10. */
    @Test
    void false_alarms_keep_to_the_level() {
        RandomGenerator random = new RandomStreams(5).stream("false-alarms");
        int alarms = 0;
        for (int i = 0; i < 2000; i++) {
            double[] differences = new double[9];
            Arrays.setAll(differences, j -> Math.round(random.nextGaussian() * 3));
            alarms += SignedRankTest.of(differences).p() <= 0.05 ? 1 : 0;
        }
        assertTrue(alarms > 0 && alarms <= 150, "alarms: " + alarms);
    }

    @Test
    void without_a_difference_nothing_is_found() {
        for (int n : new int[] {1, 4, 60}) {
            SignedRankTest test = SignedRankTest.of(new double[n]);
            assertEquals(1, test.p());
            assertEquals(n, test.zeros());
            assertEquals(0, test.rankBiserial());
        }
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, SignedRankTest::of);
        assertThrows(IllegalArgumentException.class, () -> SignedRankTest.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> EffectSize.rankBiserial());
    }

    /** Multiples of a quarter, some of them 0 or equal. */
    private static double[] cases(int n, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("signed-ranks");
        double[] values = new double[n];
        Arrays.setAll(values, i -> Math.round(random.nextGaussian() * 8 + 1) / 4.0);
        return values;
    }
}
