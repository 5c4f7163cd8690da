package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.DataProfile;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.RunForecast;
import org.reconbench.harness.plan.Shard;
import org.reconbench.harness.plan.TrialIds;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trial list of an experiment, without running it. */
@Command(
        name = "plan",
        description = "Shows what 'run' would do: trials, cohorts, estimated memory and time. Trains nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only part I of N of the plan, as 'run --shard' has it.")
    private @Nullable String shard;

    @Option(names = "--format", paramLabel = "HOW", description = "table (default) or json.")
    private Format format = Format.TABLE;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Shard part = shard == null ? null : Shard.parse(shard);
        Plan plan = options.plan(null, DataSupply.ofHeap());
        List<PlannedTrial> own = plan.trials(part);
        int cores = Runtime.getRuntime().availableProcessors();
        List<Cohort> cohorts = Cohort.group(
                own.stream().filter(trial -> !plan.isTooLong(trial)).toList(), Environment.trainingMemory() / cores);
        RunForecast forecast = RunForecast.of(cohorts, cores);
        if (format == Format.JSON) {
            console.out().println(Json.pretty(json(plan, own, cohorts, forecast)));
        } else {
            table(plan, own, cohorts, forecast);
        }
        return ExitCode.OK.code();
    }

    private Map<String, @Nullable Object> json(
            Plan plan, List<PlannedTrial> own, List<Cohort> cohorts, RunForecast forecast) {
        Map<String, Integer> cohortOf = new HashMap<>();
        for (int i = 0; i < cohorts.size(); i++) {
            for (PlannedTrial trial : cohorts.get(i).trials()) {
                cohortOf.put(trial.trialId(), i);
            }
        }
        List<Map<String, @Nullable Object>> trials = new ArrayList<>();
        for (PlannedTrial trial : own) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("id", trial.trialId());
            entry.put("config_id", trial.detector().configId());
            entry.put("dataset", trial.data().name());
            entry.put("sha256", trial.sha256());
            entry.put("protocol", trial.protocol().id());
            entry.put("detector", trial.detector().id());
            entry.put("family", trial.detector().detector().card().family().id());
            entry.put("score", trial.detector().score());
            entry.put("params", TrialIds.nested(trial.detector().params()));
            entry.put("seed", trial.seed());
            Integer cohort = cohortOf.get(trial.trialId());
            entry.put("cohort", cohort);
            entry.put(
                    "estimated_cpu_s",
                    cohort == null
                            ? trial.seconds()
                            : forecast.cohortSeconds().get(cohort)
                                    / cohorts.get(cohort).trials().size());
            entry.put("skipped", cohort == null);
            trials.add(entry);
        }
        Map<String, Object> estimate = new LinkedHashMap<>();
        estimate.put("cores", forecast.cores());
        estimate.put("wall_s", forecast.wallSeconds());
        estimate.put("cpu_s", forecast.cpuSeconds());
        estimate.put("around_cpu_s", forecast.aroundSeconds());
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("experiment", plan.experiment().name());
        whole.put("shard", shard);
        whole.put("cohorts", cohorts.size());
        whole.put("estimate", estimate);
        whole.put("trials", trials);
        return whole;
    }

    private void table(Plan plan, List<PlannedTrial> own, List<Cohort> cohorts, RunForecast forecast) {
        int all = plan.trials().size();
        line(plan.experiment().name() + ": " + own.size() + " trials"
                + (shard == null ? "" : ", shard " + shard + " of " + all + ",") + " in " + cohorts.size()
                + " cohorts (trials trained as one tensor program)");
        Map<Line, List<Cohort>> lines = new LinkedHashMap<>();
        for (Cohort cohort : cohorts) {
            PlannedTrial first = cohort.trials().get(0);
            Line line = new Line(
                    first.data().name(), first.protocol().id(), first.detector().id(), first.profile());
            lines.computeIfAbsent(line, key -> new ArrayList<>()).add(cohort);
        }
        TextTable table = TextTable.of(
                "Data set", "Protocol", "Detector", ">Trials", ">Cohorts", ">Rows", ">Cols", ">Memory", ">CPU time");
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
                Quantities.bytes(group.stream().mapToLong(Cohort::bytes).max().orElse(0)),
                Quantities.seconds(
                        group.stream().mapToDouble(RunForecast::seconds).sum())));
        table.lines(console.width()).forEach(console.out()::println);
        ExperimentOptions.scoreNotes(plan).forEach(this::line);
        plan.groupNotes().forEach(this::line);
        console.out().println("Rows: train rows. Cols: features. Memory: estimate for the largest cohort.");
        line("A run takes about " + Quantities.seconds(forecast.wallSeconds()) + " on "
                + (forecast.cores() == 1 ? "1 core" : forecast.cores() + " cores") + " ("
                + Quantities.seconds(forecast.cpuSeconds())
                + " of CPU time, start and report included); half or twice that is possible.");
        List<PlannedTrial> tooLong = own.stream().filter(plan::isTooLong).toList();
        if (!tooLong.isEmpty()) {
            line(tooLong.size() + " trials are not run but recorded as skipped, being estimated to take longer than"
                    + " max_trial_s, " + Quantities.seconds(plan.experiment().maxTrialSeconds()) + ": "
                    + tooLong.stream()
                            .map(trial -> trial.detector().id() + " on "
                                    + trial.data().name() + " ("
                                    + Quantities.seconds(trial.seconds()) + ")")
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }

    private void line(String text) {
        TextTable.wrap(text, console.width()).forEach(console.out()::println);
    }

    private record Line(String dataset, String protocol, String detector, DataProfile profile) {}
}
