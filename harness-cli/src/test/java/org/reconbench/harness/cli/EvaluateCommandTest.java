package org.reconbench.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

/** Metrics and thresholds from stored scores alone. */
class EvaluateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Path run = Path.of("");

    @BeforeEach
    void write() {
        run = new StoredRuns()
                .on("=d", "e")
                .under("p")
                .seeds(4)
                .of("ae", 1.5)
                .of("beta-vae", Map.of("beta", 0.1), 3)
                .failing("ae")
                .write(temp.resolve("run"));
    }

    private Captured evaluate(String... words) {
        List<String> args = new ArrayList<>(List.of("evaluate", run.toString()));
        args.addAll(List.of(words));
        return Captured.run(args.toArray(String[]::new));
    }

    private List<String[]> csv() throws IOException {
        return Files.readAllLines(run.resolve("evaluation.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void without_other_wishes_the_numbers_are_those_of_the_records() throws IOException {
        String results = Files.readString(run.resolve("results.jsonl"));
        assertEquals(0, evaluate("--metrics", "auc-pr,fpr-at-95-recall,f1").code());
        List<TrialRecord> ok = StoredRun.read(RunDirectory.open(run)).trials().stream()
                .filter(TrialRecord::ok)
                .toList();
        List<String[]> lines = csv();
        assertEquals(ok.size() + 1, lines.size());
        for (int i = 0; i < ok.size(); i++) {
            TrialRecord.Metrics metrics = requireNonNull(ok.get(i).metrics());
            assertEquals(ok.get(i).trialId(), lines.get(i + 1)[0]);
            assertEquals(String.valueOf(metrics.aucPr()), lines.get(i + 1)[9]);
            assertEquals(String.valueOf(metrics.fprAt95Recall()), lines.get(i + 1)[10]);
            assertEquals(String.valueOf(metrics.f1()), lines.get(i + 1)[11]);
        }
        assertEquals(results, Files.readString(run.resolve("results.jsonl")));
        assertTrue(lines.stream().anyMatch(line -> line[1].equals("'=d")));
    }

    @Test
    void another_threshold_rule_says_what_it_knew() throws IOException {
        Captured quantile = evaluate("--threshold", "train-quantile", "--contamination", "0.05");
        assertEquals(0, quantile.code(), quantile.err());
        assertTrue(quantile.out().contains("assumed contamination 0.05"), quantile.out());
        // The made-up train scores lie evenly from -3 to 3.
        assertEquals(2.7, Double.parseDouble(csv().get(1)[7]), 1e-12);
        Captured oracle = evaluate("--threshold", "oracle-f1");
        assertTrue(oracle.out().contains("test labels used: an upper bound"), oracle.out());
        assertEquals("oracle-test", csv().get(1)[8]);
        assertTrue(
                Files.readString(run.resolve("evaluation.json")).contains("\"schema\" : \"reconbench.evaluation/1\""));
    }

    @Test
    void a_cost_ratio_adds_the_expected_cost() throws IOException {
        Captured captured = evaluate("--metrics", "f1", "--cost-ratio", "20", "--threshold", "mad");
        assertEquals(0, captured.code(), captured.err());
        // Five anomalies of fifty rows, none flagged above median + 3 robust deviations of even scores: 20 * 5 / 50.
        assertEquals("2.0", csv().get(1)[10]);
        assertTrue(captured.out().contains("a missed anomaly costing 20.0"), captured.out());
    }

    @Test
    void the_table_keeps_to_the_width() {
        assertTrue(evaluate("--threshold", "mad", "--cost-ratio", "3").outLines().stream()
                .filter(line -> !line.startsWith("Written"))
                .allMatch(line -> line.length() <= 80));
    }

    @Test
    void what_is_not_stored_or_not_known_is_refused_in_one_line() {
        refused(
                "validation-f1: needs labelled validation rows, and this run has none; run it under"
                        + " contaminated-validation or normal-only-validation",
                "--threshold",
                "validation-f1");
        refused("--threshold maad: no such rule (did you mean 'mad'?)", "--threshold", "maad");
        refused("--metrics auc-prq: no such metric (did you mean", "--metrics", "auc-prq");
        refused("--metrics expected-cost: needs --cost-ratio", "--metrics", "expected-cost");
        refused("--cost-ratio 0.0: must be a number above 0", "--cost-ratio", "0");
        refused("--contamination 1.0: must be from 0 to below 1", "--contamination", "1");
        refused("none of these metrics depends on it", "--metrics", "auc-pr", "--threshold", "mad");
        refused("no trial has a stored score 'recom' (did you mean 'recon'?)", "--score", "recom");
        assertFalse(Files.exists(run.resolve("evaluation.csv")));
    }

    private void refused(String message, String... words) {
        Captured captured = evaluate(words);
        assertEquals(2, captured.code(), captured.err());
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertEquals("", captured.out());
    }
}
