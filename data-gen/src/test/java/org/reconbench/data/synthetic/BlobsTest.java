package org.reconbench.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.Golden;

/** Every cloud equals scikit-learn 1.2.1's make_blobs to the bit (blobs.json). */
class BlobsTest {
    private static final double BOX = 10;

    static Stream<Named<JsonNode>> cases() {
        return Golden.items(Golden.read("blobs").get("cases"))
                .map(c -> Named.of("n " + c.get("n") + ", seed " + c.get("seed") + ", std " + c.get("std"), c));
    }

    static Stream<Named<JsonNode>> perCentre() {
        return Golden.items(Golden.read("blobs").get("per_centre"))
                .map(c -> Named.of("counts " + c.get("n_samples"), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void blobs_are_scikit_learns(JsonNode c) {
        int n = c.get("n").asInt();
        int count = c.get("centers").asInt();
        int features = c.get("d").asInt();
        long seed = c.get("seed").asLong();
        Blobs blobs = c.get("std").isArray()
                ? Blobs.make(counts(n, count), features, Golden.doubles(c.get("std")), BOX, seed)
                : Blobs.make(n, features, count, c.get("std").asDouble(), BOX, seed);
        assertArrayEquals(Golden.doubles(c.get("centers_head")), blobs.centres().row(0));
        assertEquals(c.get("centers_sha").asText(), Golden.sha(blobs.centres().toArray()));
        assertEquals(c.get("y_sha").asText(), Golden.sha(blobs.centre()));
        assertArrayEquals(Golden.doubles(c.get("x_head").get(0)), blobs.rows().row(0));
        assertEquals(c.get("x_sha").asText(), Golden.sha(blobs.rows().toArray()));
    }

    @ParameterizedTest
    @MethodSource("perCentre")
    void counts_for_each_centre_are_scikit_learns(JsonNode c) {
        Blobs blobs = Blobs.make(
                Golden.ints(c.get("n_samples")),
                c.get("d").asInt(),
                Golden.doubles(c.get("std")),
                BOX,
                c.get("seed").asLong());
        assertArrayEquals(Golden.ints(c.get("y")), blobs.centre());
        assertEquals(c.get("x_sha").asText(), Golden.sha(blobs.rows().toArray()));
    }

    @Test
    void given_centres_without_shuffling_are_scikit_learns() {
        JsonNode c = Golden.read("blobs").get("fixed_centres_noshuffle");
        Blobs blobs = Blobs.around(
                Golden.matrix(c.get("centers")),
                new int[] {5, 4},
                new double[] {1, 1},
                false,
                c.get("seed").asLong());
        assertEquals(Golden.matrix(c.get("x")), blobs.rows());
        assertArrayEquals(Golden.ints(c.get("y")), blobs.centre());
    }

    @Test
    void counts_and_deviations_must_match_the_centres() {
        Matrix centres = Matrix.copyOf(new double[][] {{0}, {1}});
        assertThrows(
                IllegalArgumentException.class,
                () -> Blobs.around(centres, new int[] {1}, new double[] {1, 1}, true, 0));
        assertThrows(IllegalArgumentException.class, () -> Blobs.make(3, 1, 0, 1, BOX, 0));
    }

    private static int[] counts(int n, int centres) {
        int[] counts = IntStream.range(0, centres)
                .map(i -> n / centres + (i < n % centres ? 1 : 0))
                .toArray();
        assertEquals(n, Arrays.stream(counts).sum());
        return counts;
    }
}
