package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzWriter;

class NpzFileTest {
    private static final NpyArray X = NpyArray.ofDoubles(Matrix.copyOf(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
    private static final NpyArray Y = NpyArray.ofBytes(new byte[] {0, 1, 0});

    @TempDir
    Path folder;

    private Path file(Object... namesAndArrays) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < namesAndArrays.length; i += 2) {
            arrays.put((String) namesAndArrays[i], (NpyArray) namesAndArrays[i + 1]);
        }
        Path file = folder.resolve("set.npz");
        NpzWriter.write(file, arrays);
        return file;
    }

    private static void refused(Path file, FileOptions options, String... parts) {
        String message = Refusal.of(() -> TabularFile.read(file, options));
        assertTrue(message.startsWith(file.toString()), message);
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is not in: " + message);
        }
    }

    @Test
    void features_and_labels_read() {
        Dataset data = TabularFile.read(file("X", X, "y", Y), FileOptions.DEFAULT);
        assertEquals("set", data.name());
        assertEquals(List.of("x1", "x2"), data.features());
        assertEquals(X.toMatrix(), data.rows());
        assertArrayEquals(new byte[] {0, 1, 0}, data.labels().toBytes());
    }

    @Test
    void labels_may_be_a_column_of_another_name_and_other_values() {
        NpyArray column = NpyArray.ofDoubles(Matrix.copyOf(new double[][] {{-1}, {1}, {3}}));
        Path file = file("X", X, "kind", column);
        FileOptions options = new FileOptions("n", "kind", List.of("-1", "3.0"), List.of("x1"));
        Dataset data = TabularFile.read(file, options);
        assertArrayEquals(new byte[] {1, 0, 1}, data.labels().toBytes());
        assertEquals(List.of("x2"), data.features());
        assertEquals(Matrix.copyOf(new double[][] {{2}, {4}, {6}}), data.rows());
    }

    @Test
    void the_content_decides_not_the_extension() throws IOException {
        Path csv = Files.copy(file("X", X, "y", Y), folder.resolve("really.csv"));
        assertEquals(3, TabularFile.read(csv, FileOptions.DEFAULT).rows().rows());
        Path npz = Files.writeString(folder.resolve("text.npz"), "a,label\n1,0\n");
        refused(npz, FileOptions.DEFAULT, "is not an NPZ");
        Path npy = Files.write(folder.resolve("a.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        refused(npy, FileOptions.DEFAULT, "single array", "numpy.savez");
    }

    @Test
    void missing_arrays_are_named() {
        refused(file("x", X, "y", Y), FileOptions.DEFAULT, "no array 'X'", "did you mean 'x'?", "x, y");
        refused(file("X", X), FileOptions.DEFAULT, "no array 'y'", "it holds X");
        refused(file(), FileOptions.DEFAULT, "the file holds none");
        FileOptions options = new FileOptions(null, "labels", List.of(), List.of());
        refused(file("X", X, "label", Y), options, "no array 'labels'", "did you mean 'label'?");
    }

    @Test
    void shapes_must_fit() {
        refused(file("X", Y, "y", Y), FileOptions.DEFAULT, "'X' has shape [3]", "two axes");
        refused(file("X", X, "y", X), FileOptions.DEFAULT, "'y' has shape [3, 2]", "[3] or [3, 1]");
        NpyArray two = NpyArray.ofBytes(new byte[] {0, 1});
        refused(file("X", X, "y", two), FileOptions.DEFAULT, "'y' has shape [2]", "3 rows");
        NpyArray none = NpyArray.ofDoubles(Matrix.wrap(0, 2, new double[0]));
        refused(file("X", none, "y", Y), FileOptions.DEFAULT, "no rows");
    }

    @Test
    void values_must_be_finite_and_labels_known() {
        NpyArray bad = NpyArray.ofDoubles(Matrix.copyOf(new double[][] {{1, 2}, {3, Double.NaN}, {5, 6}}));
        refused(file("X", bad, "y", Y), FileOptions.DEFAULT, "row 2, column x2 is NaN", "finite");
        NpyArray signs = NpyArray.ofBytes(new byte[] {1, -1, 1});
        refused(file("X", X, "y", signs), FileOptions.DEFAULT, "'y': row 2 is -1", "0 (normal) and 1 (anomaly)");
        FileOptions nine = new FileOptions(null, null, List.of("9"), List.of());
        refused(file("X", X, "y", Y), nine, "none of the anomaly values 9 occurs", "'0.0', '1.0'");
        FileOptions drop = new FileOptions(null, null, List.of(), List.of("x3"));
        refused(file("X", X, "y", Y), drop, "no column 'x3'", "x1 to x2");
        FileOptions all = new FileOptions(null, null, List.of(), List.of("x1", "x2"));
        refused(file("X", X, "y", Y), all, "no column is left");
    }
}
