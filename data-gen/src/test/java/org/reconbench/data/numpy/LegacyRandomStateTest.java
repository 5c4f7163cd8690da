package org.reconbench.data.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.data.Golden;

/** Every draw equals NumPy 1.24.2's to the bit (random.json). */
class LegacyRandomStateTest {
    private static final String MIXED = "mixed: standard_normal(3) random_sample(2) standard_normal(2) randint(0,100,3)"
            + " permutation(5) standard_normal() uniform(-1,1)";

    static Stream<Named<JsonNode>> cases() {
        return Golden.items(Golden.read("random").get("cases"))
                .map(c -> Named.of("seed " + c.get("seed").asLong(), c));
    }

    private static LegacyRandomState start(JsonNode c) {
        return new LegacyRandomState(c.get("seed").asLong());
    }

    private static void same(JsonNode c, String key, double[] drawn) {
        assertArrayEquals(Golden.doubles(c.get(key).get("head")), Arrays.copyOf(drawn, 12), key);
        assertEquals(c.get(key).get("sha").asText(), Golden.sha(drawn), key);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reals_are_numpys(JsonNode c) {
        LegacyRandomState uniform = start(c);
        same(
                c,
                "random_sample",
                DoubleStream.generate(uniform::randomSample).limit(2001).toArray());
        LegacyRandomState normal = start(c);
        same(
                c,
                "standard_normal",
                DoubleStream.generate(normal::standardNormal).limit(2001).toArray());
        same(c, "normal(4,0.5)", start(c).normal(4.0, 0.5, 501));
        LegacyRandomState range = start(c);
        same(
                c,
                "uniform(-10,10)",
                DoubleStream.generate(() -> range.uniform(-10, 10)).limit(501).toArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void integers_are_numpys(JsonNode c) {
        for (long high : new long[] {2, 7, 10, 64, 1000, 5000, 1L << 31, (1L << 33) + 5}) {
            LegacyRandomState random = start(c);
            long[] drawn = LongStream.generate(() -> random.randint(0, high))
                    .limit(200)
                    .toArray();
            assertEquals(c.get("randint(0," + high + ")").get("sha").asText(), Golden.sha(drawn), "high " + high);
        }
        LegacyRandomState raw = start(c);
        assertArrayEquals(
                Golden.items(c.get("raw32")).mapToLong(JsonNode::asLong).toArray(),
                LongStream.generate(() -> raw.randint(0, 1L << 32)).limit(8).toArray());
        LegacyRandomState small = start(c);
        assertArrayEquals(
                Golden.ints(c.get("randint(-5,6) scalars")),
                IntStream.generate(() -> (int) small.randint(-5, 6)).limit(12).toArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orders_and_choices_are_numpys(JsonNode c) {
        assertArrayEquals(Golden.ints(c.get("permutation(10)")), start(c).permutation(10));
        assertEquals(c.get("permutation(4850)").get("sha").asText(), Golden.sha(start(c).permutation(4850)));
        assertArrayEquals(
                Golden.ints(c.get("shuffle list 0..12")),
                start(c).permutation(IntStream.range(0, 13).toArray()));
        int[] numbers = IntStream.range(0, 4850).toArray();
        start(c).shuffle(numbers);
        assertEquals(c.get("shuffle array 0..4849").get("sha").asText(), Golden.sha(numbers));
        int[] rows = start(c).permutation(6);
        assertArrayEquals(
                Golden.items(c.get("shuffle 6x2 rows"))
                        .mapToInt(row -> row.get(0).asInt() / 2)
                        .toArray(),
                rows);
        assertArrayEquals(Golden.ints(c.get("choice(20,8,replace=False)")), start(c).choiceWithoutReplacement(20, 8));
        assertArrayEquals(Golden.ints(c.get("choice(20,8)")), start(c).choice(20, 8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_kept_normal_survives_other_draws(JsonNode c) {
        JsonNode expected = c.get(MIXED);
        LegacyRandomState random = start(c);
        assertArrayEquals(Golden.doubles(expected.get(0)), random.normal(0, 1, 3));
        assertArrayEquals(Golden.doubles(expected.get(1)), new double[] {random.randomSample(), random.randomSample()});
        assertArrayEquals(Golden.doubles(expected.get(2)), random.normal(0, 1, 2));
        assertArrayEquals(
                Golden.ints(expected.get(3)),
                new int[] {(int) random.randint(0, 100), (int) random.randint(0, 100), (int) random.randint(0, 100)});
        assertArrayEquals(Golden.ints(expected.get(4)), random.permutation(5));
        assertEquals(expected.get(5).asDouble(), random.standardNormal());
        assertEquals(expected.get(6).asDouble(), random.uniform(-1, 1));
    }

    @Test
    void a_range_of_one_number_draws_nothing() {
        LegacyRandomState random = new LegacyRandomState(1);
        assertEquals(5, random.randint(5, 6));
        assertEquals(new LegacyRandomState(1).randomSample(), random.randomSample());
    }

    @Test
    void seeds_outside_32_bits_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandomState(-1));
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandomState(1L << 32));
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandomState(0).randint(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandomState(0).choiceWithoutReplacement(3, 4));
    }
}
