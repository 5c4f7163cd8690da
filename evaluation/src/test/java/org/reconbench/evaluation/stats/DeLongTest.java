package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.Golden;
import org.reconbench.evaluation.RandomCase;
import org.reconbench.evaluation.metrics.Ranking;

class DeLongTest {
    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("delong"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void area_and_variance_equal_those_of_placement_values(JsonNode expected) {
        DeLong delong = DeLong.of(Golden.labels(expected.get("y")), Golden.doubles(expected.get("s")))
                .orElseThrow();
        assertEquals(expected.get("auc").asDouble(), delong.auc(), 1e-12);
        assertEquals(expected.get("variance").asDouble(), delong.variance(), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_area_is_the_rankings_and_the_interval_holds_it(RandomCase c) {
        Optional<DeLong> delong = DeLong.of(c.labels(), c.scores());
        boolean enough = c.labels().anomalies() > 1 && c.labels().normals() > 1;
        assertEquals(enough, delong.isPresent());
        delong.ifPresent(d -> {
            assertEquals(Ranking.of(c.labels(), c.scores()).rocAuc().orElseThrow(), d.auc(), 1e-12);
            Interval interval = d.interval(0.95);
            assertTrue(interval.contains(d.auc()));
            assertTrue(interval.lower() >= 0 && interval.upper() <= 1);
        });
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void only_the_order_of_scores_matters_and_not_that_of_rows(RandomCase c) {
        int[] order = c.permutation();
        double[] scores = c.scores();
        double[] moved =
                Arrays.stream(order).mapToDouble(i -> scores[i] * 3 - 1).toArray();
        Optional<DeLong> before = DeLong.of(c.labels(), scores);
        Optional<DeLong> after = DeLong.of(c.labels().select(order), moved);
        assertEquals(before.isPresent(), after.isPresent());
        before.ifPresent(d -> {
            assertEquals(d.auc(), after.orElseThrow().auc(), 1e-12);
            assertEquals(d.variance(), after.orElseThrow().variance(), 1e-12);
            assertTrue(d.variance() >= 0 && d.variance() <= 0.5);
        });
    }

    @Test
    void the_interval_reaches_a_normal_quantile_to_both_sides() {
        Interval interval = new DeLong(0.7, 0.0025).interval(0.95);
        assertEquals(0.7 - 1.959963984540054 * 0.05, interval.lower(), 1e-12);
        assertEquals(0.7 + 1.959963984540054 * 0.05, interval.upper(), 1e-12);
        assertEquals(new Interval(1, 1, 0.9), new DeLong(1, 0).interval(0.9));
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> DeLong.of(Labels.of(0, 1), new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> DeLong.of(Labels.of(0, 1), new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> new DeLong(0.5, 0.1).interval(1));
        assertTrue(DeLong.of(Labels.of(), new double[0]).isEmpty());
        assertTrue(DeLong.of(Labels.of(1, 1), new double[2]).isEmpty());
    }
}
