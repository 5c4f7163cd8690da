package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.run.Limits;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.run.RunRequest;
import org.reconbench.harness.run.RunService;
import org.reconbench.harness.run.StopSignal;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.reports.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans, trains, records, prints the comparison and writes the report. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Runs an experiment: trains, records, prints the comparison, writes the report.",
        footer = {
            "",
            "Examples:",
            "  reconbench run                       the built-in comparison of families",
            "  reconbench run --quick               the same, in seconds",
            "  reconbench run --datasets mine.csv   on your own table",
            "  reconbench run my.yaml -o runs/mine  your own experiment",
            "  reconbench run --resume              go on with the newest run"
        })
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run directory. Default: runs/<UTC time>-<name>.")
    private @Nullable Path output;

    @Option(names = "--resume", description = "Go on with the run in DIR, or with the newest one.")
    private boolean resume;

    @Option(names = "--retry-failed", description = "With --resume: run trials again that are not ok.")
    private boolean retryFailed;

    @Option(names = "--jobs", paramLabel = "N", description = "Cohorts trained at the same time. Default: one a core.")
    private @Nullable Integer jobs;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of each. Default: 1.")
    private int threads = 1;

    @Option(names = "--device", paramLabel = "DEVICE", description = "cpu (default).")
    private String device = "cpu";

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory for training, e.g. 4g: larger cohorts are cut. Default: half of the machine's.")
    private @Nullable String memory;

    @Option(
            names = "--trial-timeout",
            paramLabel = "TIME",
            description = "Longest time for a trial, e.g. 90s, 10m, 1h. Default: none.")
    private @Nullable String trialTimeout;

    @Option(names = "--progress", paramLabel = "HOW", description = "auto (default), plain, json or none.")
    private ProgressStyle progress = ProgressStyle.AUTO;

    @Option(names = "--no-report", description = "Only record; 'report DIR' makes the report later.")
    private boolean noReport;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, and no table: only where the report lies.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Limits limits = limits();
        DataSupply supply = DataSupply.ofHeap();
        Path directory = directory();
        Path stored = resume && !options.any() ? RunDirectory.open(directory).experiment() : null;
        Plan plan = options.plan(stored, supply);
        if (output == null && !resume) {
            directory =
                    Path.of("runs").resolve(RunService.runName(plan.experiment().name()));
        }
        StopSignal stop = new StopSignal();
        Thread hook = stopOnSignal(stop);
        StoredRun run;
        try (ProgressDisplay display = ProgressDisplay.of(quiet ? ProgressStyle.NONE : progress, console)) {
            Console plain = quiet ? null : console;
            if (plain != null) {
                plain.err().println(headline(plan, directory));
            }
            RunRequest request =
                    new RunRequest(directory, resume, retryFailed, limits, commandLine(), Environment.describe(limits));
            LatestLink.point(directory, resume);
            run = new RunService(supply, display, stop).run(plan, request);
            LatestLink.point(directory, true);
        }
        if (stop.requested()) {
            return ExitCode.STOPPED.code();
        }
        unhook(hook);
        return conclude(run, directory);
    }

    private int conclude(StoredRun run, Path directory) {
        if (!quiet) {
            ResultsTable.print(run, console);
        }
        if (!noReport) {
            Path report = HtmlReport.write(run, directory);
            console.out().println("Report: " + report);
        } else {
            console.out().println("Results: " + directory.resolve("results.jsonl"));
        }
        List<TrialRecord> failed =
                run.trials().stream().filter(trial -> !trial.ok()).toList();
        if (failed.isEmpty() && run.trials().size() == run.manifest().size()) {
            return ExitCode.OK.code();
        }
        failed.stream().limit(5).forEach(trial -> console.err().println("not ok: " + ResultsTable.describe(trial)));
        if (failed.size() > 5) {
            console.err().println("... and " + (failed.size() - 5) + " more: see results.jsonl");
        }
        return ExitCode.SOME_TRIALS_FAILED.code();
    }

    private Path directory() {
        if (output != null) {
            return output;
        }
        return resume ? LatestLink.target() : Path.of("runs");
    }

    private static String headline(Plan plan, Path directory) {
        return plan.experiment().name() + ": " + plan.trials().size() + " trials = "
                + plan.data().size()
                + " data set" + plural(plan.data().size()) + " x "
                + plan.protocols().size() + " protocol"
                + plural(plan.protocols().size()) + " x " + plan.detectors().size() + " configuration"
                + plural(plan.detectors().size()) + " x "
                + plan.experiment().seeds().values().size() + " seed"
                + plural(plan.experiment().seeds().values().size()) + " -> " + directory;
    }

    private static String plural(int count) {
        return count == 1 ? "" : "s";
    }

    private String commandLine() {
        return "./reconbench "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(RunCommand::quoted)
                        .collect(Collectors.joining(" "))
                        .strip();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private Limits limits() {
        if (!device.equals("cpu")) {
            throw InputException.of("--device " + device + ": this distribution carries the CPU engine only; use cpu");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new Limits(
                positive("--jobs", jobs == null ? cores : jobs),
                positive("--threads", threads),
                trialTimeout == null ? null : Quantities.duration("--trial-timeout", trialTimeout),
                memory == null ? Environment.physicalMemory() / 2 : Quantities.bytes("--memory", memory));
    }

    private static int positive(String option, int value) {
        if (value < 1 || value > 1024) {
            throw InputException.of(option + " " + value + ": must be an integer from 1 to 1024");
        }
        return value;
    }

    /** On Ctrl-C or a kill: the run stops after the epoch at hand, its finished trials are on disk. */
    private Thread stopOnSignal(StopSignal stop) {
        Thread hook = new Thread(
                () -> {
                    if (stop.requestAndWait(Duration.ofSeconds(20).toSeconds())) {
                        console.err().println();
                        console.err()
                                .println("stopped; go on with: ./reconbench run --resume"
                                        + (output == null ? "" : " -o " + output));
                    }
                },
                "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already ending: the hook runs, and finds the run ended.
            hook.setName("stop-on-signal (late)");
        }
    }
}
