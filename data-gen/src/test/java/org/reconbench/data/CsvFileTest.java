package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;

class CsvFileTest {
    private static final FileOptions DEFAULT = FileOptions.DEFAULT;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("my data.csv"), text);
    }

    private String refused(String text, FileOptions options) throws IOException {
        Path file = file(text);
        String message = Refusal.of(() -> TabularFile.read(file, options));
        assertTrue(message.startsWith(file.toString()), message);
        return message.substring(file.toString().length());
    }

    private String refused(String text) throws IOException {
        return refused(text, DEFAULT);
    }

    private static void says(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is not in: " + message);
        }
    }

    @Test
    void a_plain_file_reads() throws IOException {
        Dataset data = TabularFile.read(file("a,b,label\n1,2.5,0\n-3e2,.5,1\n"), DEFAULT);
        assertEquals("my data", data.name());
        assertEquals(List.of("a", "b"), data.features());
        assertEquals(Matrix.copyOf(new double[][] {{1, 2.5}, {-300, 0.5}}), data.rows());
        assertArrayEquals(new byte[] {0, 1}, data.labels().toBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b;label\n1;2.5;0\n-3e2;.5;1\n",
                "a\tb\tlabel\n1\t2.5\t0\n-3e2\t.5\t1\n",
                "\uFEFFa,b,label\n1,2.5,0\n-3e2,.5,1\n",
                "a,b,label\r\n1,2.5,0\r\n-3e2,.5,1\r\n",
                "a,b,label\r1,2.5,0\r-3e2,.5,1",
                "\n\na,b,label\n\n1,2.5,0\n\n\n-3e2,.5,1\n\n",
                "\"a\",\"b\",\"label\"\n\"1\",\"2.5\",\"0\"\n\"-3e2\",\".5\",\"1\"\n",
                " a , b , label \n 1 , 2.5 , 0 \n -3e2 , .5 , 1 \n",
                "label,a,b\nnormal,1,2.5\nANOMALY,-300,0.5\n",
                "a,Label,b\n+1,0.0,2.5\n-300,1.0,0.5\n",
                "a,b,is_anomaly\n1,2.5,False\n-300,0.5,True\n",
                "a,b,status\n1,2.5,no\n-300,0.5,yes\n"
            })
    void the_same_table_written_otherwise_is_the_same_data(String text) throws IOException {
        Dataset plain = TabularFile.read(file("a,b,label\n1,2.5,0\n-300,0.5,1\n"), DEFAULT);
        Dataset other = TabularFile.read(file(text), DEFAULT);
        assertEquals(plain.sha256(), other.sha256());
        assertEquals(plain.features(), other.features());
    }

    @Test
    void a_quoted_field_may_hold_the_delimiter_and_a_line_break() throws IOException {
        FileOptions options = new FileOptions("n", null, List.of(), List.of("a,\nb"));
        Dataset data = TabularFile.read(file("\"a,\nb\",x,label\n\"1,\n2\",3,0\n"), options);
        assertEquals(List.of("x"), data.features());
        assertEquals("n", data.name());
    }

    @Test
    void labels_values_and_drops_are_the_users() throws IOException {
        FileOptions options = new FileOptions(null, "kind", List.of("worm", "7"), List.of("id", "note"));
        Dataset data =
                TabularFile.read(file("id,kind,x,note,label\n1,dos,1,,5\n2,Worm,2,?,6\n3,7.0,3,text,7\n"), options);
        assertEquals(List.of("x", "label"), data.features());
        assertArrayEquals(new byte[] {0, 1, 1}, data.labels().toBytes());
    }

    @Test
    void one_class_one_feature_constant_columns_and_equal_rows_read() throws IOException {
        Dataset data = TabularFile.read(file("x,label\n1,0\n1,0\n1,0\n"), DEFAULT);
        assertEquals(0, data.labels().anomalies());
        assertEquals(1, data.rows().columns());
    }

    @ParameterizedTest
    @CsvSource({
        "abc, is not a number",
        "'', the cell is empty",
        "' ', the cell is empty",
        "NaN, is not a finite number",
        "inf, is not a finite number",
        "NA, is not a finite number",
        "1e999, too great",
        "0x10, is not a number",
        "1d, is not a number",
        "1_000, is not a number",
        "1e, is not a number",
        "., is not a number",
        "--1, is not a number",
        "1 2, is not a number",
        "'\"1,5\"', decimal comma"
    })
    void a_bad_cell_names_line_column_value_and_what_is_allowed(String cell, String why) throws IOException {
        String message = refused("a,b,label\n1,2,0\n\n1," + cell + ",1\n");
        says(message, ":4: column 'b'", why, "allowed are finite decimal numbers", "drop");
    }

    @Test
    void rows_of_another_length_name_their_line() throws IOException {
        says(refused("a,b,label\n1,2,0\n1,2\n"), ":3: ", "has 2 fields", "header has 3");
        says(refused("a,b,label\n1,2,0,9\n"), ":2: ", "has 4 fields", "header has 3");
    }

    @Test
    void headers_must_name_each_column_once() throws IOException {
        says(refused("a,b,a,label\n1,2,3,0\n"), ":1: ", "'a' occurs twice", "columns 1 and 3");
        says(refused(",a,label\n0,1,0\n"), ":1: ", "column 1 has no name");
        says(refused("1.5,2,0\n1,2,1\n"), ":1: ", "only numbers", "must name the columns");
        says(refused("label\n0\n"), ":1: ", "no feature column", "at least 1");
    }

    @Test
    void an_absent_label_column_is_said_with_the_nearest_name() throws IOException {
        FileOptions options = new FileOptions(null, "is_frud", List.of(), List.of());
        says(refused("a,is_fraud\n1,0\n", options), ":1: ", "'is_frud'", "did you mean 'is_fraud'?", "a, is_fraud");
        says(refused("a,b\n1,0.53\n"), ":2: ", "no label column", "label, class", "'b'", "'0.53'", "anomaly, ");
    }

    @Test
    void label_values_must_be_known() throws IOException {
        says(refused("a,class\n1,0\n2,red\n"), ":3: ", "'class'", "'red'", "Say which values mean anomaly");
        says(refused("a,class\n1,-1\n2,1\n"), ":2: ", "'-1'");
        says(refused("a,class\n1,0\n2,\n"), ":3: ", "'class'", "empty");
        FileOptions options = new FileOptions(null, null, List.of("rde"), List.of());
        says(refused("a,class\n1,red\n2,blue\n", options), "'class'", "rde", "'red', 'blue'");
    }

    @Test
    void drops_must_name_columns() throws IOException {
        FileOptions options = new FileOptions(null, null, List.of(), List.of("idd"));
        says(refused("id,a,label\n1,2,0\n", options), ":1: drop", "'idd'", "did you mean 'id'?", "id, a, label");
        FileOptions label = new FileOptions(null, "l", List.of(), List.of("l"));
        says(refused("id,l\n1,0\n", label), "drop", "'l'", "label column");
        FileOptions all = new FileOptions(null, null, List.of(), List.of("a"));
        says(refused("a,label\n1,0\n", all), "no feature column");
    }

    @Test
    void empty_files_are_refused() throws IOException {
        says(refused(""), "is empty");
        says(refused("\n\n\n"), "is empty");
        says(refused("\uFEFF"), "is empty");
        says(refused("a,b,label\n"), "header but no rows");
    }

    @Test
    void other_kinds_of_files_are_refused_by_their_kind() throws IOException {
        says(refused("a,label\n1,0\u0000\n"), "not a CSV file", "byte 12 is 0");
        says(refused("a,label\n\"1,0\n"), "not a CSV file");
        Path file = folder.resolve("x.csv");
        Files.write(file, "a,label\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        says(read(file), "is not UTF-8 text");
        Files.write(file, "a,label\n1,0\n".getBytes(StandardCharsets.UTF_16));
        says(read(file), "UTF-16");
        Files.write(file, new byte[] {0x1F, (byte) 0x8B, 8, 0, 1});
        says(read(file), "gzip");
        says(read(folder), "is a directory");
        says(read(folder.resolve("none.csv")), "no such file");
    }

    private static String read(Path file) {
        return Refusal.of(() -> TabularFile.read(file, DEFAULT));
    }
}
