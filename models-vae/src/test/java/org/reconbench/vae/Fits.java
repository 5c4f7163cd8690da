package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
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
import org.reconbench.core.detector.LatentDiagnostics;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.train.TrainedCohort;

/** Fitting small cohorts, and reading what became of them. */
final class Fits {
    private Fits() {}

    static Params params(Detector detector, Map<String, ?> given) {
        return Params.resolve(
                "detector '" + detector.card().id() + "'", detector.card().params(), given);
    }

    static Map<String, Object> and(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static DataProfile profile(Matrix rows, Scaling scaling) {
        return new DataProfile(rows.rows(), rows.columns(), scaling);
    }

    /** A cohort of members with seed 1 that differ in parameters. */
    static TrainedCohort fit(Detector detector, Matrix rows, Scaling scaling, List<Map<String, ?>> given) {
        List<Member> members = new ArrayList<>();
        for (Map<String, ?> own : given) {
            members.add(new Member(rows, params(detector, own), 1));
        }
        return (TrainedCohort) detector.fit(members, FitContext.of(profile(rows, scaling)));
    }

    static TrainedCohort fit(Detector detector, Matrix rows, Scaling scaling, Map<String, ?> given) {
        return fit(detector, rows, scaling, List.of(given));
    }

    static FitOutcome.Fitted fitted(FittedCohort cohort, int member) {
        return assertInstanceOf(FitOutcome.Fitted.class, cohort.outcomes().get(member));
    }

    static TrainingSummary training(FittedCohort cohort, int member) {
        return Objects.requireNonNull(fitted(cohort, member).training());
    }

    static LatentDiagnostics latent(FittedCohort cohort, int member) {
        return Objects.requireNonNull(fitted(cohort, member).latent());
    }

    static double klNats(FittedCohort cohort, int member) {
        return Objects.requireNonNull(training(cohort, member).klNats());
    }

    static double[] curve(FittedCohort cohort, int member, String column) {
        Curve curve = Objects.requireNonNull(fitted(cohort, member).curve());
        return curve.column(column);
    }

    static double[] scores(FittedCohort cohort, int member, Matrix rows, String score) {
        return Objects.requireNonNull(cohort.score(member, rows, List.of(score)).get(score));
    }

    /** The share of pairs in which the anomaly scores higher. */
    static double auc(double[] normal, double[] anomalous) {
        int inOrder = 0;
        for (double a : anomalous) {
            for (double n : normal) {
                inOrder += a > n ? 1 : 0;
            }
        }
        return inOrder / ((double) normal.length * anomalous.length);
    }

    /** Rows on a curve in 8 dimensions, or anywhere in the unit cube. */
    static Matrix curveRows(int count, boolean anomalies, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("rows");
        double[] values = new double[count * 8];
        for (int i = 0; i < values.length; i += 8) {
            double t = random.nextDouble();
            for (int j = 0; j < 8; j++) {
                values[i + j] = anomalies ? random.nextDouble() : 0.5 + 0.4 * Math.sin(3 * t + j);
            }
        }
        return Matrix.wrap(count, 8, values);
    }

    /**
     * Rows {@code x = L f + noise} of {@code columns} features; f has {@code factors} independent N(0, 1) numbers. Feature j
     * has noise of deviation {@code noise[j % noise.length]}.
     *
     * @param strength the deviation that a factor gives a feature, about
     */
    static Matrix factorRows(int count, int columns, int factors, double strength, double... noise) {
        RandomGenerator random = new RandomStreams(7).stream("factors");
        double[] loadings = random.doubles((long) columns * factors, -1.7 * strength, 1.7 * strength)
                .toArray();
        double[] values = new double[count * columns];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < factors; f++) {
                double factor = random.nextGaussian();
                for (int j = 0; j < columns; j++) {
                    values[i * columns + j] += loadings[f * columns + j] * factor;
                }
            }
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] += noise[j % noise.length] * random.nextGaussian();
            }
        }
        return Matrix.wrap(count, columns, values);
    }

    /** Rows around {@code blobs} random places in the unit cube. */
    static Matrix blobRows(int count, int columns, int blobs, double spread) {
        RandomGenerator random = new RandomStreams(3).stream("blobs");
        double[] centres = random.doubles((long) blobs * columns, 0.15, 0.85).toArray();
        double[] values = new double[count * columns];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = centres[i % blobs * columns + j] + spread * random.nextGaussian();
            }
        }
        return Matrix.wrap(count, columns, values);
    }
}
