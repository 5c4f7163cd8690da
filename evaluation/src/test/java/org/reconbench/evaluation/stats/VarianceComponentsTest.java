package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.evaluation.Golden;

class VarianceComponentsTest {
    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("variance"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void components_follow_from_the_mean_squares_of_statsmodels(JsonNode expected) {
        double[][][] y = Golden.items(expected.get("y"))
                .map(block -> Golden.items(block).map(Golden::doubles).toArray(double[][]::new))
                .toArray(double[][][]::new);
        VarianceComponents parts = VarianceComponents.of(y);
        assertArrayEquals(Golden.doubles(expected.get("components")), array(parts), 1e-12);
        assertEquals(1, shares(parts), 1e-12);
    }

    @Test
    void only_what_varies_has_a_share() {
        double[][][] datasets = {{{1, 1}, {1, 1}}, {{2, 2}, {2, 2}}, {{4, 4}, {4, 4}}};
        VarianceComponents parts = VarianceComponents.of(datasets);
        assertArrayEquals(new double[] {7.0 / 3, 0, 0, 0, 0}, array(parts), 1e-12);
        double[][][] seeds = {{{1, 2, 3}, {1, 2, 3}}};
        assertArrayEquals(new double[] {0, 0, 0, 1, 0}, array(VarianceComponents.of(seeds)), 1e-12);
        double[][][] configurations = {{{1, 1}, {3, 3}}};
        assertArrayEquals(new double[] {0, 2, 0, 0, 0}, array(VarianceComponents.of(configurations)), 1e-12);
        double[][][] nothing = {{{5, 5}, {5, 5}}};
        assertEquals(0, shares(VarianceComponents.of(nothing)));
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(new double[0][][]));
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(new double[2][0][]));
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(new double[2][1][2]));
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(new double[2][2][1]));
        double[][][] uneven = {{{1, 2}, {1, 2}}, {{1, 2}, {1}}};
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(uneven));
        double[][][] fewer = {{{1, 2}, {1, 2}}, {{1, 2}}};
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(fewer));
        double[][][] bad = {{{1, 2}, {1, Double.NaN}}};
        assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(bad));
    }

    private static double shares(VarianceComponents v) {
        double sum = 0;
        for (double part : array(v)) {
            sum += v.share(part);
        }
        return sum;
    }

    private static double[] array(VarianceComponents v) {
        return new double[] {v.dataset(), v.configuration(), v.interaction(), v.seed(), v.residual()};
    }
}
