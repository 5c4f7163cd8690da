package org.reconbench.harness.run;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.plan.DataChoice;
import org.reconbench.harness.plan.DetectorChoice;
import org.reconbench.harness.plan.EffectiveExperiment;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.Shard;
import org.reconbench.harness.plan.TrialIds;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.ManifestLine;
import org.reconbench.harness.store.ResolvedRun;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

/** The plan as a run directory holds it: written when a run begins, compared when it is resumed. */
final class PlanFiles {
    private PlanFiles() {}

    /** Writes the files of a new run, the manifest last: it says that the run was begun. */
    static void write(Plan plan, int own, RunRequest request, RunDirectory directory, Timestamps times) {
        String createdAt = times.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String experiment = EffectiveExperiment.yaml(plan);
        // At one fixed time the runs of different experiments differ by these, and equal ones have one id.
        String distinct = times.areFixed()
                ? experiment + request.shard()
                : System.nanoTime() + " " + ProcessHandle.current().pid();
        String runId = RunService.runName(plan.experiment().name(), times) + "-"
                + Sha256.hexOf(distinct).substring(0, 6);
        RunDirectory.writeWhole(directory.experiment(), experiment);
        RunDirectory.writeWhole(directory.resolved(), Json.pretty(resolved(plan, own, request, runId, createdAt)));
        RunDirectory.writeWhole(directory.environment(), Json.pretty(request.environment()));
        StringBuilder manifest = new StringBuilder();
        Shard shard = request.shard();
        Map<String, Integer> shards = shard == null ? Map.of() : plan.shards(shard.count());
        for (PlannedTrial trial : plan.trials()) {
            manifest.append(Json.line(manifestLine(trial, shards.get(trial.trialId()))))
                    .append('\n');
        }
        RunDirectory.writeWhole(directory.manifest(), manifest.toString());
    }

    private static ManifestLine manifestLine(PlannedTrial trial, @Nullable Integer shard) {
        return new ManifestLine(
                trial.trialId(),
                trial.detector().configId(),
                trial.data().name(),
                trial.sha256(),
                new TrialRecord.Named(
                        trial.protocol().id(), TrialIds.nested(trial.protocol().params())),
                trial.detector().id(),
                TrialIds.nested(trial.detector().params()),
                trial.seed(),
                shard);
    }

    private static ResolvedRun resolved(Plan plan, int own, RunRequest request, String runId, String createdAt) {
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
                own,
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
                experiment.stats().baseline(),
                plan.groups().members().isEmpty() ? null : plan.groups().members(),
                experiment.score() == null ? null : experiment.score().name(),
                experiment.aucByEpoch() ? true : null,
                request.shard() == null ? null : request.shard().toString(),
                request.plugins().isEmpty() ? null : request.plugins());
    }

    /**
     * Checks that a run to resume has this plan.
     *
     * @throws InputException if not; a data file that has changed since is named
     */
    static void checkSame(RunDirectory directory, StoredRun run, Plan plan, RunRequest request) {
        List<ManifestLine> manifest = run.plan();
        Set<String> stored = manifest.stream().map(ManifestLine::trialId).collect(Collectors.toSet());
        Set<String> planned = plan.trials().stream().map(PlannedTrial::trialId).collect(Collectors.toSet());
        if (stored.equals(planned)) {
            checkSameEvaluation(directory, run.resolved(), resolved(plan, 0, request, "", ""));
            return;
        }
        for (DataChoice data : plan.data()) {
            Set<String> before = manifest.stream()
                    .filter(line -> line.dataset().equals(data.name()))
                    .map(ManifestLine::sha256)
                    .collect(Collectors.toSet());
            boolean changed = plan.trials().stream()
                    .filter(trial -> trial.data().equals(data))
                    .noneMatch(trial -> before.contains(trial.sha256()));
            if (!before.isEmpty() && changed && data instanceof DataChoice.FromFile file) {
                throw InputException.inFile(
                        file.path(),
                        "is not what it was when the run in " + directory.root() + " began: its content"
                                + " has another fingerprint; put the file back, or begin a new run");
            }
        }
        long common = planned.stream().filter(stored::contains).count();
        throw InputException.inFile(
                directory.root(),
                "holds another run: of its " + stored.size() + " trials " + common + " are among the " + planned.size()
                        + " of this one; leave the experiment out to go on with the stored one");
    }

    private static void checkSameEvaluation(RunDirectory directory, ResolvedRun stored, ResolvedRun asked) {
        stored.differenceInEvaluation(asked).ifPresent(key -> {
            throw InputException.inFile(
                    directory.root(),
                    "holds this plan evaluated otherwise: its " + key + " is " + stored.evaluated(key) + ", here it is "
                            + asked.evaluated(key) + "; leave the experiment out to go on with the stored one");
        });
    }

    /**
     * The part of the plan that a run to resume holds; null for all of it.
     *
     * @param asked what the user asks for; null for what there is
     * @throws InputException if these differ
     */
    static @Nullable Shard shard(RunDirectory directory, StoredRun run, @Nullable Shard asked) {
        String stored = run.shard();
        if (asked != null && !asked.toString().equals(stored)) {
            throw InputException.inFile(
                    directory.root(),
                    "holds " + (stored == null ? "the whole plan" : "shard " + stored) + ", not shard " + asked
                            + "; leave --shard out to go on with it");
        }
        return stored == null ? null : Shard.parse(stored);
    }
}
