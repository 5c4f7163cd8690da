package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.Suggestion;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.threshold.ThresholdRule;
import org.reconbench.evaluation.threshold.ThresholdRules;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.DetectorChoice;
import org.reconbench.harness.plan.EffectiveExperiment;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.TrialIds;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.ManifestLine;
import org.reconbench.harness.store.ResolvedRun;
import org.reconbench.harness.store.ResultsFile;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.harness.store.TrialFiles;

/** Carries a plan out into a run directory, or goes on with one. */
public final class RunService {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DataSupply supply;
    private final RunListener listener;
    private final StopSignal stop;

    /** A service over the supply that the plan was made with. */
    public RunService(DataSupply supply, RunListener listener, StopSignal stop) {
        this.supply = supply;
        this.listener = listener;
        this.stop = stop;
    }

    /** The text that names a run begun now: {@code 20260131T235959Z-families}. */
    public static String runName(String experiment) {
        return RUN_ID.format(Instant.now()) + "-" + experiment;
    }

    /**
     * Runs the trials of the plan that the directory does not hold yet.
     *
     * @return the run as stored, complete unless stopped
     * @throws InputException if the directory holds another run, or cannot be written
     */
    public StoredRun run(Plan plan, RunRequest request) {
        ThresholdRule rule = rule(plan.experiment());
        RunDirectory directory = request.resume() ? resumed(plan, request) : begun(plan, request);
        List<TrialRecord> former = ResultsFile.read(directory);
        List<PlannedTrial> remaining = remaining(plan, former, request.retryFailed());
        Limits limits = request.limits();
        Map<Boolean, List<PlannedTrial>> fits =
                remaining.stream().collect(Collectors.partitioningBy(trial -> bytes(trial) <= limits.memoryBytes()));
        List<Cohort> cohorts = Cohort.group(requireNonNull(fits.get(true)), limits.bytesPerJob());
        String runId = StoredRun.read(directory).info().runId();
        RecordMaker records = new RecordMaker(runId, attempts(former));
        CohortRunner runner = new CohortRunner(
                supply, records, rule, plan.experiment().threshold().contamination(), limits.threads());
        try (ResultsFile results = ResultsFile.open(directory);
                RunLog log = RunLog.open(directory.log())) {
            RunListener watched = log.before(listener);
            watched.begin(remaining.size(), plan.trials().size() - remaining.size());
            stop.begun();
            List<TrialRecord> skipped = requireNonNull(fits.get(false)).stream()
                    .map(trial -> records.tooLarge(trial, bytes(trial), limits.memoryBytes())
                            .record())
                    .toList();
            results.append(skipped);
            skipped.forEach(watched::recorded);
            new Executor(runner, limits, stop, watched).run(cohorts, results, new TrialFiles(directory));
            results.settle(plan.trials().stream().map(PlannedTrial::trialId).toList());
            watched.end();
        } finally {
            stop.ended();
        }
        return StoredRun.read(directory);
    }

    private static long bytes(PlannedTrial trial) {
        return trial.detector().detector().memberBytes(trial.detector().params(), trial.profile());
    }

    private static ThresholdRule rule(Experiment experiment) {
        String id = experiment.threshold().rule();
        return ThresholdRules.find(id)
                .orElseThrow(() -> InputException.atKey(
                        experiment.source(),
                        0,
                        "threshold.rule",
                        "is '" + id + "'" + Suggestion.hint(id, ThresholdRules.ids()) + "; must be one of "
                                + String.join(", ", ThresholdRules.ids())));
    }

    private static RunDirectory begun(Plan plan, RunRequest request) {
        RunDirectory directory = RunDirectory.create(request.directory());
        String createdAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String runId = runName(plan.experiment().name()) + "-"
                + Sha256.hexOf(System.nanoTime() + " " + ProcessHandle.current().pid())
                        .substring(0, 6);
        RunDirectory.writeWhole(directory.experiment(), EffectiveExperiment.yaml(plan));
        RunDirectory.writeWhole(directory.resolved(), Json.pretty(resolved(plan, request, runId, createdAt)));
        RunDirectory.writeWhole(directory.environment(), Json.pretty(request.environment()));
        StringBuilder manifest = new StringBuilder();
        for (PlannedTrial trial : plan.trials()) {
            manifest.append(Json.line(manifestLine(trial))).append('\n');
        }
        RunDirectory.writeWhole(directory.manifest(), manifest.toString());
        return directory;
    }

    private static ManifestLine manifestLine(PlannedTrial trial) {
        return new ManifestLine(
                trial.trialId(),
                trial.detector().configId(),
                trial.data().name(),
                trial.sha256(),
                new TrialRecord.Named(
                        trial.protocol().id(), TrialIds.nested(trial.protocol().params())),
                trial.detector().id(),
                TrialIds.nested(trial.detector().params()),
                trial.seed());
    }

    private static ResolvedRun resolved(Plan plan, RunRequest request, String runId, String createdAt) {
        Map<String, RunInfo.DetectorNote> notes = new LinkedHashMap<>();
        for (DetectorChoice choice : plan.detectors()) {
            DetectorCard card = choice.detector().card();
            notes.putIfAbsent(
                    card.id(),
                    new RunInfo.DetectorNote(
                            card.id(),
                            card.title(),
                            card.family().id(),
                            card.version(),
                            card.summary(),
                            card.objective(),
                            card.paper()));
        }
        Experiment experiment = plan.experiment();
        return new ResolvedRun(
                ResolvedRun.SCHEMA,
                experiment.name(),
                runId,
                createdAt,
                request.command(),
                plan.trials().size(),
                plan.datasets(),
                plan.protocols().stream()
                        .map(choice -> new TrialRecord.Named(choice.id(), TrialIds.nested(choice.params())))
                        .toList(),
                List.copyOf(notes.values()),
                plan.detectors().stream()
                        .map(choice -> new TrialRecord.Named(choice.id(), TrialIds.nested(choice.params())))
                        .toList(),
                experiment.seeds().values(),
                experiment.threshold().rule(),
                experiment.threshold().contamination(),
                experiment.stats().primary(),
                experiment.stats().alpha(),
                experiment.stats().baseline());
    }

    private static RunDirectory resumed(Plan plan, RunRequest request) {
        RunDirectory directory = RunDirectory.open(request.directory());
        Set<String> stored = StoredRun.manifest(directory).stream()
                .map(ManifestLine::trialId)
                .collect(Collectors.toSet());
        Set<String> planned = plan.trials().stream().map(PlannedTrial::trialId).collect(Collectors.toSet());
        if (!stored.equals(planned)) {
            long common = planned.stream().filter(stored::contains).count();
            throw InputException.inFile(
                    request.directory(),
                    "holds another run: of its " + stored.size() + " trials " + common + " are among the "
                            + planned.size() + " of this one; leave the experiment out to go on with the stored one");
        }
        return directory;
    }

    private static List<PlannedTrial> remaining(Plan plan, List<TrialRecord> former, boolean retryFailed) {
        Set<String> done = former.stream()
                .filter(record -> record.ok() || (!retryFailed && record.status() != TrialStatus.INTERRUPTED))
                .map(TrialRecord::trialId)
                .collect(Collectors.toSet());
        return plan.trials().stream()
                .filter(trial -> !done.contains(trial.trialId()))
                .toList();
    }

    private static Map<String, Integer> attempts(List<TrialRecord> former) {
        Map<String, Integer> attempts = new HashMap<>();
        former.forEach(record -> attempts.put(record.trialId(), record.attempt()));
        return attempts;
    }
}
