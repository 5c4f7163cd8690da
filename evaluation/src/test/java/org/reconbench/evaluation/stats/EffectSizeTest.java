package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.evaluation.Golden;

class EffectSizeTest {
    private static final double[] NONE = {};

    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("cliff"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void cliffs_delta_is_the_mean_sign_over_all_pairs(JsonNode expected) {
        double[] a = Golden.doubles(expected.get("a"));
        double[] b = Golden.doubles(expected.get("b"));
        assertEquals(expected.get("delta").asDouble(), EffectSize.cliffsDelta(a, b), 1e-12);
        assertEquals(-EffectSize.cliffsDelta(a, b), EffectSize.cliffsDelta(b, a), 1e-12);
    }

    @Test
    void apart_is_one_and_alike_is_none() {
        assertEquals(1, EffectSize.cliffsDelta(new double[] {3, 4}, new double[] {1, 2}));
        assertEquals(0, EffectSize.cliffsDelta(new double[] {-0.0}, new double[] {0.0}));
        assertEquals(1, EffectSize.rankBiserial(0.1, 0.2, 0));
        assertEquals(0, EffectSize.rankBiserial(0, 0));
    }

    @Test
    void wins_ties_and_losses_are_counted_with_a_tolerance() {
        double[] differences = {0.02, 0.01, 0, -0.01, -0.5};
        assertEquals(new WinTieLoss(1, 3, 1), WinTieLoss.of(differences, 0.01));
        assertEquals(new WinTieLoss(2, 1, 2), WinTieLoss.of(differences, 0));
    }

    @Test
    void bad_input_is_refused() {
        double[] one = {1};
        double[] bad = {Double.POSITIVE_INFINITY};
        assertThrows(IllegalArgumentException.class, () -> EffectSize.cliffsDelta(NONE, one));
        assertThrows(IllegalArgumentException.class, () -> EffectSize.cliffsDelta(one, NONE));
        assertThrows(IllegalArgumentException.class, () -> EffectSize.cliffsDelta(one, bad));
        assertThrows(IllegalArgumentException.class, () -> WinTieLoss.of(NONE, 0));
        assertThrows(IllegalArgumentException.class, () -> WinTieLoss.of(one, -1));
    }
}
