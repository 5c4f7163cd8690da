package org.reconbench.harness.conformance;

import static org.reconbench.harness.conformance.BrokenPromise.unless;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.evaluation.metrics.Ranking;

/** What scores are like. */
final class ScorePromises {
    /**
     * What beating chance takes. The area under the ROC curve of random scores has mean 1/2 and, for 30 anomalies among
     * 150 rows without ties, standard deviation sqrt(151 / (12 * 30 * 120)) = 0.059: this is five of them above.
     */
    private static final double LEAST_AUC = 0.8;

    /** What chance alone and no knowledge at all reach: there to be beaten. */
    private static final Set<String> CONTROLS = Set.of("random", "constant");

    static final List<Promise> ALL = List.of(
            Promise.of("finite-scores", "Every score is there for every row, and finite.", ScorePromises::finite),
            new Promise(
                    "beats-random",
                    "Far rows score higher than others, beyond chance.",
                    subject -> CONTROLS.contains(subject.card().id())
                            ? Optional.of("a control, there to be beaten")
                            : Optional.empty(),
                    ScorePromises::beatsRandom),
            Promise.of(
                    "wrong-requests",
                    "Scores that it has not and rows of another width are refused.",
                    ScorePromises::wrongRequests));

    private ScorePromises() {}

    private static String finite(Subject subject) {
        TrainTest data = subject.easy();
        try (FittedCohort cohort = subject.openFitted(subject.member(0))) {
            for (Matrix rows : List.of(
                    data.test(), data.train(), Matrix.wrap(0, data.test().columns(), new double[0]))) {
                Map<String, double[]> scores = cohort.score(0, rows, subject.scoreIds());
                subject.sound(new Subject.Result(cohort.outcomes().get(0), scores), rows.rows(), "on ordinary rows");
            }
            Map<String, double[]> train = cohort.scoreTrain(0, data.train(), subject.scoreIds());
            subject.sound(
                    new Subject.Result(cohort.outcomes().get(0), train),
                    data.train().rows(),
                    "on the train rows");
        }
        return String.join(", ", subject.scoreIds()) + " of " + data.test().rows() + " rows";
    }

    private static String beatsRandom(Subject subject) {
        TrainTest data = subject.easy();
        Member member = new Member(data.train(), subject.small(Map.of("epochs", 20)), 0);
        Map<String, double[]> scores =
                subject.sound(subject.fit(member, data.test()), data.test().rows(), "on easy rows");
        double[] primary = scores.getOrDefault(subject.card().primaryScore(), new double[0]);
        double auc = Ranking.of(data.testLabels(), primary).rocAuc().orElseThrow();
        String seen = String.format(Locale.ROOT, "AUC %.3f on rows that are easy to tell", auc);
        unless(auc >= LEAST_AUC, seen + "; chance reaches " + LEAST_AUC + " once in a million");
        return seen;
    }

    private static String wrongRequests(Subject subject) {
        TrainTest data = subject.easy();
        List<String> primary = List.of(subject.card().primaryScore());
        Matrix wide = Subject.easy(data.test().columns() + 1, 0).test();
        try (FittedCohort cohort = subject.openFitted(subject.member(0))) {
            refused("a score that it has not", () -> cohort.score(0, data.test(), List.of("no-such-score")));
            refused("rows with a column too many", () -> cohort.score(0, wide, primary));
        }
        return "refused";
    }

    static void refused(String what, Runnable request) {
        try {
            request.run();
        } catch (IllegalArgumentException e) {
            unless(e.getMessage() != null, what + ": refused without a word");
            return;
        }
        throw new BrokenPromise(what + ": not refused");
    }
}
