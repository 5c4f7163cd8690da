package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.harness.run.TimelessRecords;

/** The main job with the real engine: {@code run --quick}, the families experiment in small. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temp;

    @SuppressWarnings("NullAway.Init")
    private Path first;

    @BeforeAll
    void run_once() {
        first = run("first", "--jobs", "1");
    }

    private static Path run(String name, String... more) {
        Path directory = temp.resolve(name);
        List<String> words =
                new ArrayList<>(List.of("run", "--quick", "--set", "epochs=2", "-o", directory.toString()));
        words.addAll(List.of(more));
        Captured captured = Captured.run(words.toArray(String[]::new));
        assertEquals(0, captured.code(), captured.err());
        return directory;
    }

    @Test
    void every_trial_of_the_families_is_recorded() throws IOException {
        assertEquals(36, Files.readAllLines(first.resolve("results.jsonl")).size());
        assertTrue(Files.size(first.resolve("report.html")) > 10_000);
        try (Stream<Path> scores = Files.list(first.resolve("scores"))) {
            assertEquals(36, scores.count());
        }
        try (Stream<Path> curves = Files.list(first.resolve("curves"))) {
            assertEquals(24, curves.count(), "6 networks x 2 protocols x 2 seeds");
        }
        try (Stream<Path> explanations = Files.list(first.resolve("explanations"))) {
            assertEquals(28, explanations.count(), "6 networks and pca x 2 protocols x 2 seeds");
        }
    }

    @Test
    void law_1_two_jobs_give_the_same_results_file_as_one() throws IOException {
        assertEquals(TimelessRecords.of(first), TimelessRecords.of(run("second", "--jobs", "2", "--no-report")));
    }

    @Test
    void law_1_a_trial_alone_has_the_numbers_it_has_among_others() throws IOException {
        Path alone = run("alone", "--no-report", "--detectors", "beta-vae-warmup", "--seeds", "1,7");
        List<String> among = TimelessRecords.of(first);
        List<String> lone = TimelessRecords.of(alone);
        assertEquals(4, lone.size());
        assertEquals(2, lone.stream().filter(among::contains).count(), "seed 1, once a protocol");
    }

    @Test
    void law_1_scores_and_explanations_on_disk_are_equal_to_the_bit_too() throws IOException {
        Path again = run("again", "--jobs", "2", "--no-report");
        for (String folder : List.of("scores", "explanations")) {
            assertTrue(equalFiles(first, again, folder) > 0);
        }
    }

    @Test
    void law_1_a_trial_alone_has_the_explanation_it_has_among_others() throws IOException {
        Path alone = run("lone", "--no-report", "--detectors", "vae", "--seeds", "1");
        assertEquals(2, equalFiles(alone, first, "explanations"), "once a protocol");
    }

    private static int equalFiles(Path here, Path there, String folder) throws IOException {
        try (Stream<Path> files = Files.list(here.resolve(folder))) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Path twin = there.resolve(folder).resolve(file.getFileName());
                assertEquals(-1, Files.mismatch(file, twin), file.toString());
            }
            return all.size();
        }
    }
}
