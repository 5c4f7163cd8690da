package org.reconbench.harness.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/** A sound detector, by the squared distance from the first train row, of which a test breaks one part. */
final class Puppet implements Detector {
    /** What a member's scores are made of. */
    record Scene(List<Member> members, int index, Matrix rows) {
        Member member() {
            return members.get(index);
        }
    }

    DetectorCard card = new DetectorCard(
            "puppet",
            Family.REFERENCE,
            1,
            "Puppet",
            "The squared distance from the first train row.",
            "none",
            "none",
            "",
            List.of(
                    ParamSpec.real("lr", 0.001, 1e-6, 1e3, "learning rate, of no meaning"),
                    ParamSpec.choice("pull", "left", List.of("left", "right"), "of no meaning")),
            List.of(new ScoreCard("distance", "|x - x_1|^2")));

    UnaryOperator<double[]> spoil = scores -> scores;
    BiFunction<Scene, double[], double[]> inScene = (scene, scores) -> scores;
    Consumer<Params> check = params -> {};
    Consumer<List<Member>> onFit = members -> {};
    Runnable onClose = () -> {};
    BiFunction<List<Member>, Integer, FitOutcome> outcome = (members, index) -> FitOutcome.Fitted.plain();
    UnaryOperator<Matrix> spoilResiduals = residuals -> residuals;
    UnaryOperator<Matrix> spoilCodes = codes -> codes;
    boolean deaf;
    boolean forgetful;
    boolean lenient;
    long bytes = 1000;

    @Override
    public DetectorCard card() {
        return card;
    }

    @Override
    public void check(Params params, DataProfile profile) {
        check.accept(params);
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return bytes;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        onFit.accept(members);
        if (!deaf) {
            context.monitor().epochs(1, 1);
        }
        List<FitOutcome> outcomes = new ArrayList<>();
        int told = forgetful && members.size() > 1 ? members.size() - 1 : members.size();
        for (int i = 0; i < told; i++) {
            outcomes.add(outcome.apply(members, i));
        }
        return new Cohort(List.copyOf(members), outcomes);
    }

    private final class Cohort implements FittedCohort {
        private final List<Member> members;
        private final List<FitOutcome> outcomes;

        Cohort(List<Member> members, List<FitOutcome> outcomes) {
            this.members = members;
            this.outcomes = outcomes;
        }

        @Override
        public List<FitOutcome> outcomes() {
            return outcomes;
        }

        @Override
        public Map<String, double[]> score(int index, Matrix rows, Collection<String> ids) {
            Matrix train = members.get(index).train();
            List<String> known = card.scores().stream().map(ScoreCard::id).toList();
            boolean wrong = rows.columns() != train.columns() || !known.containsAll(ids);
            boolean fitted = outcomes.get(index) instanceof FitOutcome.Fitted;
            if (!lenient && (wrong || !fitted)) {
                throw new IllegalArgumentException("not a request for this puppet");
            }
            Map<String, double[]> scores = new LinkedHashMap<>();
            for (String id : ids) {
                double[] own = distances(train, rows);
                scores.put(id, inScene.apply(new Scene(members, index, rows), spoil.apply(own)));
            }
            return scores;
        }

        @Override
        public Optional<Matrix> residuals(int index, Matrix rows) {
            Matrix train = members.get(index).train();
            if (rows.columns() != train.columns() && !lenient) {
                throw new IllegalArgumentException("columns = " + rows.columns());
            }
            double[] residuals = rows.toArray();
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= train.get(0, Math.min(i % rows.columns(), train.columns() - 1));
            }
            return Optional.of(spoilResiduals.apply(Matrix.wrap(rows.rows(), rows.columns(), residuals)));
        }

        @Override
        public Optional<Matrix> codes(int index, Matrix rows) {
            return residuals(index, rows).map(spoilCodes);
        }

        @Override
        public void close() {
            onClose.run();
        }
    }

    private static double[] distances(Matrix train, Matrix rows) {
        double[] scores = new double[rows.rows()];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < Math.min(rows.columns(), train.columns()); j++) {
                double difference = rows.get(i, j) - train.get(0, j);
                scores[i] += difference * difference;
            }
        }
        return scores;
    }
}
