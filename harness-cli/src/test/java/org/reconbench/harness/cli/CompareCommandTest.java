package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs, or two detectors of one: paired, judged in fixed words, in 80 columns. */
class CompareCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private String before = "";
    private String worse = "";

    private static StoredRuns runs() {
        return new StoredRuns()
                .on("blobs")
                .under("p")
                .of("norm", 0.5)
                .of("ae", 1.5)
                .of("beta-vae-warmup", Map.of("beta", 0.1, "warmup", Map.of("schedule", "linear")), 3);
    }

    @BeforeEach
    void write() {
        before = runs().write(temp.resolve("before")).toString();
        worse = runs().shifted(-1).of("vae", 1).write(temp.resolve("worse")).toString();
    }

    private static Captured compare(String... words) {
        List<String> args = new ArrayList<>(List.of("compare"));
        args.addAll(List.of(words));
        Captured captured = Captured.run(args.toArray(String[]::new));
        for (String line : captured.outLines()) {
            boolean path = line.startsWith("A  ") || line.startsWith("B  ");
            assertTrue(path || line.length() <= 80, line);
        }
        return captured;
    }

    @Test
    void a_run_that_got_worse_is_told_and_fails_the_gate() {
        Captured told = compare(before, worse);
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("30 trials in both, "), told.out());
        assertTrue(told.out().contains("only in B, 10 trials: vae on blobs, p (10)"), told.out());
        assertTrue(told.out().contains("A clearly better"), told.out());
        String words = told.out().replaceAll("\\s+", " ");
        assertTrue(words.contains("at level 0.05 and the Bayesian signed-rank test, differences up to 0.01"), words);
        assertTrue(words.contains("A regression: a configuration that is clearly or probably better in A."), words);
        Captured gate = compare(before, worse, "--fail-on", "regression");
        assertEquals(4, gate.code());
        assertTrue(gate.err().contains("gate regression: ae is clearly better in A (B - A -."), gate.err());
        assertEquals(0, compare(worse, before, "--fail-on", "regression").code());
    }

    @Test
    void a_run_equals_itself_and_another_one_differs() {
        Captured same = compare(before, before, "--fail-on", "difference");
        assertEquals(0, same.code(), same.err());
        assertTrue(same.out().contains("30 trials in both, 30 with equal numbers"), same.out());
        assertTrue(same.out().replaceAll("\\s+", " ").contains("0/10/0 practically equivalent"), same.out());
        Captured other = compare(before, worse, "--fail-on", "difference");
        assertEquals(4, other.code());
        assertTrue(other.err().contains("trials have other numbers"), other.err());
    }

    @Test
    void with_enough_data_sets_these_are_what_is_compared_over() {
        StoredRuns many = new StoredRuns().under("p").of("ae", 1).of("vae", 2.5).seeds(3);
        for (int i = 0; i < 8; i++) {
            many.on("d" + i);
        }
        String one = many.write(temp.resolve("many")).toString();
        String two = many.shifted(0.5).write(temp.resolve("more")).toString();
        Captured runs = compare(one, two);
        assertTrue(runs.out().contains("Over 8 data sets, seeds averaged inside each"), runs.out());
        assertTrue(runs.out().contains("B clearly better"), runs.out());
        Captured detectors = compare(one, "--a", "vae", "--b", "ae");
        assertTrue(detectors.out().contains("Over 8 data sets"), detectors.out());
        assertTrue(detectors.out().replaceAll("\\s+", " ").contains("8/0/0 A clearly better"), detectors.out());
    }

    @Test
    void detectors_of_a_run_are_compared_on_every_measure_the_sign_turned_where_less_is_better() {
        Captured told = compare(before, "--a", "beta-vae-warmup", "--b", "norm");
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("blobs, p, over seeds"), told.out());
        // The table wraps where numbers are wide; only what stands in the row counts.
        assertTrue(told.out().matches("(?s).*FPR at 95 %[^\n]* \\+\\.\\d{3} [^\n]*A clearly.*"), told.out());
        String json = compare(before, "--a", "ae", "--b", "norm", "--measure", "auc-roc", "--format", "json")
                .out();
        assertTrue(json.contains("\"schema\" : \"reconbench.comparison/1\""), json);
        assertTrue(json.contains("\"better\" : \"A\""), json);
        assertFalse(json.contains("AUC-PR"), json);
    }

    @Test
    void failed_trials_count_at_chance_level_and_the_verdict_without_them_is_there() {
        String failed = runs().failing("ae").write(temp.resolve("failed")).toString();
        String json = compare(before, failed, "--format", "json").out();
        assertTrue(json.contains("\"imputed_blocks\" : 1"), json);
    }

    @Test
    void wrong_words_are_told_in_one_line() {
        refused("needs two run directories, or one with --a and --b", before);
        refused("--a, --b: compare detectors of one run", before, worse, "--a", "ae");
        refused("--a aee: not in the results (did you mean 'ae'?)", before, "--a", "aee", "--b", "norm");
        refused("one configuration; give two", before, "--a", "ae", "--b", "ae");
        refused(
                "--fail-on regression: goes with two run directories",
                before,
                "--a",
                "ae",
                "--b",
                "norm",
                "--fail-on",
                "regression");
        refused("no such measure (did you mean 'recall'?)", before, worse, "--measure", "recal");
        refused("no such run directory", before, temp.resolve("nowhere").toString());
        String apart = new StoredRuns()
                .on("other")
                .under("p")
                .of("ae", 1)
                .write(temp.resolve("apart"))
                .toString();
        refused("no common trials", before, apart);
    }

    private static void refused(String message, String... words) {
        Captured captured = compare(words);
        assertEquals(2, captured.code(), captured.err());
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertEquals("", captured.out());
    }
}
