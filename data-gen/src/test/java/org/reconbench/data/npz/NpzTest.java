package org.reconbench.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.Refusal;

class NpzTest {
    @TempDir
    Path folder;

    /** An .npy stream with a head of the given version and text, and the given elements. */
    static byte[] npy(int version, String head, byte[] elements) {
        byte[] text = (head + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(12 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            out.putShort((short) text.length);
        } else {
            out.putInt(text.length);
        }
        out.put(text).put(elements);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static String head(String descr, boolean fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape
                + "), }";
    }

    private Path zip(String name, byte[] npy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name + ".npy"));
            zip.write(npy);
            zip.closeEntry();
        }
        return Files.write(folder.resolve("a.npz"), bytes.toByteArray());
    }

    private static NpyArray only(Path file) {
        return Objects.requireNonNull(NpzReader.read(file).get("a"));
    }

    private static byte[] elements(ByteOrder order, int bytes, long... bits) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes * bits.length).order(order);
        for (long value : bits) {
            switch (bytes) {
                case 1 -> buffer.put((byte) value);
                case 2 -> buffer.putShort((short) value);
                case 4 -> buffer.putInt((int) value);
                default -> buffer.putLong(value);
            }
        }
        return buffer.array();
    }

    /** The bits are of -2 (signed), of the greatest (unsigned), of true; the floats of -1.5. */
    @ParameterizedTest
    @CsvSource({
        "f8, -4613937818241073152, -1.5",
        "f4, -1077936128, -1.5",
        "i1, -2, -2",
        "i2, -2, -2",
        "i4, -2, -2",
        "i8, -2, -2",
        "u1, 255, 255",
        "u2, 65535, 65535",
        "u4, 4294967295, 4294967295",
        "u8, -1, 18446744073709551616",
        "u8, 9007199254740993, 9007199254740992",
        "u8, -9223372036854774784, 9223372036854775808",
        "u8, -9223372036854774783, 9223372036854777856",
        "b1, 1, 1"
    })
    void every_type_reads_in_both_byte_orders(String code, long bits, double expected) throws IOException {
        int bytes = code.charAt(1) - '0';
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            String descr = (bytes == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<") + code;
            Path file = zip("a", npy(1, head(descr, false, "2,"), elements(order, bytes, 0, bits)));
            NpyArray array = only(file);
            assertArrayEquals(new int[] {2}, array.shape());
            assertArrayEquals(new double[] {0, expected}, array.toDoubles(), descr);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void every_version_reads(int version) throws IOException {
        byte[] five = elements(ByteOrder.LITTLE_ENDIAN, 1, 5);
        assertEquals(
                5, only(zip("a", npy(version, head("|i1", false, ""), five))).get(0));
    }

    @Test
    void fortran_order_is_turned_into_c_order() throws IOException {
        byte[] columns = elements(ByteOrder.LITTLE_ENDIAN, 1, 1, 2, 3, 4, 5, 6);
        NpyArray flat = only(zip("a", npy(1, head("|i1", true, "3, 2"), columns)));
        assertEquals(Matrix.copyOf(new double[][] {{1, 4}, {2, 5}, {3, 6}}), flat.toMatrix());
        byte[] cube = elements(ByteOrder.LITTLE_ENDIAN, 1, 0, 1, 2, 3, 4, 5, 6, 7);
        NpyArray deep = only(zip("a", npy(1, head("|i1", true, "2L, 2L, 2L"), cube)));
        assertArrayEquals(new double[] {0, 4, 2, 6, 1, 5, 3, 7}, deep.toDoubles());
    }

    @Test
    void what_is_written_reads_back() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("scores", NpyArray.ofDoubles(new double[] {0.1, -0.0, 1e-300, Double.MAX_VALUE}));
        arrays.put("labels", NpyArray.ofBytes(new byte[] {0, 1, -128, 127}));
        arrays.put("few", NpyArray.ofFloats(new float[] {1.5f}));
        arrays.put("ids", NpyArray.ofInts(new int[] {Integer.MIN_VALUE, 7}));
        arrays.put("none", NpyArray.ofDoubles(new double[0]));
        arrays.put("table", NpyArray.ofDoubles(Matrix.copyOf(new double[][] {{1, 2}, {3, 4}, {5, 6}})));
        Path file = folder.resolve("b.npz");
        NpzWriter.write(file, arrays);
        Map<String, NpyArray> read = NpzReader.read(file);
        assertEquals(List.copyOf(arrays.keySet()), List.copyOf(read.keySet()));
        assertEquals(arrays, read);
        assertEquals(List.copyOf(arrays.keySet()), NpzReader.names(file));
        assertArrayEquals(
                new byte[] {0, 1, -128, 127},
                Objects.requireNonNull(read.get("labels")).toBytes());
        assertFalse(Files.exists(folder.resolve("b.npz.part")));
    }

    /** The digest seals the format: stored entries of 1980, version 1 heads of 128 bytes. */
    @Test
    void equal_arrays_give_equal_bytes() throws IOException {
        Path file = folder.resolve("c.npz");
        NpzWriter.write(file, Map.of("a", NpyArray.ofDoubles(new double[] {1, 2})));
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(
                "948694ad9505956da2ed85af6b5d74cb9ec973c8b73145195e398258dd421fdf",
                new Sha256().add(bytes, 0, bytes.length).hex());
    }

    @Test
    void large_arrays_cross_chunks_unharmed() {
        double[] values = new double[20_011];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(i);
        }
        Path file = folder.resolve("d.npz");
        NpzWriter.write(file, Map.of("a", NpyArray.ofDoubles(values)));
        assertArrayEquals(values, only(file).toDoubles());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|O; Python objects",
                "<U5; text",
                "|S3; text",
                "<c16; complex",
                "<M8[ns]; dates",
                "<f2; unknown type",
                "*f8; unknown type"
            })
    void other_types_are_refused_by_name(String descr, String words) throws IOException {
        Path file = zip("a", npy(1, head(descr, false, "1,"), new byte[16]));
        String message = refused(file);
        assertTrue(message.contains("array 'a'") && message.contains(words) && message.contains("allowed"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }",
                "{'fortran_order': False, 'shape': (1,), }",
                "{'descr': '', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': Maybe, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999, 99999), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
                "nonsense"
            })
    void broken_heads_are_refused(String head) throws IOException {
        assertTrue(refused(zip("a", npy(1, head, new byte[8]))).contains("array 'a'"));
    }

    @Test
    void broken_streams_are_refused() throws IOException {
        assertTrue(refused(zip("a", new byte[] {1, 2, 3})).contains("not in NumPy's .npy format"));
        assertTrue(refused(zip("a", npy(4, head("<f8", false, "1,"), new byte[8])))
                .contains("version 4"));
        assertTrue(refused(zip("a", npy(1, head("<f8", false, "1,"), new byte[9])))
                .contains("longer"));
    }

    @Test
    void a_wrong_checksum_is_noticed() throws IOException {
        Path file = folder.resolve("e.npz");
        NpzWriter.write(file, Map.of("a", NpyArray.ofDoubles(new double[] {1, 2})));
        byte[] bytes = Files.readAllBytes(file);
        bytes[30 + 5 + 128 + 3] ^= 1; // an element's byte: local head, name, .npy head
        Files.write(file, bytes);
        assertTrue(refused(file).contains("checksum"));
    }

    @Test
    void missing_files_and_folders_are_refused() {
        assertTrue(refused(folder.resolve("nowhere.npz")).contains("no such file"));
        assertTrue(refused(folder).contains("directory"));
        Path nowhere = folder.resolve("no/such/folder/x.npz");
        Map<String, NpyArray> arrays = Map.of("a", NpyArray.ofDoubles(new double[] {1}));
        assertThrows(InputException.class, () -> NpzWriter.write(nowhere, arrays));
    }

    @Test
    void bytes_and_matrices_must_fit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> NpyArray.ofDoubles(new double[] {0.5}).toBytes());
        assertThrows(
                IllegalArgumentException.class,
                () -> NpyArray.ofDoubles(new double[] {1}).toMatrix());
    }

    private static String refused(Path file) {
        String message = Refusal.of(() -> NpzReader.read(file));
        assertTrue(message.startsWith(file.toString()), message);
        return message;
    }
}
