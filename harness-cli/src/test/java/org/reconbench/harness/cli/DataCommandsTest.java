package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.data.Dataset;
import org.reconbench.data.FileOptions;
import org.reconbench.data.TabularFile;

class DataCommandsTest {
    @TempDir
    private Path directory = Path.of("");

    private Captured generate(Path file, String... more) {
        String[] args = Stream.concat(
                        Stream.of("data", "generate", "seed-blobs", "--seed", "7", "-o", file.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return Captured.run(args);
    }

    @Test
    void a_generated_csv_holds_the_normal_rows_first_and_the_label_last() throws IOException {
        Path file = directory.resolve("x.csv");
        Captured captured = generate(file, "--set", "n=100");
        assertEquals(0, captured.code(), captured.err());
        List<String> lines = Files.readAllLines(file);
        assertEquals(101, lines.size());
        assertTrue(lines.get(0).endsWith(",label"));
        assertTrue(lines.subList(1, 98).stream().allMatch(line -> line.endsWith(",0")));
        assertTrue(lines.subList(98, 101).stream().allMatch(line -> line.endsWith(",1")));
        assertTrue(captured.out().contains("100 rows, 20 features, 3 anomalies"));
    }

    @Test
    void csv_and_npz_give_back_the_very_same_data() {
        Path csv = directory.resolve("x.csv");
        Path npz = directory.resolve("x.npz");
        assertEquals(0, generate(csv).code());
        assertEquals(0, generate(npz).code());
        Dataset drawn = DataGenerateCommand.draw("seed-blobs", List.of(), 7);
        assertEquals(drawn.sha256(), TabularFile.read(csv, FileOptions.DEFAULT).sha256());
        assertEquals(drawn.sha256(), TabularFile.read(npz, FileOptions.DEFAULT).sha256());
    }

    @Test
    void a_file_that_is_there_is_written_over_only_by_force() throws IOException {
        Path file = Files.writeString(directory.resolve("x.csv"), "mine");
        Captured refused = generate(file);
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--force"));
        assertEquals("mine", Files.readString(file));
        assertEquals(0, generate(file, "--force").code());
        assertFalse(Files.readString(file).contains("mine"));
    }

    @Test
    void nothing_but_the_file_is_left_behind() throws IOException {
        generate(directory.resolve("x.csv"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void wrong_requests_are_refused_and_nothing_is_written() throws IOException {
        Path file = directory.resolve("x.csv");
        assertRefused("must end in .csv or .npz", generate(directory.resolve("x.txt")));
        assertRefused("not a directory", generate(directory.resolve("no/such/x.csv")));
        assertRefused(
                "did you mean 'features', an integer from 1 to 10000, default 20?",
                generate(file, "--set", "feature=3"));
        assertRefused("must be an integer from", generate(file, "--set", "features=0"));
        assertRefused("unknown data set 'blobz'", Captured.run("data", "generate", "blobz", "-o", file.toString()));
        assertRefused("--output", Captured.run("data", "generate", "seed-blobs"));
        assertRefused("'--seed'", Captured.run("data", "generate", "seed-blobs", "-o", "x.csv", "--seed", "seven"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }

    private static void assertRefused(String part, Captured captured) {
        assertEquals(2, captured.code(), captured.err());
        assertTrue(captured.err().contains(part), captured.err());
    }

    @Test
    void inspect_tells_rows_anomalies_duplicates_and_constant_columns() throws IOException {
        Path file =
                Files.writeString(directory.resolve("t.csv"), "id,a,b,fraud\n1,0.5,7,no\n2,0.5,7,no\n3,0.25,7,yes\n");
        Captured captured = Captured.run(
                "data",
                "inspect",
                file.toString(),
                "--label",
                "fraud",
                "--anomaly",
                "yes",
                "--drop",
                "id",
                "--format",
                "json");
        assertEquals(0, captured.code(), captured.err());
        JsonNode found = new ObjectMapper().readTree(captured.out());
        assertEquals(3, found.path("rows").asInt());
        assertEquals(2, found.path("features").asInt());
        assertEquals(1, found.path("anomalies").asInt());
        assertEquals(1, found.path("duplicate_rows").asInt());
        assertEquals("[\"b\"]", found.path("constant_columns").toString());
        assertEquals(0.25, found.path("columns").path(0).path("min").asDouble());
    }

    @Test
    void inspect_prints_a_table_that_fits_eighty_columns() {
        Captured captured = Captured.run("data", "inspect", "seed-blobs");
        assertEquals(0, captured.code(), captured.err());
        assertTrue(captured.out().contains("anomalies   150 (3.00 %)"), captured.out());
        assertTrue(captured.outLines().stream().allMatch(line -> line.length() <= 80));
    }

    @Test
    void inspect_refuses_what_is_not_there() {
        assertRefused(
                "missing.csv",
                Captured.run("data", "inspect", directory.resolve("missing.csv").toString()));
    }
}
