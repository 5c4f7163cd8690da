package org.reconbench.harness.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.Protocol;
import org.reconbench.data.Protocols;

/** A detector under examination, with small settings and easy rows for it. */
final class Subject {
    /** Settings of networks that make a fit take milliseconds; each counts where a detector has such a parameter. */
    private static final Map<String, Object> SMALL =
            Map.of("epochs", 3, "hidden", List.of(8), "latent", 2, "batch", 32);

    private final Detector detector;
    private final LongSupplier nativeArrays;
    private final TrainTest easy = easy(6, 0);

    Subject(Detector detector, LongSupplier nativeArrays) {
        this.detector = detector;
        this.nativeArrays = nativeArrays;
    }

    /** What became of one member: its outcome, and every score of the rows asked; none unless it was fitted. */
    record Result(FitOutcome outcome, Map<String, double[]> scores) {}

    Detector detector() {
        return detector;
    }

    DetectorCard card() {
        return detector.card();
    }

    List<String> scoreIds() {
        return card().scores().stream().map(ScoreCard::id).toList();
    }

    long nativeArrays() {
        return nativeArrays.getAsLong();
    }

    /** Normal rows to train on; normal and anomalous ones to test on. */
    TrainTest easy() {
        return easy;
    }

    /**
     * Two tight clouds to train on (120 rows), and 150 rows to test on, 30 of them far outside the clouds; scaled.
     *
     * @param columns number of features
     */
    static TrainTest easy(int columns, long seed) {
        DatasetSource source = DatasetCatalogue.find("easy-blobs").orElseThrow();
        Params data = Params.resolve(
                "easy-blobs", source.card().params(), Map.of("n", 300, "contamination", 0.2, "features", columns));
        Protocol protocol = Protocols.find("normal-only").orElseThrow();
        Params divide = Params.resolve("normal-only", protocol.card().params(), Map.of("test_size", 0.5));
        return protocol.prepare(source.load(data, seed), divide, seed);
    }

    /** Small settings, and further ones; each as far as the detector has such a parameter and takes the value. */
    Params small(Map<String, ?> more) {
        Map<String, Object> wanted = new HashMap<>(SMALL);
        wanted.putAll(more);
        Map<String, Object> taken = new HashMap<>();
        for (ParamSpec spec : card().params()) {
            Object value = wanted.get(spec.name());
            if (value != null && takes(spec, value)) {
                taken.put(spec.name(), value);
            }
        }
        return params(taken);
    }

    Params small() {
        return small(Map.of());
    }

    Params params(Map<String, ?> given) {
        return Params.resolve("detector '" + card().id() + "'", card().params(), given);
    }

    private static boolean takes(ParamSpec spec, Object value) {
        try {
            return spec.coerce(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Member member(long seed) {
        return new Member(easy.train(), small(), seed);
    }

    static DataProfile profile(Matrix train) {
        return new DataProfile(train.rows(), train.columns(), Scaling.MIN_MAX);
    }

    /** Opens a cohort as the harness does: parameters checked first. */
    FittedCohort open(List<Member> members) {
        Matrix train = members.get(0).train();
        members.forEach(member -> detector.check(member.params(), profile(train)));
        FittedCohort cohort = detector.fit(members, FitContext.of(profile(train)));
        int outcomes = cohort.outcomes().size();
        if (outcomes != members.size()) {
            cohort.close();
            throw new BrokenPromise(outcomes + " outcomes for a cohort of " + members.size());
        }
        return cohort;
    }

    /** Opens a cohort of members with ordinary rows: none may diverge. */
    FittedCohort openFitted(Member... members) {
        FittedCohort cohort = open(List.of(members));
        try {
            cohort.outcomes().forEach(Subject::fitted);
            return cohort;
        } catch (BrokenPromise e) {
            cohort.close();
            throw e;
        }
    }

    private static void fitted(FitOutcome outcome) {
        if (outcome instanceof FitOutcome.Diverged diverged) {
            throw new BrokenPromise(
                    "diverged on ordinary rows in epoch " + diverged.epoch() + ": " + diverged.message());
        }
    }

    /** Fits the members, scores the rows by each that was fitted, and closes. */
    List<Result> fit(List<Member> members, Matrix rows) {
        try (FittedCohort cohort = open(members)) {
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                FitOutcome outcome = cohort.outcomes().get(i);
                boolean fitted = outcome instanceof FitOutcome.Fitted;
                results.add(new Result(outcome, fitted ? cohort.score(i, rows, scoreIds()) : Map.of()));
            }
            return results;
        }
    }

    /** Fits one member alone; it must not diverge. */
    Result fit(Member member, Matrix rows) {
        Result result = fit(List.of(member), rows).get(0);
        fitted(result.outcome());
        return result;
    }

    /** The scores of a result, each there, one a row and finite. */
    Map<String, double[]> sound(Result result, int rows, String where) {
        for (String id : scoreIds()) {
            double[] values = result.scores().get(id);
            BrokenPromise.unless(values != null, "score '" + id + "' is missing " + where);
            int count = values == null ? 0 : values.length;
            BrokenPromise.unless(count == rows, count + " values of score '" + id + "' for " + rows + " rows " + where);
            for (int i = 0; i < rows && values != null; i++) {
                BrokenPromise.unless(
                        Double.isFinite(values[i]),
                        "score '" + id + "' of row " + i + " is " + values[i] + " " + where);
            }
        }
        return result.scores();
    }
}
