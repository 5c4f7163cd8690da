package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.harness.publish.PublishedRun;
import org.reconbench.harness.publish.Site;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A small static site of runs. */
@Command(
        name = "publish",
        sortOptions = false,
        description = "Puts the reports of runs, with an index, into a static site for any web host.",
        footer = {
            "",
            "Example:",
            "  reconbench publish runs/latest -o site",
            "",
            "Again with other runs it adds them; a run that is there is replaced."
        })
final class PublishCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The run directories; they stay as they are.")
    private List<Path> runs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "SITE",
            description = "The directory of the site: new, empty, or made by this command.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the index is called. Default: as before.")
    private @Nullable String title;

    PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site site = Site.open(output)) {
            List<StoredRun> stored = new ArrayList<>();
            for (Path run : runs) {
                StoredRun read = StoredRun.read(RunDirectory.open(run));
                if (read.trials().isEmpty()) {
                    throw InputException.inFile(run, "holds no finished trial yet");
                }
                stored.add(read);
            }
            for (StoredRun run : stored) {
                PublishedRun added = site.add(run);
                console.err().println("rendered " + added.name() + ", " + added.trials() + " trials");
            }
            console.out().println("Site: " + site.write(title));
        }
        console.err().println("Every link in it is relative: upload the directory to any web host, or open the file.");
        return ExitCode.OK.code();
    }
}
