package org.reconbench.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunArchive;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.RunUnion;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.reports.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders the report of a run, or of several as one, from stored files. */
@Command(
        name = "report",
        description =
                "Renders the report of a run from its stored files, or one report of several runs; trains nothing.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The run directory; several are read as one.")
    private List<Path> directories = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to put the report. Default: the run directory; needed with several.")
    private @Nullable Path output;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = output;
        RunArchive run;
        if (directories.size() > 1) {
            if (target == null) {
                throw InputException.of("report: of several runs needs -o DIR");
            }
            run = RunUnion.of(directories);
        } else {
            Path only = directories.get(0);
            run = StoredRun.read(RunDirectory.open(only));
            target = target == null ? only : target;
        }
        boolean own = directories.size() == 1 && directories.get(0).equals(target);
        if (!own && new RunDirectory(target).holdsRun()) {
            throw InputException.inFile(target, "holds a run with a report of its own; give -o another directory");
        }
        if (Files.isRegularFile(target)) {
            throw InputException.inFile(target, "is a file; a report needs a directory");
        }
        console.out().println("Report: " + HtmlReport.write(run, target));
        return ExitCode.OK.code();
    }
}
