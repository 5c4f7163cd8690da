package org.reconbench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.reconbench.core.Sha256;
import org.reconbench.core.data.Matrix;

/** Reads the oracle files; their README says what made them. */
public final class Golden {
    private Golden() {}

    /** An oracle file's tree. */
    public static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
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

    /** An array of rows. */
    public static Matrix matrix(JsonNode rows) {
        return Matrix.copyOf(items(rows).map(Golden::doubles).toArray(double[][]::new));
    }

    /** The digest of doubles as the oracle files have it. */
    public static String sha(double[] values) {
        return new Sha256().add(values).hex();
    }

    /** The digest of whole numbers as the oracle files have it: eight bytes each. */
    public static String sha(long[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(buffer::putLong);
        return new Sha256().add(buffer.array(), 0, buffer.capacity()).hex();
    }

    /** The digest of whole numbers as the oracle files have it. */
    public static String sha(int[] values) {
        return sha(Arrays.stream(values).asLongStream().toArray());
    }

    /** The digest of zeros and ones as the oracle files have it. */
    public static String sha(byte[] values) {
        return sha(IntStream.range(0, values.length).mapToLong(i -> values[i]).toArray());
    }
}
