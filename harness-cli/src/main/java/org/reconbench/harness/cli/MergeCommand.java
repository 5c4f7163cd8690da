package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.harness.registry.Plugin;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.RunMerge;
import org.reconbench.harness.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Unites the shards of an experiment into one run. */
@Command(
        name = "merge",
        description = "Unites runs of one experiment, such as its shards, into one run; trains nothing.",
        footer = {
            "",
            "Example:",
            "  reconbench run --shard 1/2 -o runs/one      on one machine",
            "  reconbench run --shard 2/2 -o runs/two      on another",
            "  reconbench merge runs/one runs/two -o runs/whole"
        })
final class MergeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The run directories; they stay as they are.")
    private List<Path> sources = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The directory of the united run; new or empty.")
    private @Nullable Path output;

    @Option(names = "--no-report", description = "Only unite; 'report DIR' makes the report later.")
    private boolean noReport;

    @Option(
            names = {"-q", "--quiet"},
            description = "No table: only where the report lies.")
    private boolean quiet;

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (output == null || sources.size() < 2) {
            throw InputException.of("merge: needs two run directories or more, and -o DIR for the united run");
        }
        List<Plugin> plugins =
                StoredRun.readResolved(RunDirectory.open(sources.get(0))).pluginsOrNone();
        String command =
                "./reconbench run " + Shell.quoted(output.resolve("experiment.yaml")) + PluginOptions.words(plugins);
        StoredRun run = RunMerge.merge(sources, output, command);
        LatestLink.point(output);
        return new Conclusion(console, !quiet, !noReport).of(run, output);
    }
}
