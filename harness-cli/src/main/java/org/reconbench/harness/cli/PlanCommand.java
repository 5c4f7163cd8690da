package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reconbench.core.data.DataProfile;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.TrialIds;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trial list of an experiment, without running it. */
@Command(name = "plan", description = "Shows what 'run' would do: trials, cohorts, estimated memory. Trains nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--format", paramLabel = "HOW", description = "table (default) or json.")
    private Format format = Format.TABLE;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Plan plan = options.plan(null, DataSupply.ofHeap());
        List<Cohort> cohorts = Cohort.group(plan.trials(), Environment.physicalMemory() / 2);
        if (format == Format.JSON) {
            console.out().println(Json.pretty(json(plan)));
        } else {
            table(plan, cohorts);
        }
        return ExitCode.OK.code();
    }

    private static List<Map<String, Object>> json(Plan plan) {
        List<Map<String, Object>> trials = new ArrayList<>();
        for (PlannedTrial trial : plan.trials()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", trial.trialId());
            entry.put("config_id", trial.detector().configId());
            entry.put("dataset", trial.data().name());
            entry.put("sha256", trial.sha256());
            entry.put("protocol", trial.protocol().id());
            entry.put("detector", trial.detector().id());
            entry.put("family", trial.detector().detector().card().family().id());
            entry.put("params", TrialIds.nested(trial.detector().params()));
            entry.put("seed", trial.seed());
            trials.add(entry);
        }
        return trials;
    }

    private void table(Plan plan, List<Cohort> cohorts) {
        console.out()
                .println(plan.experiment().name() + ": " + plan.trials().size() + " trials in " + cohorts.size()
                        + " cohorts (trials trained as one tensor program)");
        Map<Line, List<Cohort>> lines = new LinkedHashMap<>();
        for (Cohort cohort : cohorts) {
            PlannedTrial first = cohort.trials().get(0);
            Line line = new Line(
                    first.data().name(), first.protocol().id(), first.detector().id(), first.profile());
            lines.computeIfAbsent(line, key -> new ArrayList<>()).add(cohort);
        }
        TextTable table =
                TextTable.of("Data set", "Protocol", "Detector", ">Trials", ">Cohorts", ">Rows", ">Cols", ">Memory");
        lines.forEach((line, group) -> table.row(
                line.dataset(),
                line.protocol(),
                line.detector(),
                Integer.toString(group.stream()
                        .mapToInt(cohort -> cohort.trials().size())
                        .sum()),
                Integer.toString(group.size()),
                Integer.toString(line.profile().rows()),
                Integer.toString(line.profile().columns()),
                Quantities.bytes(group.stream().mapToLong(Cohort::bytes).max().orElse(0))));
        table.lines(console.width()).forEach(console.out()::println);
        console.out().println("Rows: train rows. Cols: features. Memory: estimate for the largest cohort.");
    }

    private record Line(String dataset, String protocol, String detector, DataProfile profile) {}
}
