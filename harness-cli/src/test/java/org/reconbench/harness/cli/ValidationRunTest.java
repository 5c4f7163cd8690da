package org.reconbench.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

/** Thresholds from validation labels, as a user asks for them: a run, its report, another look by evaluate. */
class ValidationRunTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Captured run(String name, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", "smoke", "-q", "--detectors", "norm,ae", "--set", "epochs=2", "--set", "n=300", "-o"));
        words.add(temp.resolve(name).toString());
        words.addAll(List.of(more));
        return Captured.run(words.toArray(String[]::new));
    }

    private List<TrialRecord> trials(String name) {
        return StoredRun.read(RunDirectory.open(temp.resolve(name))).trials();
    }

    @Test
    void the_report_marks_thresholds_that_knew_labels_and_evaluate_finds_them_again() throws IOException {
        Captured captured =
                run("one", "--protocols", "contaminated-validation", "--set", "threshold.rule=validation-f1");
        assertEquals(0, captured.code(), captured.err());
        String page = Files.readString(temp.resolve("one").resolve("report.html"));
        assertTrue(page.contains("validation-f1 (knows: validation-labels)"));
        assertTrue(page.contains("chosen with labels, those of validation rows"));
        Captured again = Captured.run(
                "evaluate", temp.resolve("one").toString(), "--threshold", "validation-f1", "--metrics", "f1");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("labels of validation rows used"), again.out());
        List<String> lines = Files.readAllLines(temp.resolve("one").resolve("evaluation.csv"));
        for (int i = 0; i < 4; i++) {
            TrialRecord trial = trials("one").get(i);
            String[] fields = lines.get(i + 1).split(",", -1);
            assertEquals(String.valueOf(requireNonNull(trial.threshold()).value()), fields[7]);
            assertEquals("validation-labels", fields[8]);
            assertEquals(String.valueOf(requireNonNull(trial.metrics()).f1()), fields[9]);
        }
    }

    @Test
    void trials_without_validation_rows_get_no_such_threshold_and_that_is_said() throws IOException {
        assertEquals(
                0,
                run("both", "--no-report", "--protocols", "contaminated,contaminated-validation")
                        .code());
        Captured again = Captured.run("evaluate", temp.resolve("both").toString(), "--threshold", "validation-f1");
        assertEquals(0, again.code(), again.err());
        assertTrue(
                again.out().replaceAll("\\s+", " ").contains("4 ok trials lack the labelled rows of both classes"),
                again.out());
        Captured other = Captured.run(
                "evaluate", temp.resolve("both").toString(), "--threshold", "validation-f1", "--score", "latent-norm");
        assertEquals(0, other.code(), other.err());
    }

    @Test
    void under_a_protocol_that_holds_nothing_out_nothing_runs() {
        Captured captured = run("none", "--set", "threshold.rule=validation-f1");
        assertEquals(2, captured.code());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertTrue(captured.err().contains("write 'contaminated-validation' in its place"), captured.err());
        assertTrue(Files.notExists(temp.resolve("none")));
    }
}
