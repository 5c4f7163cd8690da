package org.reconbench.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.Shard;
import org.reconbench.harness.registry.Plugin;
import org.reconbench.harness.run.Limits;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.run.RunRequest;
import org.reconbench.harness.run.RunService;
import org.reconbench.harness.run.StopSignal;
import org.reconbench.harness.run.Timestamps;
import org.reconbench.harness.store.ResolvedRun;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
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

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only part I of N of the plan, for N machines; 'merge' unites the parts.")
    private @Nullable String shard;

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
        if (retryFailed && !resume) {
            throw InputException.of("--retry-failed: goes with --resume only");
        }
        Timestamps times = Timestamps.of(console.sourceDate());
        Limits limits = limits();
        Shard part = shard == null ? null : Shard.parse(shard);
        DataSupply supply = DataSupply.ofHeap();
        Path old = resume ? (output == null ? LatestLink.target() : output) : null;
        Path stored =
                old == null || options.any() ? null : RunDirectory.open(old).experiment();
        if (old != null) {
            checkPlugins(old);
        }
        Plan plan = options.plan(stored, supply);
        Path directory = old == null ? freshDirectory(plan, times) : old;
        List<Plugin> plugins = options.plugins.available().plugins();
        RunRequest request = new RunRequest(
                directory,
                resume,
                retryFailed,
                part,
                limits,
                commandLine(),
                plugins,
                Environment.describe(limits, plugins));
        StopSignal stop = new StopSignal();
        Thread hook = stopOnSignal(stop, directory, PluginOptions.words(plugins));
        StoredRun run;
        try (ProgressDisplay display = ProgressDisplay.of(quiet ? ProgressStyle.NONE : progress, console);
                RunService.OpenRun open = new RunService(supply, display, stop, times).open(plan, request)) {
            LatestLink.point(directory);
            if (!quiet) {
                headline(plan, open.trials().size(), directory).forEach(console.err()::println);
                wrapped(ExperimentOptions.scoreNotes(plan)).forEach(console.err()::println);
                wrapped(plan.groupNotes()).forEach(console.err()::println);
            }
            run = open.run();
        }
        if (stop.requested()) {
            return ExitCode.STOPPED.code();
        }
        unhook(hook);
        return new Conclusion(console, !quiet, !noReport).of(run, directory);
    }

    /** The directory asked for, or one named after the time. */
    private Path freshDirectory(Plan plan, Timestamps times) {
        if (output != null) {
            return output;
        }
        String name = RunService.runName(plan.experiment().name(), times);
        Path directory = Path.of("runs").resolve(name);
        for (int next = 2; Files.exists(directory); next++) {
            directory = Path.of("runs").resolve(name + "-" + next);
        }
        return directory;
    }

    private List<String> headline(Plan plan, int own, Path directory) {
        int all = plan.trials().size();
        String trials = own == all ? all + " trials" : own + " trials, part of " + all;
        return List.of(
                plan.experiment().name() + ": " + trials + " = "
                        + counted(plan.data().size(), "data set") + " x "
                        + counted(plan.protocols().size(), "protocol") + " x "
                        + counted(plan.detectors().size(), "configuration") + " x "
                        + counted(plan.experiment().seeds().values().size(), "seed"),
                "writing to " + directory);
    }

    private List<String> wrapped(List<String> lines) {
        return lines.stream()
                .flatMap(line -> TextTable.wrap(line, console.width()).stream())
                .toList();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Refuses to go on with a run without the plug-ins that it began with. */
    private void checkPlugins(Path directory) {
        ResolvedRun run = StoredRun.readResolved(RunDirectory.open(directory));
        Set<String> used =
                run.configurations().stream().map(TrialRecord.Named::name).collect(Collectors.toSet());
        options.plugins.require();
        options.plugins.available().checkSame(directory, run.pluginsOrNone(), used);
    }

    private String commandLine() {
        String words = "./reconbench "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(Shell::quoted)
                        .collect(Collectors.joining(" "));
        return words.strip() + options.plugins.unnamed();
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
                memory == null ? Environment.trainingMemory() : Quantities.bytes("--memory", memory));
    }

    private static int positive(String option, int value) {
        if (value < 1 || value > 1024) {
            throw InputException.of(option + " " + value + ": must be an integer from 1 to 1024");
        }
        return value;
    }

    /** On Ctrl-C or a kill: the run stops after the epoch at hand, its finished trials are on disk. */
    private Thread stopOnSignal(StopSignal stop, Path directory, String plugins) {
        Thread hook = new Thread(
                () -> {
                    if (stop.requestAndWait(Duration.ofSeconds(20).toSeconds())) {
                        console.err().println();
                        console.err()
                                .println("stopped; go on with: ./reconbench run --resume -o " + Shell.quoted(directory)
                                        + plugins);
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
