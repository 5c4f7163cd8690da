package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.List;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.reports.HtmlReport;

/**
 * What a command that ends with a run says of it: the comparison, where the report lies, what is not ok.
 *
 * @param table whether to print the comparison
 * @param report whether to write the report
 */
record Conclusion(Console console, boolean table, boolean report) {
    private static final int MOST_FAILURES_SHOWN = 5;

    /** Says it; returns the exit code. */
    int of(StoredRun run, Path directory) {
        if (table) {
            ResultsTable.print(run, console);
        }
        if (report) {
            console.out().println("Report: " + HtmlReport.write(run, directory));
        } else {
            console.out().println("Results: " + directory.resolve("results.jsonl"));
        }
        List<TrialRecord> failed =
                run.trials().stream().filter(trial -> !trial.ok()).toList();
        failed.stream()
                .limit(MOST_FAILURES_SHOWN)
                .forEach(trial -> console.err().println("not ok: " + ResultsTable.describe(trial)));
        if (failed.size() > MOST_FAILURES_SHOWN) {
            console.err().println("... and " + (failed.size() - MOST_FAILURES_SHOWN) + " more: see results.jsonl");
        }
        int remaining = run.manifest().size() - run.trials().size();
        if (remaining > 0) {
            console.err()
                    .println(remaining + " of " + run.manifest().size()
                            + " trials remain; go on with: ./reconbench run --resume -o " + Shell.quoted(directory)
                            + PluginOptions.words(run.plugins()));
            return ExitCode.STOPPED.code();
        }
        return failed.isEmpty() ? ExitCode.OK.code() : ExitCode.SOME_TRIALS_FAILED.code();
    }
}
