package org.reconbench.data.split;

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
import org.reconbench.data.Golden;

/** Every split equals scikit-learn 1.2.1's train_test_split, rows and order (splits.json). */
class TrainTestSplitTest {

    static Stream<Named<JsonNode>> stratified() {
        return Golden.items(Golden.read("splits").get("stratified"))
                .map(c -> Named.of(
                        c.get("n") + " rows, " + c.get("pos") + " " + c.get("layout") + ", seed " + c.get("seed"), c));
    }

    @ParameterizedTest
    @MethodSource("stratified")
    void stratified_splits_are_scikit_learns(JsonNode c) {
        int n = c.get("n").asInt();
        int positives = c.get("pos").asInt();
        int[] classes = new int[n];
        for (int i = 0; i < positives; i++) {
            classes[c.get("layout").asText().equals("tail") ? n - 1 - i : i * n / positives] = 1;
        }
        TrainTestSplit split = TrainTestSplit.stratified(
                classes, c.get("test_size").asDouble(), c.get("seed").asLong());
        assertEquals(c.get("n_test").asInt(), split.test().length);
        assertEquals(
                c.get("pos_in_test").asInt(),
                Arrays.stream(split.test()).map(i -> classes[i]).sum());
        assertArrayEquals(Golden.ints(c.get("train_head")), Arrays.copyOf(split.train(), 10));
        assertEquals(c.get("train_sha").asText(), Golden.sha(split.train()));
        assertEquals(c.get("test_sha").asText(), Golden.sha(split.test()));
    }

    @Test
    void three_classes_are_split_as_scikit_learn_does() {
        JsonNode cases = Golden.read("splits").get("three classes: n=47, y=i%3, test_size=0.25");
        assertEquals(2, cases.size());
        for (JsonNode c : cases) {
            int[] classes = IntStream.range(0, 47).map(i -> i % 3).toArray();
            TrainTestSplit split =
                    TrainTestSplit.stratified(classes, 0.25, c.get("seed").asLong());
            assertArrayEquals(Golden.ints(c.get("train")), split.train());
            assertArrayEquals(Golden.ints(c.get("test")), split.test());
        }
    }

    @Test
    void plain_splits_are_scikit_learns() {
        JsonNode cases = Golden.read("splits").get("plain, test_size=0.2");
        assertEquals(4, cases.size());
        for (JsonNode c : cases) {
            TrainTestSplit split =
                    TrainTestSplit.plain(c.get("n").asInt(), 0.2, c.get("seed").asLong());
            assertArrayEquals(Golden.ints(c.get("train")), split.train());
            assertArrayEquals(Golden.ints(c.get("test")), split.test());
        }
    }

    @Test
    void impossible_splits_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> TrainTestSplit.plain(1, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> TrainTestSplit.plain(10, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> TrainTestSplit.stratified(new int[] {0, 0, 0, 1}, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> TrainTestSplit.stratified(new int[] {0, 0, 1, 1}, 0.2, 0));
    }
}
