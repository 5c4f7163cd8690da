package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an experiment's {@code stats.primary} decides, by way of the run that is stored. */
class PrimaryMeasureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Path run(String name, String primary) {
        return new StoredRuns()
                .named(name)
                .on("d")
                .under("p")
                .seeds(3)
                .of("norm", 0.5)
                .of("ae", 3)
                .judgedBy(primary)
                .write(temp.resolve(name));
    }

    private static String report(Path run) throws IOException {
        Captured captured = Captured.run("report", run.toString());
        assertEquals(0, captured.code(), captured.err());
        return Files.readString(run.resolve("report.html"));
    }

    private static void edit(Path run, String from, String to) throws IOException {
        Path file = run.resolve("experiment.resolved.json");
        String before = Files.readString(file);
        String after = before.replace(from, to);
        assertFalse(before.equals(after), before);
        Files.writeString(file, after);
    }

    @Test
    void report_and_index_judge_by_it() throws IOException {
        Path run = run("roc", "auc_roc");
        assertTrue(report(run).contains("difference in AUC-ROC"));
        Path site = temp.resolve("site");
        assertEquals(
                0,
                Captured.run("publish", run.toString(), "-o", site.toString()).code());
        String index = Files.readString(site.resolve("index.html"));
        assertTrue(index.contains("By mean rank of AUC-ROC over p, 3 seeds of d alone: ae leads"), index);
    }

    @Test
    void a_run_stored_without_it_is_judged_by_auc_pr() throws IOException {
        Path run = run("old", "auc_pr");
        String said = report(run);
        edit(run, "\"primary_metric\" : \"auc_pr\",", "");
        String silent = report(run);
        assertTrue(silent.contains("difference in AUC-PR"));
        assertEquals(verdict(said), verdict(silent));
        assertEquals(0, Captured.run("export", run.toString()).code());
    }

    private static String verdict(String page) {
        int from = page.indexOf("<section id=\"summary\"");
        assertTrue(from > 0);
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void runs_that_differ_in_it_make_no_report_together_and_a_table_where_a_measure_is_chosen() {
        String pr = run("pr", "auc_pr").toString();
        String roc = run("roc", "auc_roc").toString();
        Captured refused =
                Captured.run("report", pr, roc, "-o", temp.resolve("both").toString());
        assertEquals(2, refused.code());
        assertTrue(
                refused.err()
                        .contains("the runs have different primary measures (auc_pr, auc_roc): a report of both"
                                + " would have two leaders; report them apart"),
                refused.err());
        assertEquals(1, refused.errLines().size(), refused.err());
        Captured table = Captured.run("export", pr, roc);
        assertEquals(2, table.code());
        assertTrue(table.err().contains("choose one with --measure"), table.err());
        assertEquals(0, Captured.run("export", pr, roc, "--measure", "f1").code());
    }

    @Test
    void a_measure_that_there_is_not_is_told_with_the_file() throws IOException {
        Path run = run("odd", "auc_pr");
        edit(run, "\"auc_pr\"", "\"auc_rp\"");
        Captured refused = Captured.run("report", run.toString());
        assertEquals(2, refused.code());
        assertTrue(
                refused.err().contains("experiment.resolved.json: primary_metric is 'auc_rp' (did you mean"),
                refused.err());
    }
}
