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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.run.RunService;
import org.reconbench.harness.run.Timestamps;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

/** SOURCE_DATE_EPOCH: one moment for all that a run states, the clock for what it measures. */
class SourceDateTest {
    private static final Map<String, String> FIXED = Map.of("SOURCE_DATE_EPOCH", "1700000000");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private StoredRun run(Map<String, String> environment, String name, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", "smoke", "-q", "--no-report", "--detectors", "norm,random", "--set", "n=100", "-o"));
        words.add(temp.resolve(name).toString());
        words.addAll(List.of(more));
        Captured captured = Captured.run(environment, words.toArray(String[]::new));
        assertEquals(0, captured.code(), captured.err());
        return StoredRun.read(RunDirectory.open(temp.resolve(name)));
    }

    @Test
    void every_time_that_a_run_states_is_the_one_given() throws IOException {
        StoredRun run = run(FIXED, "run");
        assertEquals("2023-11-14T22:13:20Z", run.info().createdAt());
        assertTrue(
                run.info().runId().startsWith("20231114T221320Z-smoke-"),
                run.info().runId());
        for (TrialRecord trial : run.trials()) {
            assertEquals("2023-11-14T22:13:20Z", trial.startedAt());
            assertEquals("2023-11-14T22:13:20Z", trial.endedAt());
        }
        String log = Files.readString(temp.resolve("run").resolve("run.log"));
        assertFalse(log.contains("2023-11-14"), "the log tells when it was");
    }

    @Test
    void the_same_run_has_the_same_id_and_another_one_another() {
        String id = run(FIXED, "one").info().runId();
        assertEquals(id, run(FIXED, "again").info().runId());
        assertNotEquals(
                id,
                run(FIXED, "other", "--set", "threshold.contamination=0.1")
                        .info()
                        .runId());
        assertNotEquals(
                run(Map.of(), "now").info().runId(),
                run(Map.of(), "later").info().runId());
    }

    @Test
    void it_names_the_default_directory() {
        assertEquals("20231114T221320Z-x", RunService.runName("x", Timestamps.of("1700000000")));
        assertNotEquals("20231114T221320Z-x", RunService.runName("x", Timestamps.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "253402300800", " 1", "1e9"})
    void anything_but_whole_seconds_is_refused_before_anything_runs(String value) {
        Captured captured = Captured.run(
                Map.of("SOURCE_DATE_EPOCH", value),
                "run",
                "smoke",
                "-o",
                temp.resolve("run").toString());
        assertEquals(2, captured.code());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertTrue(captured.err().contains("SOURCE_DATE_EPOCH=" + value + ": must be whole seconds"), captured.err());
        assertFalse(Files.exists(temp.resolve("run")));
    }
}
