package org.reconbench.harness.run;

import java.time.Instant;
import java.util.Map;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.TrialIds;

/** Makes the records of one run: what they have in common is said once. */
final class RecordMaker {
    private final String runId;
    private final Map<String, Integer> formerAttempts;
    private final Timestamps times;

    /**
     * Makes records.
     *
     * @param formerAttempts attempts that the directory already holds, by trial id
     * @param times what the records say the time is
     */
    RecordMaker(String runId, Map<String, Integer> formerAttempts, Timestamps times) {
        this.runId = runId;
        this.times = times;
        this.formerAttempts = Map.copyOf(formerAttempts);
    }

    /** When work on a trial began. */
    record Clock(Instant started) {}

    Clock start() {
        return new Clock(times.now());
    }

    TrialRecord ok(
            PlannedTrial trial,
            TrainTest data,
            Clock clock,
            FitOutcome.Fitted outcome,
            TrialEvaluation evaluation,
            TrialRecord.Diagnostics diagnostics,
            TrialRecord.Threshold threshold,
            TrialRecord.Time time) {
        TrainTest.Validation held = data.validation();
        TrialRecord.DatasetInfo dataset = new TrialRecord.DatasetInfo(
                trial.data().name(),
                trial.sha256(),
                data.train().rows(),
                data.test().rows(),
                data.train().columns(),
                data.trainLabels().anomalyRate(),
                data.testLabels().anomalyRate(),
                held == null ? null : held.labels().size());
        DetectorCard card = trial.detector().detector().card();
        return new TrialRecord(
                TrialRecord.SCHEMA,
                trial.trialId(),
                trial.detector().configId(),
                runId,
                TrialStatus.OK,
                attempt(trial),
                clock.started().toString(),
                times.now().toString(),
                dataset,
                protocol(trial),
                detector(card),
                TrialIds.nested(trial.detector().params()),
                trial.seed(),
                trial.detector().score(),
                evaluation.metrics(),
                threshold,
                evaluation.confusion(),
                evaluation.oracle(),
                evaluation.scores(),
                outcome.training(),
                diagnostics,
                time,
                PeakMemory.record(),
                null);
    }

    TrialRun diverged(PlannedTrial trial, Clock clock, String phase, String message) {
        return withoutNumbers(trial, clock, TrialStatus.DIVERGED, new TrialRecord.Failure(phase, "Diverged", message));
    }

    /** A trial that is not run because its estimate alone is over the budget. */
    TrialRun tooLarge(PlannedTrial trial, long bytes, long budget) {
        String message = "needs an estimated " + Quantities.bytes(bytes) + " on its own, the budget is "
                + Quantities.bytes(budget) + "; give --memory " + ((bytes >> 20) + 1)
                + "m or more, or choose fewer rows, narrower layers or a smaller batch";
        return withoutNumbers(
                trial, start(), TrialStatus.SKIPPED, new TrialRecord.Failure("plan", "MemoryBudget", message));
    }

    /** A trial that is not run because its estimate alone is over the experiment's limit. */
    TrialRun tooLong(PlannedTrial trial, double limit) {
        String message = "is estimated to take " + Quantities.seconds(trial.seconds()) + " on its own; the experiment's"
                + " max_trial_s is " + Quantities.seconds(limit);
        return withoutNumbers(
                trial, start(), TrialStatus.SKIPPED, new TrialRecord.Failure("plan", "TimeBudget", message));
    }

    TrialRun failed(PlannedTrial trial, Clock clock, TrialStatus status, String phase, Throwable cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        int lineEnd = message.indexOf('\n');
        String firstLine = lineEnd < 0 ? message : message.substring(0, lineEnd);
        return withoutNumbers(
                trial,
                clock,
                status,
                new TrialRecord.Failure(phase, cause.getClass().getSimpleName(), firstLine));
    }

    private TrialRun withoutNumbers(PlannedTrial trial, Clock clock, TrialStatus status, TrialRecord.Failure failure) {
        TrialRecord record = new TrialRecord(
                TrialRecord.SCHEMA,
                trial.trialId(),
                trial.detector().configId(),
                runId,
                status,
                attempt(trial),
                clock.started().toString(),
                times.now().toString(),
                new TrialRecord.DatasetInfo(
                        trial.data().name(),
                        trial.sha256(),
                        trial.profile().rows(),
                        null,
                        trial.profile().columns(),
                        null,
                        null),
                protocol(trial),
                detector(trial.detector().detector().card()),
                TrialIds.nested(trial.detector().params()),
                trial.seed(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PeakMemory.record(),
                failure);
        return new TrialRun(record, null, null, null);
    }

    private int attempt(PlannedTrial trial) {
        return formerAttempts.getOrDefault(trial.trialId(), 0) + 1;
    }

    private static TrialRecord.Named protocol(PlannedTrial trial) {
        return new TrialRecord.Named(
                trial.protocol().id(), TrialIds.nested(trial.protocol().params()));
    }

    private static TrialRecord.DetectorInfo detector(DetectorCard card) {
        return new TrialRecord.DetectorInfo(card.id(), card.family().id(), card.version());
    }
}
