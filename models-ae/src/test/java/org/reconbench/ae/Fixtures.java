package org.reconbench.ae;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.train.TrainedCohort;

/** Small sets and short trainings for the tests of the family. */
final class Fixtures {
    static final int FEATURES = 8;
    static final List<Integer> HIDDEN = List.of(16, 8);
    static final DataProfile MIN_MAX = new DataProfile(300, FEATURES, Scaling.MIN_MAX);

    private Fixtures() {}

    /** Normal rows lie on a curve in (0, 1)^8, anomalies anywhere. */
    static Matrix rows(int count, boolean anomalies, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("rows");
        double[] values = new double[count * FEATURES];
        for (int i = 0; i < values.length; i += FEATURES) {
            double t = random.nextDouble();
            for (int j = 0; j < FEATURES; j++) {
                values[i + j] = anomalies ? random.nextDouble() : 0.5 + 0.4 * Math.sin(3 * t + j);
            }
        }
        return Matrix.wrap(count, FEATURES, values);
    }

    /** The rows of both, one after the other. */
    static Matrix stacked(Matrix first, Matrix second) {
        double[] values = new double[(first.rows() + second.rows()) * FEATURES];
        for (int i = 0; i < first.rows() + second.rows(); i++) {
            for (int j = 0; j < FEATURES; j++) {
                values[i * FEATURES + j] = i < first.rows() ? first.get(i, j) : second.get(i - first.rows(), j);
            }
        }
        return Matrix.wrap(first.rows() + second.rows(), FEATURES, values);
    }

    /** A small network's parameters, trained for 60 epochs, and others. */
    static Params params(Detector detector, Map<String, ?> own) {
        Map<String, Object> given = new HashMap<>(Map.of(
                "hidden",
                HIDDEN.stream().map(Long::valueOf).toList(),
                "latent",
                2,
                "epochs",
                60,
                "batch",
                32,
                "lr",
                0.005));
        given.putAll(Params.flatten(own));
        return Params.resolve(
                "detector '" + detector.card().id() + "'", detector.card().params(), given);
    }

    static FittedCohort fit(Detector detector, List<Member> members) {
        Matrix rows = members.get(0).train();
        return detector.fit(members, FitContext.of(new DataProfile(rows.rows(), rows.columns(), Scaling.MIN_MAX)));
    }

    static FittedCohort fit(Detector detector, Matrix rows, long seed, Map<String, ?> own) {
        return fit(detector, List.of(new Member(rows, params(detector, own), seed)));
    }

    /** The network of a fit of one member. */
    static DenseNetwork network(FittedCohort cohort, int latent) {
        return new DenseNetwork(FEATURES, HIDDEN, latent, ((TrainedCohort) cohort).parameters(0));
    }

    static double[] scores(FittedCohort cohort, int member, Matrix rows, String score) {
        return Objects.requireNonNull(cohort.score(member, rows, List.of(score)).get(score));
    }

    static double[] recon(FittedCohort cohort, Matrix rows) {
        return scores(cohort, 0, rows, "recon");
    }

    static TrainingSummary training(FittedCohort cohort, int member) {
        if (cohort.outcomes().get(member) instanceof FitOutcome.Fitted fitted) {
            return Objects.requireNonNull(fitted.training());
        }
        throw new AssertionError(cohort.outcomes().get(member));
    }

    static Curve curve(FittedCohort cohort, int member) {
        if (cohort.outcomes().get(member) instanceof FitOutcome.Fitted fitted) {
            return Objects.requireNonNull(fitted.curve());
        }
        throw new AssertionError(cohort.outcomes().get(member));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The share of pairs in which the anomaly scores higher. */
    static double auc(double[] normal, double[] anomalous) {
        double inOrder = 0;
        for (double a : anomalous) {
            for (double n : normal) {
                inOrder += a > n ? 1 : a == n ? 0.5 : 0;
            }
        }
        return inOrder / normal.length / anomalous.length;
    }
}
