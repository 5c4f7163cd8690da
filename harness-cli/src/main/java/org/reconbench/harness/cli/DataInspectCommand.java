package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Dataset;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSummary;
import org.reconbench.data.DatasetSummary.Feature;
import org.reconbench.data.FileOptions;
import org.reconbench.data.TabularFile;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data inspect}: what a table looks like. */
@Command(name = "inspect", description = "Describe a CSV or NPZ file, or a data set of the catalogue.")
final class DataInspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|NAME", description = "A file, or a data set that 'list datasets' shows.")
    private String name = "";

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description =
                    "The label column of a CSV, or the label array of an NPZ (default: found by its usual names).")
    private @Nullable String label;

    @Option(
            names = "--anomaly",
            paramLabel = "VALUE",
            split = ",",
            description = "Label values that mean anomaly; repeatable (default: the usual ones, such as 1).")
    private List<String> anomaly = List.of();

    @Option(names = "--drop", paramLabel = "COLUMN", split = ",", description = "Columns to leave out; repeatable.")
    private List<String> drop = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of a data set that is drawn (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A parameter of a data set of the catalogue.")
    private List<String> settings = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    DataInspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Dataset data = DatasetCatalogue.ids().contains(name)
                ? DataGenerateCommand.draw(name, settings, seed)
                : TabularFile.read(Path.of(name), new FileOptions(null, label, anomaly, drop));
        DatasetSummary summary = DatasetSummary.of(data);
        if (format == Format.JSON) {
            console.out().println(Json.pretty(toMap(summary)));
        } else {
            print(summary);
        }
        return ExitCode.OK.code();
    }

    private void print(DatasetSummary summary) {
        fact("name", summary.name());
        fact("rows", Integer.toString(summary.rows()));
        fact("features", Integer.toString(summary.columns()));
        fact("anomalies", String.format(Locale.ROOT, "%d (%.2f %%)", summary.anomalies(), 100 * summary.anomalyRate()));
        fact("duplicates", summary.duplicateRows() + " rows equal an earlier one");
        fact("constant", summary.constantColumns().isEmpty() ? "none" : String.join(", ", summary.constantColumns()));
        fact("sha256", summary.sha256());
        console.out().println();
        TextTable table = TextTable.of("FEATURE", ">MIN", ">MAX", ">MEAN", ">STD", ">DISTINCT");
        for (Feature feature : summary.features()) {
            table.row(
                    feature.name(),
                    number(feature.min()),
                    number(feature.max()),
                    number(feature.mean()),
                    number(feature.std()),
                    Integer.toString(feature.distinct()));
        }
        table.lines(console.width()).forEach(console.out()::println);
    }

    private void fact(String label, String text) {
        String head = String.format("%-12s", label);
        for (String line : TextTable.wrap(text, console.width() - head.length())) {
            console.out().println(head + line);
            head = " ".repeat(head.length());
        }
    }

    /** Five significant digits, without trailing zeros. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = Math.max(0, 4 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static Map<String, Object> toMap(DatasetSummary summary) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", summary.name());
        map.put("rows", summary.rows());
        map.put("features", summary.columns());
        map.put("anomalies", summary.anomalies());
        map.put("anomaly_rate", summary.anomalyRate());
        map.put("duplicate_rows", summary.duplicateRows());
        map.put("constant_columns", summary.constantColumns());
        map.put("sha256", summary.sha256());
        map.put(
                "columns",
                summary.features().stream().map(DataInspectCommand::columnMap).toList());
        return map;
    }

    private static Map<String, Object> columnMap(Feature feature) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", feature.name());
        map.put("min", feature.min());
        map.put("max", feature.max());
        map.put("mean", feature.mean());
        map.put("std", feature.std());
        map.put("distinct", feature.distinct());
        return map;
    }
}
