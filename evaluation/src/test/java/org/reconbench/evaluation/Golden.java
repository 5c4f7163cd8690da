package org.reconbench.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.reconbench.core.data.Labels;

/** Reads the oracle values under {@code golden/}; their origin stands in the README beside them. */
public final class Golden {
    private Golden() {}

    /** A whole file. */
    public static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items of an array. */
    public static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** An array of numbers. */
    public static double[] doubles(JsonNode array) {
        return items(array).mapToDouble(JsonNode::asDouble).toArray();
    }

    /** An array of whole numbers. */
    public static int[] ints(JsonNode array) {
        return items(array).mapToInt(JsonNode::asInt).toArray();
    }

    /** A matrix of whole numbers. */
    public static int[][] intRows(JsonNode rows) {
        return items(rows).map(Golden::ints).toArray(int[][]::new);
    }

    /** Zeros and ones as labels. */
    public static Labels labels(JsonNode array) {
        return Labels.of(ints(array));
    }
}
