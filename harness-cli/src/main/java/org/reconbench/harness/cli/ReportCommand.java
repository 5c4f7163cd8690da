package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.reports.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Renders the report of a run from its stored files. */
@Command(name = "report", description = "Renders the report of a run from its stored files; trains nothing.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(RunDirectory.open(directory));
        console.out().println("Report: " + HtmlReport.write(run, directory));
        return ExitCode.OK.code();
    }
}
