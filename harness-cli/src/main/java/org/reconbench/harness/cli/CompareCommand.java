package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two runs on their common trials, or two detectors of one run. */
@Command(
        name = "compare",
        sortOptions = false,
        description = "Compares two runs on the trials that both hold, or two detectors of one run.",
        footer = {
            "",
            "Examples:",
            "  reconbench compare runs/old runs/new --fail-on regression",
            "  reconbench compare runs/latest --a ae --b vae"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..2", paramLabel = "RUN", description = "Two run directories, or one with --a and --b.")
    private List<Path> runs = List.of();

    @Option(names = "--a", paramLabel = "DETECTOR", description = "In one run: this detector ...")
    private @Nullable String first;

    @Option(names = "--b", paramLabel = "DETECTOR", description = "... against this one.")
    private @Nullable String second;

    @Option(
            names = "--measure",
            paramLabel = "ID",
            description = "Which measure. Default: the primary one of two runs, all of two detectors.")
    private @Nullable String measure;

    @Option(names = "--protocol", paramLabel = "ID", description = "Only this protocol. Default: all.")
    private @Nullable String protocol;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "Of two runs. regression: exit code 4 if the second is worse; difference: if any number is"
                    + " another.")
    private @Nullable Gate gate;

    @Option(names = "--format", paramLabel = "HOW", description = "table (default) or json.")
    private Format format = Format.TABLE;

    CompareCommand(Console console) {
        this.console = console;
    }

    /** What may make it fail; users write it in lower case. */
    enum Gate {
        REGRESSION,
        DIFFERENCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        if (runs.size() == 2) {
            if (first != null || second != null) {
                throw InputException.of("--a, --b: compare detectors of one run; two runs are given");
            }
            return twoRuns(runs.get(0), runs.get(1));
        }
        if (first == null || second == null) {
            throw InputException.of("compare: needs two run directories, or one with --a and --b");
        }
        if (gate != null) {
            throw InputException.of("--fail-on " + gate + ": goes with two run directories");
        }
        detectors(runs.get(0), first, second);
        return ExitCode.OK.code();
    }

    /** What is compared of a run. */
    private record Compared(ComparisonTable table, DatasetGroups groups, ComparisonSettings settings, String primary) {}

    private Compared read(Path root) {
        StoredRun run = StoredRun.read(RunDirectory.open(root));
        List<TrialRecord> trials = run.trials();
        if (trials.isEmpty()) {
            throw InputException.inFile(root, "holds no finished trial yet");
        }
        ComparisonTable table = Selection.protocol(ComparisonTable.of(trials), protocol);
        return new Compared(
                table,
                DatasetGroups.of(run.info(), table.datasets()),
                ComparisonSettings.of(run.info()),
                run.resolved().primaryMetric());
    }

    private void detectors(Path root, String a, String b) {
        Compared compared = read(root);
        ComparisonTable table = compared.table();
        String left = Selection.label(table, "--a", a);
        String right = Selection.label(table, "--b", b);
        if (left.equals(right)) {
            throw InputException.of("--a " + a + ", --b " + b + ": one configuration; give two");
        }
        List<Measure> measures = measure == null ? List.of(Measure.values()) : List.of(Selection.measure(measure));
        List<PairTable> tables =
                DetectorPair.tables(table, compared.groups(), left, right, measures, compared.settings());
        if (tables.isEmpty()) {
            throw InputException.inFile(root, left + " and " + right + " have no data set with values in common");
        }
        if (format == Format.JSON) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", "reconbench.comparison/1");
            json.put("a", left);
            json.put("b", right);
            settings(json, compared.settings());
            json.put("comparisons", tables.stream().map(PairTable::json).toList());
            console.out().print(Json.pretty(json));
            return;
        }
        console.out().println("A  " + left);
        console.out().println("B  " + right);
        tables.forEach(this::print);
        console.out().println();
        wrapped("A - B is turned where less is better: positive speaks for A. Each measure is judged on its own.");
        wrapped(judged(compared.settings()));
    }

    private static String judged(ComparisonSettings settings) {
        return "Judged by Wilcoxon's signed-rank test at level " + settings.alpha()
                + " and the Bayesian signed-rank test," + " differences up to " + settings.rope()
                + " counting as equivalent.";
    }

    /** What the experiments say differently of how they are judged, and which of it was taken. */
    private void differing(Compared left, Compared right) {
        if (left.settings().alpha() != right.settings().alpha()) {
            wrapped("The runs' levels differ (A " + left.settings().alpha() + ", B "
                    + right.settings().alpha() + "): the stricter is taken.");
        }
        if (measure == null && !left.primary().equals(right.primary())) {
            wrapped("The runs' primary measures differ (A " + left.primary() + ", B " + right.primary()
                    + "): A's is taken; --measure chooses.");
        }
    }

    private int twoRuns(Path a, Path b) {
        Compared left = read(a);
        Compared right = read(b);
        Measure wanted = Selection.measure(measure == null ? left.primary() : measure);
        ComparisonSettings settings =
                left.settings().alpha() <= right.settings().alpha() ? left.settings() : right.settings();
        RunPair pair = RunPair.of(left.table(), right.table());
        if (pair.common() == 0) {
            throw InputException.of(a + " and " + b
                    + ": no common trials (data set, protocol, detector, parameters and seed must be the same)");
        }
        List<PairTable> tables =
                pair.tables(wanted, left.groups().members().isEmpty() ? right.groups() : left.groups(), settings);
        if (format == Format.JSON) {
            json(pair, tables, settings, a, b);
        } else {
            console.out().println("A  " + a);
            console.out().println("B  " + b);
            console.out().println(pair.common() + " trials in both, " + pair.equal() + " with equal numbers");
            only("A", pair.onlyFirst());
            only("B", pair.onlySecond());
            tables.forEach(this::print);
            console.out().println();
            wrapped(wanted.title() + ". B - A " + (wanted.higherIsBetter() ? "" : "is turned, as less is better: ")
                    + "positive speaks for B.");
            wrapped(judged(settings) + " The level is divided by the number of comparisons.");
            wrapped("A regression: a configuration that is clearly or probably better in A.");
            differing(left, right);
        }
        return gate(pair, tables);
    }

    private void json(RunPair pair, List<PairTable> tables, ComparisonSettings settings, Path a, Path b) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "reconbench.comparison/1");
        json.put("a", a.toString());
        json.put("b", b.toString());
        json.put("common_trials", pair.common());
        json.put("equal_trials", pair.equal());
        json.put("only_a", pair.onlyFirst());
        json.put("only_b", pair.onlySecond());
        settings(json, settings);
        json.put("comparisons", tables.stream().map(PairTable::json).toList());
        console.out().print(Json.pretty(json));
    }

    private static void settings(Map<String, Object> json, ComparisonSettings settings) {
        json.put("alpha", settings.alpha());
        json.put("rope", settings.rope());
    }

    private int gate(RunPair pair, List<PairTable> tables) {
        List<String> faults = new ArrayList<>();
        if (gate == Gate.REGRESSION) {
            tables.forEach(table -> faults.addAll(table.saying("A")));
        } else if (gate == Gate.DIFFERENCE && pair.equal() < pair.common()) {
            faults.add((pair.common() - pair.equal()) + " trials have other numbers");
        }
        faults.forEach(fault -> console.err().println("gate " + gate + ": " + fault));
        return faults.isEmpty() ? ExitCode.OK.code() : ExitCode.GATE_FAILED.code();
    }

    private void only(String side, Map<String, Integer> trials) {
        if (!trials.isEmpty()) {
            int sum = trials.values().stream().mapToInt(Integer::intValue).sum();
            List<String> names = new ArrayList<>();
            trials.forEach((name, count) -> names.add(name + " (" + count + ")"));
            int shown = Math.min(5, names.size());
            wrapped("only in " + side + ", " + sum + (sum == 1 ? " trial: " : " trials: ")
                    + String.join("; ", names.subList(0, shown))
                    + (names.size() > shown ? "; and " + (names.size() - shown) + " more" : ""));
        }
    }

    private void print(PairTable table) {
        console.out().println();
        wrapped(table.title());
        table.lines(console.width()).forEach(console.out()::println);
    }

    private void wrapped(String text) {
        TextTable.wrap(text, console.width()).forEach(console.out()::println);
    }
}
