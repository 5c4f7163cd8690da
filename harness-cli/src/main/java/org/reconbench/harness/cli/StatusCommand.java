package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.harness.run.Pace;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.ManifestLine;
import org.reconbench.harness.store.ResultsFile;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far a run is: done, failed, remaining, and when it may end. */
@Command(name = "status", description = "How far a run is: done, failed, remaining, time to go.")
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(names = "--format", paramLabel = "HOW", description = "table (default) or json.")
    private Format format = Format.TABLE;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunDirectory run = RunDirectory.open(directory);
        StoredRun stored = StoredRun.read(run);
        int planned = stored.manifest().size();
        List<TrialRecord> records = stored.trials();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TrialStatus status : TrialStatus.values()) {
            int count = (int)
                    records.stream().filter(record -> record.status() == status).count();
            if (count > 0 || status == TrialStatus.OK) {
                counts.put(status.id(), count);
            }
        }
        int remaining = planned - records.size();
        boolean running = ResultsFile.beingWritten(run);
        OptionalDouble eta = running ? eta(run, stored) : OptionalDouble.empty();
        if (format == Format.JSON) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("planned", planned);
            json.put("status", counts);
            json.put("remaining", remaining);
            json.put("running", running);
            eta.ifPresent(seconds -> json.put("eta_seconds", seconds));
            console.out().println(Json.pretty(json));
        } else {
            print(planned, counts, remaining, running, eta);
        }
        return ExitCode.OK.code();
    }

    private void print(int planned, Map<String, Integer> counts, int remaining, boolean running, OptionalDouble eta) {
        console.out()
                .println(directory + ": " + planned + " trials planned, "
                        + (remaining == 0 ? "finished" : running ? "running" : "not running"));
        counts.forEach((status, count) -> console.out().printf("  %-12s %6d%n", status, count));
        console.out().printf("  %-12s %6d%n", "remaining", remaining);
        eta.ifPresent(seconds -> console.out().println("  about " + Quantities.seconds(seconds) + " to go"));
        if (remaining > 0 && !running) {
            console.out().println("  go on with: ./reconbench run --resume -o " + Shell.quoted(directory));
        }
    }

    /** The time to go at the pace of this attempt; a trial's work is taken to be its epochs times the rows of its data set. */
    private static OptionalDouble eta(RunDirectory run, StoredRun stored) {
        Set<String> ended = stored.trials().stream().map(TrialRecord::trialId).collect(Collectors.toSet());
        Map<String, Double> left = new HashMap<>();
        Map<String, Double> done = new HashMap<>();
        for (ManifestLine line : stored.manifest()) {
            double rows = stored.info().datasets().stream()
                    .filter(note -> note.name().equals(line.dataset()))
                    .mapToDouble(RunInfo.DatasetNote::rows)
                    .findFirst()
                    .orElse(1);
            double epochs = line.params().get("epochs") instanceof Number number ? number.doubleValue() : 0;
            (ended.contains(line.trialId()) ? done : left).put(line.trialId(), (1 + epochs) * rows);
        }
        return Pace.secondsToGo(run.logLines(), left, done, Instant.now());
    }
}
