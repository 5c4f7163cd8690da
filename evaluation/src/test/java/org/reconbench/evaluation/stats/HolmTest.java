package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.evaluation.Golden;

class HolmTest {
    static Stream<JsonNode> golden() {
        return Golden.items(Golden.read("statistics.json").get("holm"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("golden")
    void adjusted_probabilities_equal_those_of_statsmodels(JsonNode expected) {
        double[] p = Golden.doubles(expected.get("p"));
        double[] kept = p.clone();
        assertArrayEquals(Golden.doubles(expected.get("adjusted")), Holm.adjust(p), 1e-12);
        assertArrayEquals(kept, p);
    }

    @Test
    void none_to_adjust_is_none_adjusted() {
        assertEquals(0, Holm.adjust().length);
    }

    /** The list of the methods document, for all pairs of k configurations at .05. */
    @ParameterizedTest
    @CsvSource({"2, 6", "4, 8", "6, 10", "8, 11", "12, 12"})
    void fewest_blocks_for_any_significant_pair(int k, int blocks) {
        assertEquals(blocks, Holm.minimumBlocks(Holm.pairs(k), 0.05));
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "6", "9"})
    void with_the_fewest_blocks_one_sided_differences_are_significant_and_with_one_less_they_are_not(int k) {
        int pairs = Holm.pairs(k);
        int blocks = Holm.minimumBlocks(pairs, 0.05);
        assertTrue(best(blocks, pairs) <= 0.05);
        assertTrue(best(blocks - 1, pairs) > 0.05);
    }

    /** The smallest adjusted probability there is: one pair of a family differs everywhere, the others nowhere. */
    private static double best(int blocks, int pairs) {
        double[] p = new double[pairs];
        Arrays.fill(p, 1);
        double[] ones = new double[blocks];
        Arrays.fill(ones, 1);
        p[0] = SignedRankTest.of(ones).p();
        return Holm.adjust(p)[0];
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(0.1, 1.1));
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Holm.pairs(1));
        assertThrows(IllegalArgumentException.class, () -> Holm.minimumBlocks(0, 0.05));
        assertThrows(IllegalArgumentException.class, () -> Holm.minimumBlocks(3, 1));
    }
}
