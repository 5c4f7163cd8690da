package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.Golden;

class TwoLevelBootstrapTest {

    /** The generator hands out numpy's indices: a block, then its seeds, block after block. */
    @Test
    void given_numpys_indices_mean_and_interval_equal_numpys() {
        JsonNode expected = Golden.read("statistics.json").get("two_level");
        double[][] values =
                Golden.items(expected.get("values")).map(Golden::doubles).toArray(double[][]::new);
        Scripted scripted = new Scripted();
        int[][] blocks = Golden.intRows(expected.get("blocks"));
        for (int r = 0; r < blocks.length; r++) {
            for (int b = 0; b < blocks[r].length; b++) {
                scripted.next.add(blocks[r][b]);
                expected.get("seeds").get(r).get(b).forEach(seed -> scripted.next.add(seed.asInt()));
            }
        }
        TwoLevelBootstrap result = TwoLevelBootstrap.of(values, 0.95, blocks.length, scripted);
        assertTrue(scripted.next.isEmpty());
        assertEquals(7, result.blocks());
        assertEquals(expected.get("mean").asDouble(), result.mean(), 1e-12);
        assertArrayEquals(
                Golden.doubles(expected.get("ci95")),
                new double[] {result.interval().lower(), result.interval().upper()},
                1e-12);
    }

    /**
     * Given the data, a resampled mean has the variance {@code (var of block means + mean over blocks of var / seeds) / blocks}, variances
     * with n in the denominator: the blocks having 2, 2, 2 and 4 seeds. Its estimate from 20 000 resamples has a standard error of 1 %.
     */
    @Test
    void resampled_means_vary_as_much_as_both_levels_say() {
        double[][] values = {{.1, .3}, {.4, .6}, {.2, .4}, {.5, .3, .5, .3}};
        double[] flat = {.1, .3, .4, .6, .2, .4, .5, .3, .5, .3};
        double between = variance(.2, .5, .3, .4);
        double within = (3 * .01 / 2 + .01 / 4) / 4;
        double[] means = Arrays.stream(TwoLevelBootstrap.weights(new int[] {2, 2, 2, 4}, 20_000, stream()))
                .mapToDouble(row -> IntStream.range(0, flat.length)
                        .mapToDouble(i -> row[i] * flat[i])
                        .sum())
                .toArray();
        assertEquals((between + within) / 4, variance(means), 0.05 * (between + within) / 4);
        assertEquals(.35, TwoLevelBootstrap.of(values, 0.9, 10, stream()).mean(), 1e-12);
    }

    @Test
    void every_resample_weighs_one_in_all() {
        for (double[] row : TwoLevelBootstrap.weights(new int[] {1, 3, 2}, 100, stream())) {
            assertEquals(1, Arrays.stream(row).sum(), 1e-12);
        }
    }

    private static double variance(double... values) {
        double mean = Sample.mean(values);
        return Sample.mean(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
    }

    @Test
    void unlike_data_sets_widen_the_interval_that_seeds_alone_would_give() {
        double[][] unlike = {{.1, .12, .11}, {.5, .52, .51}, {.9, .92, .91}};
        double[][] alike = {{.5, .52, .51}, {.5, .52, .51}, {.5, .52, .51}};
        Interval wide = TwoLevelBootstrap.of(unlike, 0.95, 2000, stream()).interval();
        Interval narrow = TwoLevelBootstrap.of(alike, 0.95, 2000, stream()).interval();
        assertTrue(wide.upper() - wide.lower() > 10 * (narrow.upper() - narrow.lower()));
    }

    @Test
    void bad_input_is_refused() {
        RandomGenerator random = stream();
        assertThrows(IllegalArgumentException.class, () -> TwoLevelBootstrap.of(new double[0][], 0.9, 9, random));
        assertThrows(
                IllegalArgumentException.class, () -> TwoLevelBootstrap.of(new double[][] {{1}, {}}, 0.9, 9, random));
        assertThrows(
                IllegalArgumentException.class,
                () -> TwoLevelBootstrap.of(new double[][] {{Double.NaN}}, 0.9, 9, random));
        assertThrows(IllegalArgumentException.class, () -> TwoLevelBootstrap.of(new double[][] {{1}}, 0.9, 0, random));
        assertThrows(IllegalArgumentException.class, () -> TwoLevelBootstrap.of(new double[][] {{1}}, 1, 9, random));
        double[][] weights = TwoLevelBootstrap.weights(new int[] {2}, 3, random);
        assertThrows(IllegalArgumentException.class, () -> TwoLevelBootstrap.of(new double[][] {{1}}, 0.9, weights));
    }

    private static RandomGenerator stream() {
        return new RandomStreams(1).stream("two-level");
    }

    private static final class Scripted implements RandomGenerator {
        private final Queue<Integer> next = new ArrayDeque<>();

        @Override
        public int nextInt(int bound) {
            int index = next.remove();
            assertTrue(index < bound, index + " of " + bound);
            return index;
        }

        @Override
        public long nextLong() {
            throw new AssertionError("only indices are drawn: " + Arrays.toString(next.toArray()));
        }
    }
}
