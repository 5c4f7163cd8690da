package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of stored runs: sealed in every format, harmless whatever the names, and clear about wrong words. */
class ExportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Path nasty() {
        return new StoredRuns()
                .on("=cmd()", "<script>alert(1)</script>", "50%_of $x & {y} #1 ~^\\")
                .under("contaminated", "normal-only")
                .of("norm", 0.5)
                .of("ae", 1.5)
                .of("beta-vae", Map.of("beta", 0.1), 3)
                .of("beta-vae", Map.of("beta", 4.0), 0)
                .failing("ae")
                .write(temp.resolve("nasty"));
    }

    private static String golden(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ExportCommandTest.class.getResourceAsStream("export/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "csv, en",
        "csv, de",
        "csv, ar",
        "json, en",
        "json, de",
        "json, ar",
        "md, en",
        "md, de",
        "md, tr",
        "latex, en",
        "latex, de",
        "latex, ar"
    })
    void each_format_is_sealed_under_every_locale(String format, String language) throws IOException {
        Locale before = Locale.getDefault();
        Captured captured;
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            captured = Captured.run("export", nasty().toString(), "--format", format);
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(0, captured.code(), captured.err());
        assertEquals(golden("nasty." + format), captured.out());
    }

    @Test
    void a_name_is_never_run_nor_read_as_markup() {
        Path run = nasty();
        String csv = Captured.run("export", run.toString(), "--format", "csv").out();
        assertTrue(csv.contains(",'=cmd(),"), csv);
        assertFalse(csv.contains(",=cmd()"), csv);
        assertFalse(Captured.run("export", run.toString()).out().contains("<script"));
        String latex =
                Captured.run("export", run.toString(), "--format", "latex").out();
        assertTrue(latex.contains(
                "50\\%\\_of \\$x \\& \\{y\\} \\#1 \\textasciitilde{}\\textasciicircum{}\\textbackslash{}"));
        assertFalse(latex.contains("<script"), latex);
    }

    @Test
    void marks_compare_with_a_baseline_that_was_asked_for() {
        String run = nasty().toString();
        Captured captured = Captured.run("export", run, "--against", "norm", "--protocol", "contaminated");
        assertEquals(0, captured.code(), captured.err());
        assertTrue(captured.out().contains("Marks compare with norm:"), captured.out());
        assertFalse(captured.out().contains("normal-only"));
        assertFalse(captured.out().contains("flatters"));
    }

    @Test
    void several_runs_are_one_table_and_a_shared_trial_counts_once() {
        Path one = new StoredRuns().named("one").on("d").under("p").of("ae", 1).write(temp.resolve("one"));
        Path two = new StoredRuns()
                .named("two")
                .on("d")
                .under("p")
                .of("ae", 1)
                .of("vae", 2)
                .write(temp.resolve("two"));
        String table = Captured.run("export", one.toString(), two.toString(), "--format", "csv")
                .out();
        assertEquals(3, table.lines().count());
        assertTrue(table.lines().skip(1).allMatch(line -> line.contains(",10,")), table);
    }

    @Test
    void a_detector_of_several_configurations_a_wrong_word_or_place_is_told_in_one_line() {
        String run = nasty().toString();
        refused("has several configurations; give one of 'beta-vae beta=0.1'", run, "--against", "beta-vae");
        refused("--measure auc-pc: no such measure (did you mean 'auc_pr'?)", run, "--measure", "auc-pc");
        refused("--protocol contaminatd: not in the results (did you mean", run, "--protocol", "contaminatd");
        refused("--against nrm: not in the results (did you mean 'norm'?)", run, "--against", "nrm");
        refused("no such run directory", temp.resolve("nowhere").toString());
        refused("holds no run", temp.toString());
        refused("the same run directory is given twice", run, run + "/.");
        Path empty = new StoredRuns().on("d").under("p").write(temp.resolve("empty"));
        refused("holds no finished trial yet", empty.toString());
    }

    @Test
    void runs_that_contradict_each_other_are_refused() throws IOException {
        StoredRuns runs = new StoredRuns().on("d").under("p").of("ae", 1);
        Path one = runs.write(temp.resolve("one"));
        Path forged = runs.shifted(1).write(temp.resolve("forged"));
        refused("has other metrics than in " + one, one.toString(), forged.toString());
        Path other = runs.otherRows().write(temp.resolve("other"));
        refused("data set 'd' has other rows than in " + one, one.toString(), other.toString());
    }

    private static void refused(String message, String... words) {
        List<String> args = new ArrayList<>(List.of("export"));
        args.addAll(List.of(words));
        Captured captured = Captured.run(args.toArray(String[]::new));
        assertEquals(2, captured.code(), captured.err());
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void a_file_that_is_there_is_kept_unless_forced() throws IOException {
        String run = nasty().toString();
        Path file = temp.resolve("tables/t.tex");
        String[] words = {"export", run, "--format", "latex", "-o", file.toString()};
        assertEquals(0, Captured.run(words).code());
        assertEquals(golden("nasty.latex"), Files.readString(file));
        Captured again = Captured.run(words);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("is there already; --force writes over it"), again.err());
        assertEquals(
                0, Captured.run("export", run, "-o", file.toString(), "--force").code());
        assertTrue(Files.readString(file).startsWith("| Configuration"));
    }

    @Test
    void costs_and_lower_is_better_measures_have_their_best_at_the_low_end() {
        String run = nasty().toString();
        Captured fpr = Captured.run("export", run, "--measure", "fpr-at-95-recall");
        assertTrue(fpr.out().contains("lower is better"), fpr.out());
        Captured seconds = Captured.run("export", run, "--measure", "train-seconds");
        assertEquals(0, seconds.code(), seconds.err());
        assertTrue(seconds.out().contains("0.295"), seconds.out());
    }
}
