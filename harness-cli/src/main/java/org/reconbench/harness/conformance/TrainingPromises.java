package org.reconbench.harness.conformance;

import static org.reconbench.harness.conformance.BrokenPromise.unless;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.harness.conformance.Subject.Result;

/** How training goes wrong, stops and ends. */
final class TrainingPromises {
    private static final String RATE = "lr";
    private static final double ABSURD = 1e30;

    static final List<Promise> ALL = List.of(
            new Promise(
                    "absurd-lr",
                    "An absurd learning rate ends as diverged or with finite scores, never in an exception.",
                    subject -> rate(subject).isPresent() ? Optional.empty() : Optional.of("it has no learning rate"),
                    TrainingPromises::absurdRate),
            Promise.of(
                    "absurd-neighbour",
                    "A neighbour with absurd rows leaves a member's bits as they were.",
                    TrainingPromises::absurdNeighbour),
            Promise.of("stops", "A fit stops when it is told to.", TrainingPromises::stops),
            Promise.of("native-memory", "Every native array is freed.", TrainingPromises::frees));

    private TrainingPromises() {}

    private static Optional<ParamSpec> rate(Subject subject) {
        return subject.card().params().stream()
                .filter(spec -> spec.name().equals(RATE))
                .findFirst();
    }

    private static String absurdRate(Subject subject) {
        Matrix rows = subject.easy().test();
        double greatest = rate(subject).map(ParamSpec::max).orElseThrow();
        // Behind an identity output errors grow without bound, behind a sigmoid they do not.
        Params absurd = subject.small(Map.of(RATE, greatest, "output", "identity"));
        Member wild = new Member(subject.easy().train(), absurd, 1);
        boolean mixes = subject.detector()
                .cohortKey(absurd, Subject.profile(rows))
                .equals(subject.detector().cohortKey(subject.small(), Subject.profile(rows)));
        // Where rates may not differ within a cohort, the neighbour is as wild as the member itself.
        Member neighbour = mixes ? subject.member(0) : new Member(subject.easy().train(), absurd, 0);
        List<Result> results = subject.fit(List.of(neighbour, wild), rows);
        Result result = results.get(1);
        BitPromises.same(subject.fit(List.of(neighbour), rows).get(0), results.get(0), "alone", "beside it");
        String setting = RATE + " = "
                + rate(subject)
                        .map(spec -> spec.range().replaceFirst(".* to ", ""))
                        .orElseThrow();
        if (result.outcome() instanceof FitOutcome.Diverged diverged) {
            unless(diverged.epoch() >= 1, "diverged in epoch " + diverged.epoch() + "; epochs count from 1");
            unless(!diverged.message().isBlank(), "diverged without a word");
            refusesToScore(subject, wild, rows);
            return setting + " diverged in epoch " + diverged.epoch() + ", told so";
        }
        subject.sound(result, rows.rows(), "at " + setting);
        return setting + " left finite scores";
    }

    private static void refusesToScore(Subject subject, Member wild, Matrix rows) {
        try (FittedCohort cohort = subject.open(List.of(wild))) {
            cohort.score(0, rows, subject.scoreIds());
        } catch (IllegalArgumentException e) {
            return;
        }
        throw new BrokenPromise("a diverged member scores rows all the same");
    }

    private static String absurdNeighbour(Subject subject) {
        Matrix rows = subject.easy().test();
        Matrix train = subject.easy().train();
        double[] values = train.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - 0.5) * ABSURD;
        }
        Member wild = new Member(Matrix.wrap(train.rows(), train.columns(), values), subject.small(), 1);
        List<Result> results = subject.fit(List.of(wild, subject.member(0)), rows);
        BitPromises.same(
                subject.fit(subject.member(0), rows), results.get(1), "alone", "beside a member with rows of 1e30");
        boolean diverged = results.get(0).outcome() instanceof FitOutcome.Diverged;
        return "equal bits beside rows of 1e30, which " + (diverged ? "diverged" : "were fitted");
    }

    private static String stops(Subject subject) {
        long before = subject.nativeArrays();
        FitContext stopping = new FitContext(Subject.profile(subject.easy().train()), 1, (done, total) -> {
            throw new CancellationException("stop");
        });
        try (FittedCohort cohort = subject.detector().fit(List.of(subject.member(0)), stopping)) {
            throw new BrokenPromise("a fit that was told to stop went on and gave " + cohort.outcomes());
        } catch (CancellationException e) {
            long after = subject.nativeArrays();
            unless(after == before, (after - before) + " native arrays are left when a fit is stopped");
        }
        return "at the first word";
    }

    private static String frees(Subject subject) {
        Matrix rows = subject.easy().test();
        long before = subject.nativeArrays();
        long fitted;
        try (FittedCohort cohort = subject.openFitted(subject.member(0), subject.member(1))) {
            fitted = subject.nativeArrays();
            cohort.score(0, rows, subject.scoreIds());
            cohort.score(1, rows, subject.scoreIds());
            long scored = subject.nativeArrays();
            unless(scored == fitted, "scoring twice left " + (scored - fitted) + " native arrays");
        }
        long after = subject.nativeArrays();
        unless(after == before, (after - before) + " native arrays are left when the cohort is closed");
        return fitted == before ? "none held" : (fitted - before) + " held while fitted, none after";
    }
}
