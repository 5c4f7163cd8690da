package org.reconbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunArchive;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.harness.store.IoReason;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.RunUnion;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.reports.table.MeasureCsv;
import org.reconbench.reports.table.MeasureJson;
import org.reconbench.reports.table.MeasureLatex;
import org.reconbench.reports.table.MeasureMarkdown;
import org.reconbench.reports.table.MeasureTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One measure of a run as a table for a paper or a program. */
@Command(
        name = "export",
        sortOptions = false,
        description =
                "Writes one measure as a table: configurations down, data sets along, with marks of significance.",
        footer = {
            "",
            "Examples:",
            "  reconbench export runs/latest --format latex -o table.tex",
            "  reconbench export runs/a runs/b --measure auc-roc --against norm"
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run directories; several are read as one.")
    private List<Path> runs = List.of();

    @Option(names = "--format", paramLabel = "HOW", description = "md (default), csv, json or latex.")
    private Kind format = Kind.MD;

    @Option(
            names = "--measure",
            paramLabel = "ID",
            description = "Which measure, e.g. auc-roc, f1, train-seconds. Default: the run's primary one.")
    private @Nullable String measure;

    @Option(names = "--protocol", paramLabel = "ID", description = "Only this protocol. Default: all.")
    private @Nullable String protocol;

    @Option(
            names = "--against",
            paramLabel = "DETECTOR",
            description = "Marks compare with this one. Default: with the best.")
    private @Nullable String against;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: stdout.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    ExportCommand(Console console) {
        this.console = console;
    }

    /** What it can write; users write it in lower case. */
    enum Kind {
        CSV,
        JSON,
        MD,
        LATEX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        Measure wanted = measure == null ? null : Selection.measure(measure);
        if (output != null && Files.exists(output) && !force) {
            throw InputException.inFile(output, "is there already; --force writes over it");
        }
        if (wanted == null) {
            wanted = primary();
        }
        RunArchive archive = RunUnion.of(runs, wanted.id());
        ComparisonTable table = Selection.protocol(ComparisonTable.of(archive.trials()), protocol);
        Optional<String> baseline = Optional.ofNullable(against).map(word -> Selection.label(table, "--against", word));
        write(render(MeasureTable.of(
                table,
                wanted,
                baseline,
                ComparisonSettings.of(archive.info()),
                DatasetGroups.of(archive.info(), table.datasets()))));
        return ExitCode.OK.code();
    }

    /** What the runs' experiments say decides; they must agree. */
    private Measure primary() {
        List<String> ids = runs.stream()
                .map(run -> StoredRun.readResolved(RunDirectory.open(run)).primaryMetric())
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw InputException.of("the runs have different primary measures (" + String.join(", ", ids)
                    + "); choose one with --measure");
        }
        return Selection.measure(ids.get(0));
    }

    private String render(MeasureTable table) {
        return switch (format) {
            case CSV -> MeasureCsv.of(table);
            case JSON -> Json.pretty(MeasureJson.of(table));
            case MD -> MeasureMarkdown.of(table);
            case LATEX -> MeasureLatex.of(table);
        };
    }

    private void write(String text) {
        if (output == null) {
            console.out().print(text);
            return;
        }
        try {
            Path parent = output.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw InputException.inFile(output, "cannot be written: " + IoReason.of(e), e);
        }
        RunDirectory.writeWhole(output, text);
        console.out().println("Table: " + output);
    }
}
