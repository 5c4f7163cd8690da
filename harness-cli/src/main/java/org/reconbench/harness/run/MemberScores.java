package org.reconbench.harness.run;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.harness.plan.DetectorChoice;

/**
 * Every score of one fitted member over its test rows and its validation rows, if any, and the primary score over its
 * train rows. All finite.
 */
final class MemberScores {
    private final Map<String, double[]> test;
    private final double[] primary;
    private final double[] train;
    private final Map<String, double[]> validation;

    private MemberScores(
            Map<String, double[]> test, double[] primary, double[] train, Map<String, double[]> validation) {
        this.test = test;
        this.primary = primary;
        this.train = train;
        this.validation = validation;
    }

    /** A score is not a number, or is infinite, or is missing. */
    static final class NotFinite extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        NotFinite(String message) {
            super(message);
        }
    }

    /** Scores the rows. */
    static MemberScores of(DetectorChoice detector, FittedCohort fitted, int member, TrainTest data) throws NotFinite {
        String first = detector.score();
        List<String> ids = Stream.concat(
                        Stream.of(first),
                        detector.detector().card().scores().stream().map(ScoreCard::id))
                .distinct()
                .toList();
        Map<String, double[]> test = scores(fitted, member, data.test(), ids, "test");
        TrainTest.Validation held = data.validation();
        double[] train = fitted.scoreTrain(member, data.train(), List.of(first)).get(first);
        return new MemberScores(
                test,
                finite("score '" + first + "' of a test row", test.get(first)),
                finite("score '" + first + "' of a train row", train),
                held == null ? Map.of() : scores(fitted, member, held.rows(), ids, "validation"));
    }

    private static Map<String, double[]> scores(
            FittedCohort fitted, int member, Matrix rows, List<String> ids, String kind) throws NotFinite {
        Map<String, double[]> given = fitted.score(member, rows, ids);
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (String id : ids) {
            scores.put(id, finite("score '" + id + "' of a " + kind + " row", given.get(id)));
        }
        return scores;
    }

    private static double[] finite(String what, double @Nullable [] values) throws NotFinite {
        if (values == null) {
            throw new NotFinite(what + " is missing");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new NotFinite(what + " (row " + i + ") is " + values[i]);
            }
        }
        return values;
    }

    /** By score id over the test rows, the primary one first. */
    Map<String, double[]> test() {
        return test;
    }

    /** The primary score over the test rows. */
    double[] primary() {
        return primary;
    }

    /** The primary score over the train rows. */
    double[] train() {
        return train;
    }

    /** By score id over the validation rows, the primary one first; empty without such rows. */
    Map<String, double[]> validation() {
        return validation;
    }
}
