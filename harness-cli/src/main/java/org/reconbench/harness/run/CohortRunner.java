package org.reconbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.metrics.Quantiles;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.threshold.ThresholdInput;
import org.reconbench.evaluation.threshold.ThresholdRule;
import org.reconbench.evaluation.threshold.ThresholdRules;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.PlannedTrial;

/**
 * Fits one cohort, then scores and evaluates its members one by one. Whatever goes wrong becomes a record with a
 * reason; if a fit of several fails as a whole, each member is fitted alone, which gives the same numbers.
 */
final class CohortRunner {
    private static final int QUANTILES = 1000;

    private final DataSupply supply;
    private final RecordMaker records;
    private final ThresholdRule rule;
    private final double contamination;
    private final boolean byEpoch;
    private final int threads;
    private final Diagnosis diagnosis = new Diagnosis();

    /**
     * Runs cohorts of an experiment.
     *
     * @param experiment says how trials are evaluated
     * @param threads of each fit
     */
    CohortRunner(DataSupply supply, RecordMaker records, Experiment experiment, int threads) {
        this.supply = supply;
        this.records = records;
        this.rule = ThresholdRules.find(experiment.threshold().rule()).orElseThrow();
        this.contamination = experiment.threshold().contamination();
        this.byEpoch = experiment.aucByEpoch();
        this.threads = threads;
    }

    /**
     * Runs the cohort; one result a trial, in order.
     *
     * @throws Stopped if the user asked to stop
     */
    List<TrialRun> run(Cohort cohort, Deadline deadline) {
        RecordMaker.Clock clock = records.start();
        try {
            return fitAndScore(cohort, deadline, clock);
        } catch (Stopped e) {
            throw e;
        } catch (CancellationException e) {
            return failed(cohort, clock, TrialStatus.TIMEOUT, "fit", e);
        } catch (OutOfMemoryError e) {
            return apartOr(cohort, deadline, clock, TrialStatus.OOM, e);
        } catch (RuntimeException | LinkageError e) {
            TrialStatus status = outOfNativeMemory(e) ? TrialStatus.OOM : TrialStatus.ERROR;
            return apartOr(cohort, deadline, clock, status, e);
        }
    }

    private static boolean outOfNativeMemory(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("can't allocate memory") || message.contains("not enough memory");
    }

    private List<TrialRun> apartOr(
            Cohort cohort, Deadline deadline, RecordMaker.Clock clock, TrialStatus status, Throwable cause) {
        if (cohort.trials().size() == 1) {
            return failed(cohort, clock, status, "fit", cause);
        }
        List<TrialRun> runs = new ArrayList<>();
        for (PlannedTrial trial : cohort.trials()) {
            runs.addAll(run(new Cohort(List.of(trial)), deadline));
        }
        return runs;
    }

    private List<TrialRun> failed(
            Cohort cohort, RecordMaker.Clock clock, TrialStatus status, String phase, Throwable cause) {
        return cohort.trials().stream()
                .map(trial -> records.failed(trial, clock, status, phase, cause))
                .toList();
    }

    /** A fitted cohort and what is known of the fit. */
    private record Fit(
            FittedCohort cohort,
            int size,
            RecordMaker.Clock clock,
            double trainSeconds,
            @Nullable EpochRanking watch) {}

    private List<TrialRun> fitAndScore(Cohort cohort, Deadline deadline, RecordMaker.Clock clock) {
        List<TrainTest> data = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        for (PlannedTrial trial : cohort.trials()) {
            TrainTest divided = supply.divided(trial.data(), trial.protocol(), trial.seed());
            data.add(divided);
            members.add(new Member(divided.train(), trial.detector().params(), trial.seed()));
        }
        Detector detector = cohort.detector();
        String score = cohort.trials().get(0).detector().score();
        EpochRanking watch = byEpoch ? new EpochRanking(score, data) : null;
        FitContext context = new FitContext(cohort.profile(), threads, deadline, watch);
        long begin = System.nanoTime();
        try (FittedCohort fitted = detector.fit(members, context)) {
            double trainSeconds = (System.nanoTime() - begin) / 1e9 / members.size();
            Fit fit = new Fit(fitted, members.size(), clock, trainSeconds, watch);
            List<TrialRun> runs = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                deadline.check();
                runs.add(one(cohort.trials().get(i), data.get(i), fit, i));
            }
            return runs;
        }
    }

    private TrialRun one(PlannedTrial trial, TrainTest data, Fit fit, int member) {
        FitOutcome outcome = fit.cohort().outcomes().get(member);
        if (outcome instanceof FitOutcome.Diverged diverged) {
            return records.diverged(trial, fit.clock(), "fit", "epoch " + diverged.epoch() + ": " + diverged.message());
        }
        try {
            return scored(trial, data, fit, member, (FitOutcome.Fitted) outcome);
        } catch (Stopped e) {
            throw e;
        } catch (CancellationException e) {
            return records.failed(trial, fit.clock(), TrialStatus.TIMEOUT, "score", e);
        } catch (RuntimeException e) {
            return records.failed(trial, fit.clock(), TrialStatus.ERROR, "score", e);
        }
    }

    private TrialRun scored(PlannedTrial trial, TrainTest data, Fit fit, int member, FitOutcome.Fitted outcome) {
        long begin = System.nanoTime();
        MemberScores scores;
        try {
            scores = MemberScores.of(trial.detector(), fit.cohort(), member, data);
        } catch (MemberScores.NotFinite e) {
            return records.diverged(trial, fit.clock(), "score", String.valueOf(e.getMessage()));
        }
        double scoreSeconds = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        Ranking ranking = Ranking.of(data.testLabels(), scores.primary());
        double threshold = rule.threshold(thresholdInput(trial, data, scores).withTest(ranking));
        TrialEvaluation evaluation = TrialEvaluation.of(data, scores, ranking, threshold);
        TrialScores stored = stored(data, scores);
        EpochRanking watch = fit.watch();
        TrialRecord.Diagnostics diagnostics = diagnosis.of(
                trial,
                data,
                outcome,
                evaluation.spearmanNorm(),
                watch == null ? null : watch.summary(member, outcome.curve()));
        double evaluateSeconds = (System.nanoTime() - begin) / 1e9;
        TrialExplanation explanation;
        try {
            explanation = Explainer.explain(fit.cohort(), member, data, scores.primary())
                    .orElse(null);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return records.failed(trial, fit.clock(), TrialStatus.ERROR, "explain", e);
        }
        TrialRecord record = records.ok(
                trial,
                data,
                fit.clock(),
                outcome,
                evaluation,
                diagnostics,
                new TrialRecord.Threshold(rule.id(), threshold, rule.source()),
                new TrialRecord.Time(fit.trainSeconds(), scoreSeconds, evaluateSeconds, fit.size()));
        return new TrialRun(
                record, stored, watch == null ? outcome.curve() : watch.onto(member, outcome.curve()), explanation);
    }

    private ThresholdInput thresholdInput(PlannedTrial trial, TrainTest data, MemberScores scores) {
        ThresholdInput input = ThresholdInput.of(scores.train(), contamination);
        TrainTest.Validation held = data.validation();
        double[] values = scores.validation().get(trial.detector().score());
        return held == null || values == null ? input : input.withValidation(Ranking.of(held.labels(), values));
    }

    private static TrialScores stored(TrainTest data, MemberScores scores) {
        TrialScores stored = new TrialScores(data.testLabels(), scores.test(), quantiles(scores.train()));
        TrainTest.Validation held = data.validation();
        return held == null ? stored : stored.withValidation(held.labels(), scores.validation());
    }

    private static double[] quantiles(double[] train) {
        double[] at = new double[QUANTILES + 1];
        for (int i = 0; i <= QUANTILES; i++) {
            at[i] = (double) i / QUANTILES;
        }
        return Quantiles.linear(train, at);
    }
}
