package org.reconbench.evaluation.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.reconbench.evaluation.metrics.Quantiles;

class EvtThresholdTest {
    private static final ThresholdRule EVT = new EvtThreshold();

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("pareto"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void the_tail_is_scipys_maximum_likelihood_fit(JsonNode expected) {
        ParetoTail tail = ParetoTail.fit(Golden.doubles(expected.get("x")));
        assertEquals(expected.get("shape").asDouble(), tail.shape(), 1e-5);
        assertEquals(1, tail.scale() / expected.get("scale").asDouble(), 1e-5);
    }

    /** Quantiles of scipy.stats.genpareto(shape, scale=2).isf(p). */
    @Test
    void quantiles_of_the_tail_follow_from_its_formula() {
        assertEquals(2 * Math.log(100), new ParetoTail(0, 2).exceededWith(0.01), 1e-12);
        assertEquals(2 / 0.5 * (10 - 1), new ParetoTail(0.5, 2).exceededWith(0.01), 1e-12);
        assertEquals(2 / 0.5 * (1 - 0.1), new ParetoTail(-0.5, 2).exceededWith(0.01), 1e-12);
        assertEquals(0, new ParetoTail(0.3, 2).exceededWith(1), 1e-12);
    }

    /** For exponential scores the true level is -log q; 20 000 draws leave it within 5 % at 3 % and within 15 % at one in 10 000. */
    @Test
    void an_exponential_tail_is_found_again() {
        double[] scores = exponential(20_000);
        assertEquals(-Math.log(0.03), at(scores, 0.03), 0.05 * 3.5);
        assertEquals(-Math.log(1e-4), at(scores, 1e-4), 0.15 * 9.2);
        assertEquals(at(scores, 1e-4), at(scores, 0));
    }

    @Test
    void a_lesser_contamination_never_lowers_the_threshold_within_one_tail() {
        double[] scores = exponential(500);
        double last = Double.POSITIVE_INFINITY;
        for (double q : new double[] {0.0005, 0.002, 0.01, 0.02, 0.05}) {
            double threshold = at(scores, q);
            assertTrue(threshold < last, q + ": " + threshold);
            last = threshold;
        }
    }

    @Test
    void it_moves_with_shift_and_scale_of_the_scores_and_not_with_their_order() {
        double[] scores = exponential(300);
        double[] moved = new double[300];
        Arrays.setAll(moved, i -> 5 + 3 * scores[299 - i]);
        assertEquals(5 + 3 * at(scores, 0.01), at(moved, 0.01), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.3, 0.6, 0.99})
    void with_too_few_scores_or_too_great_a_share_it_is_the_quantile(double q) {
        double[] few = {3, 1, 2, 5, 4};
        assertEquals(Quantiles.linear(few, 1 - q), at(few, q));
        double[] equal = new double[400];
        assertEquals(0, at(equal, q));
    }

    @Test
    void half_and_more_is_no_tail() {
        double[] scores = exponential(100);
        assertEquals(Quantiles.linear(scores, 1 - 0.6), at(scores, 0.6));
    }

    @Test
    void bad_scores_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> at(new double[0], 0.1));
        assertThrows(IllegalArgumentException.class, () -> at(new double[] {1, Double.NaN}, 0.1));
    }

    private static double at(double[] scores, double contamination) {
        return EVT.threshold(ThresholdInput.of(scores, contamination));
    }

    private static double[] exponential(int n) {
        RandomGenerator random = new RandomStreams(2).stream("evt");
        double[] scores = new double[n];
        Arrays.setAll(scores, i -> random.nextExponential());
        return scores;
    }
}
