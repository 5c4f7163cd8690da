package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;

/** The public sets that lie beside a developer's checkout; skipped where they do not. */
class PublicSetsTest {

    private static List<Path> sets() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared/data/adbench"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(
                folder.isPresent(), "no shared/data/adbench above the working directory: nothing to read");
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".npz"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_set_reads_and_divides() throws IOException {
        List<Path> sets = sets();
        assertEquals(22, sets.size());
        for (Path set : sets) {
            Dataset data = TabularFile.read(set, FileOptions.DEFAULT);
            assertTrue(data.rows().rows() >= 100 && data.rows().columns() >= 5, data.toString());
            double rate = data.labels().anomalyRate();
            assertTrue(rate > 0.001 && rate < 0.4, data.name() + " has rate " + rate);
            for (Protocol protocol : Protocols.all()) {
                Params params = Params.resolve("p", protocol.card().params(), Map.of());
                TrainTest parts = protocol.prepare(data, params, 0);
                assertEquals(Math.ceil(0.2 * data.rows().rows()), parts.test().rows());
                assertTrue(parts.testLabels().anomalies() > 0, data.name());
            }
        }
    }

    /** Counts as published with the sets (S. Han et al., ADBench, NeurIPS 2022, table of data sets). */
    @Test
    void counts_are_the_published_ones() throws IOException {
        Map<String, int[]> published = Map.of(
                "6_cardio", new int[] {1831, 21, 176},
                "32_shuttle", new int[] {49097, 9, 3511},
                "38_thyroid", new int[] {3772, 6, 93},
                "23_mammography", new int[] {11183, 6, 260});
        for (Path set : sets()) {
            Dataset data = TabularFile.read(set, FileOptions.DEFAULT);
            int[] counts = published.get(data.name());
            if (counts != null) {
                assertEquals(counts[0], data.rows().rows(), data.name());
                assertEquals(counts[1], data.rows().columns(), data.name());
                assertEquals(counts[2], data.labels().anomalies(), data.name());
            }
        }
    }
}
