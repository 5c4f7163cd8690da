package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

/** Shards run apart and merged are the undivided run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShardAndMergeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temp;

    private static Captured run(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--datasets",
                "easy-blobs",
                "--detectors",
                "norm,random,ae,vae",
                "--set",
                "n=300",
                "--set",
                "epochs=2",
                "--seeds",
                "3",
                "--no-report",
                "--progress",
                "none",
                "-o",
                temp.resolve(name).toString()));
        words.addAll(List.of(more));
        return Captured.run(words.toArray(String[]::new));
    }

    private static Captured merge(String target, String... sources) {
        List<String> words =
                new ArrayList<>(List.of("merge", "-o", temp.resolve(target).toString()));
        for (String source : sources) {
            words.add(temp.resolve(source).toString());
        }
        return Captured.run(words.toArray(String[]::new));
    }

    @BeforeAll
    void run_whole_and_in_three_shards() {
        assertEquals(0, run("whole").code());
        for (int shard = 1; shard <= 3; shard++) {
            Captured captured = run("shard" + shard, "--shard", shard + "/3");
            assertEquals(0, captured.code(), captured.err());
            assertTrue(captured.err().contains("trials, part of 24"), captured.err());
        }
    }

    @Test
    void merged_shards_equal_the_undivided_run() throws IOException {
        Captured merged = merge("merged", "shard3", "shard1", "shard2");
        assertEquals(0, merged.code(), merged.err());
        Path whole = temp.resolve("whole");
        Path united = temp.resolve("merged");
        assertEquals(TimelessRecords.of(whole), TimelessRecords.of(united));
        for (String file : List.of("manifest.jsonl", "experiment.yaml")) {
            assertEquals(Files.readString(whole.resolve(file)), Files.readString(united.resolve(file)), file);
        }
        for (String folder : List.of("scores", "curves", "explanations")) {
            try (Stream<Path> files = Files.list(whole.resolve(folder))) {
                for (Path file : files.toList()) {
                    assertEquals(-1, Files.mismatch(file, united.resolve(folder).resolve(file.getFileName())));
                }
            }
        }
        assertTrue(Files.size(united.resolve("report.html")) > 10_000);
        assertEquals(0, Captured.run("report", united.toString()).code());
        assertTrue(Captured.run("status", united.toString()).out().contains("24 trials planned, finished"));
        assertEquals(
                0,
                Captured.run("run", "--resume", "--no-report", "-o", united.toString())
                        .code());
    }

    @Test
    void a_shard_is_done_when_its_own_trials_are() throws IOException {
        int lines = Files.readAllLines(temp.resolve("shard1/results.jsonl")).size();
        assertTrue(lines > 0 && lines < 24);
        String status =
                Captured.run("status", temp.resolve("shard1").toString()).out();
        assertTrue(status.contains(lines + " trials planned, finished"), status);
        Captured resumed = Captured.run(
                "run", "--resume", "--no-report", "-o", temp.resolve("shard1").toString());
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(
                lines, Files.readAllLines(temp.resolve("shard1/results.jsonl")).size());
    }

    @Test
    void a_merge_without_all_shards_can_be_resumed_to_the_whole() throws IOException {
        Captured partly = merge("partly", "shard1", "shard3");
        assertEquals(5, partly.code());
        assertTrue(partly.err().contains("trials remain; go on with: ./reconbench run --resume -o"), partly.err());
        Captured resumed = Captured.run(
                "run", "--resume", "--no-report", "-o", temp.resolve("partly").toString());
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(TimelessRecords.of(temp.resolve("whole")), TimelessRecords.of(temp.resolve("partly")));
    }

    @Test
    void shards_that_overlap_agree_and_a_trial_with_other_numbers_is_refused() throws IOException {
        assertEquals(0, merge("overlap", "whole", "shard2").code());
        Path forged = Files.createDirectory(temp.resolve("forged"));
        try (Stream<Path> files = Files.list(temp.resolve("shard2"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, forged.resolve(file.getFileName()));
            }
        }
        String results = Files.readString(forged.resolve("results.jsonl"));
        String changed = results.replaceFirst("\"auc_roc\":[0-9.]+", "\"auc_roc\":0.123");
        assertNotEquals(results, changed);
        Files.writeString(forged.resolve("results.jsonl"), changed);
        Captured refused = merge("never", "shard2", "forged");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("has other metrics than in"), refused.err());
        assertFalse(Files.exists(temp.resolve("never")));
    }

    @Test
    void another_experiment_a_wrong_place_or_a_lone_run_is_refused() {
        assertEquals(
                0,
                run("other", "--set", "threshold.contamination=0.1", "--shard", "1/3")
                        .code());
        Captured threshold = merge("never", "shard1", "other");
        assertEquals(2, threshold.code());
        assertTrue(threshold.err().contains("their threshold.contamination differ"), threshold.err());
        assertEquals(2, merge("never", "shard1").code());
        assertEquals(2, merge("never", "shard1", "nowhere").code());
        Captured occupied = merge("whole", "shard1", "shard2");
        assertEquals(2, occupied.code());
        assertTrue(occupied.err().contains("holds another run"), occupied.err());
        assertFalse(Files.exists(temp.resolve("never")));
    }

    @Test
    void a_run_is_resumed_as_the_shard_it_is() {
        Captured refused = run("shard2", "--resume", "--shard", "3/3");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("holds shard 2/3, not shard 3/3"), refused.err());
        Captured whole = run("whole", "--resume", "--shard", "1/3");
        assertTrue(whole.err().contains("holds the whole plan, not shard 1/3"), whole.err());
    }

    @Test
    void a_shard_is_not_merged_with_other_data() {
        assertEquals(
                0,
                run("larger", "--set", "easy-blobs.distance=3", "--shard", "1/3")
                        .code());
        Captured refused = merge("never", "shard1", "larger");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("their data differ"), refused.err());
    }
}
