package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.Golden;

class BayesianSignedRankTest {
    private static final int SAMPLES = 50_000;

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("bayes"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void with_given_weights_the_mass_above_and_below_the_rope_equals_baycomps_formula(JsonNode expected) {
        SumRegions regions = SumRegions.of(
                Golden.doubles(expected.get("d")), expected.get("rope").asDouble());
        int draws = expected.get("weights").size();
        double[][] weights = new double[expected.get("d").size() + 1][draws];
        for (int s = 0; s < draws; s++) {
            double[] draw = Golden.doubles(expected.get("weights").get(s));
            for (int i = 0; i < draw.length; i++) {
                weights[i][s] = draw[i];
            }
        }
        double[][] masses = regions.masses(weights);
        assertArrayEquals(Golden.doubles(expected.get("right")), masses[0], 1e-12);
        assertArrayEquals(Golden.doubles(expected.get("left")), masses[1], 1e-12);
    }

    /** Two Monte Carlo estimates, of 200 000 and 50 000 draws: 5 standard errors of their difference are at most .0125. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void probabilities_agree_with_another_sampler(JsonNode expected) {
        BayesianSignedRank test = BayesianSignedRank.of(
                Golden.doubles(expected.get("d")), expected.get("rope").asDouble(), SAMPLES, stream(1));
        double[] p = Golden.doubles(expected.get("probability"));
        assertEquals(p[2], test.firstBetter(), 0.0125);
        assertEquals(p[1], test.equivalent(), 0.0125);
        assertEquals(p[0], test.secondBetter(), 0.0125);
        assertEquals(1, test.firstBetter() + test.equivalent() + test.secondBetter(), 1e-12);
    }

    @Test
    void the_same_stream_gives_the_same_result_and_another_another() {
        double[] differences = {.03, -.01, .02, .005, .04};
        BayesianSignedRank first = BayesianSignedRank.of(differences, .01, 2000, stream(3));
        assertEquals(first, BayesianSignedRank.of(differences, .01, 2000, stream(3)));
        assertNotEquals(first, BayesianSignedRank.of(differences, .01, 2000, stream(4)));
    }

    /** More draws than are worked on abreast, and not a multiple: each is what it is alone. */
    @Test
    void a_draw_s_masses_do_not_depend_on_the_draws_beside_it() {
        SumRegions regions = SumRegions.of(new double[] {.03, -.01, .02, -.02}, .01);
        double[][] weights = BayesianSignedRank.weights(4, 1300, stream(6));
        double[][] together = regions.masses(weights);
        for (int s : new int[] {0, 511, 512, 1023, 1024, 1299}) {
            double[][] alone = new double[5][1];
            for (int i = 0; i < 5; i++) {
                alone[i][0] = weights[i][s];
            }
            assertEquals(together[0][s], regions.masses(alone)[0][0]);
            assertEquals(together[1][s], regions.masses(alone)[1][0]);
        }
    }

    @Test
    void turning_the_signs_swaps_the_sides() {
        double[] differences = {.03, -.01, .02, .005, .04, .01};
        double[][] weights = BayesianSignedRank.weights(6, 2000, stream(5));
        BayesianSignedRank test = BayesianSignedRank.of(differences, .01, weights);
        BayesianSignedRank turned =
                BayesianSignedRank.of(Arrays.stream(differences).map(d -> -d).toArray(), .01, weights);
        assertEquals(test.firstBetter(), turned.secondBetter());
        assertEquals(test.equivalent(), turned.equivalent());
    }

    @Test
    void equal_sides_are_equivalent_and_without_a_rope_even() {
        assertEquals(
                1, BayesianSignedRank.of(new double[8], .01, 100, stream(0)).equivalent());
        BayesianSignedRank even = BayesianSignedRank.of(new double[8], 0, 100, stream(0));
        assertEquals(0.5, even.firstBetter());
        assertEquals(0.5, even.secondBetter());
    }

    /** Dirichlet(1/2, 1, 1): the means are 1/5 and 2/5; 20 000 draws, 5 standard errors of at most .002. */
    @Test
    void weights_follow_the_posterior() {
        double[][] weights = BayesianSignedRank.weights(2, 20_000, stream(7));
        for (int s = 0; s < 20_000; s++) {
            assertEquals(1, weights[0][s] + weights[1][s] + weights[2][s], 1e-12);
        }
        assertEquals(0.2, Sample.mean(weights[0]), 0.01);
        assertEquals(0.4, Sample.mean(weights[1]), 0.01);
        assertEquals(0.4, Sample.mean(weights[2]), 0.01);
    }

    @Test
    void bad_input_is_refused() {
        double[] one = {1};
        double[][] weights = BayesianSignedRank.weights(2, 3, stream(0));
        RandomGenerator random = stream(0);
        assertThrows(IllegalArgumentException.class, () -> BayesianSignedRank.of(new double[0], 0, 10, random));
        assertThrows(IllegalArgumentException.class, () -> BayesianSignedRank.of(one, -1, 10, random));
        assertThrows(IllegalArgumentException.class, () -> BayesianSignedRank.of(one, 0, 0, random));
        assertThrows(IllegalArgumentException.class, () -> BayesianSignedRank.of(one, 0, weights));
        assertThrows(
                IllegalArgumentException.class, () -> BayesianSignedRank.of(new double[] {1, Double.NaN}, 0, weights));
    }

    private static RandomGenerator stream(long seed) {
        return new RandomStreams(seed).stream("bayes");
    }
}
