package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.core.random.RandomStreams;

/** Every score of one trained network against plain Java, and what is reported while it trains. */
class ScoresTest {
    private static final int FEATURES = 5;
    private static final int LATENT = 3;
    private static final int HEADS = (FEATURES + 1) * 9 + 10 * 6;
    private static final int EPOCHS = 40;
    private static final Matrix ROWS = Fixtures.rows(300, FEATURES, 1);
    private static final TrainingPlan PLAN =
            Fixtures.plan(FEATURES, List.of(9, 6), LATENT, Fixtures.VAE, Fixtures.SSE, EPOCHS, 32, 0.01);
    private static final List<String> ALL =
            NetworkScore.VARIATIONAL.stream().map(ScoreCard::id).toList();

    private static double[] of(Map<String, double[]> scores, String id) {
        return Objects.requireNonNull(scores.get(id));
    }

    /** What a layer at that place makes of y, before any non-linearity. */
    private static double[] layer(double[] parameters, int at, double[] y, int width) {
        double[] next = Arrays.copyOfRange(parameters, at + y.length * width, at + (y.length + 1) * width);
        for (int i = 0; i < y.length; i++) {
            for (int o = 0; o < width; o++) {
                next[o] += y[i] * parameters[at + i * width + o];
            }
        }
        return next;
    }

    private static double[] relu(double[] y) {
        return Arrays.stream(y).map(value -> Math.max(0, value)).toArray();
    }

    /** Mean and log-variance of a row's code, in doubles. */
    private static double[] encode(double[] parameters, double[] x) {
        double[] y = relu(layer(parameters, 0, x, 9));
        y = relu(layer(parameters, (FEATURES + 1) * 9, y, 6));
        double[] code = Arrays.copyOf(layer(parameters, HEADS, y, LATENT), 2 * LATENT);
        System.arraycopy(layer(parameters, HEADS + 7 * LATENT, y, LATENT), 0, code, LATENT, LATENT);
        return code;
    }

    /** The reconstruction of a code, in doubles. */
    private static double[] decode(double[] parameters, double[] z) {
        int at = HEADS + 2 * 7 * LATENT;
        double[] y = relu(layer(parameters, at, z, 6));
        at += (LATENT + 1) * 6;
        y = relu(layer(parameters, at, y, 9));
        at += 7 * 9;
        return Arrays.stream(layer(parameters, at, y, FEATURES))
                .map(out -> 1 / (1 + Math.exp(-out)))
                .toArray();
    }

    @Test
    void sampled_scores_equal_plain_java() {
        Trainee member = Fixtures.trainee(ROWS, 0.001, 7);
        try (TrainedCohort cohort = Fixtures.train(PLAN, List.of(member))) {
            Map<String, double[]> scores = cohort.score(0, ROWS, ALL);
            Ziggurat normal = new Ziggurat(member.streams().stream("score"));
            double[][] draws = new double[16][LATENT];
            for (double[] draw : draws) {
                normal.fill(draw, LATENT);
            }
            double[] parameters = cohort.parameters(0);
            for (int i = 0; i < 20; i++) {
                double[] code = encode(parameters, ROWS.row(i));
                double squares = 0;
                for (double[] draw : draws) {
                    double[] z = new double[LATENT];
                    for (int j = 0; j < LATENT; j++) {
                        z[j] = code[j] + Math.exp(0.5 * code[LATENT + j]) * draw[j];
                    }
                    double[] xhat = decode(parameters, z);
                    for (int d = 0; d < FEATURES; d++) {
                        squares += Math.pow(xhat[d] - ROWS.get(i, d), 2) / draws.length;
                    }
                }
                assertEquals(squares, of(scores, "recon-mc")[i], 1e-5);
                // sse stands for a Gaussian of variance 1/2: -log p = SSE + d/2 log(pi)
                double surprise = squares + 0.5 * FEATURES * Math.log(Math.PI);
                assertEquals(surprise, of(scores, "recon-probability")[i], 1e-5);
                assertEquals(surprise + of(scores, "kl")[i], of(scores, "elbo")[i], 1e-5);
            }
            assertArrayEquals(of(scores, "elbo"), of(cohort.score(0, ROWS, List.of("elbo")), "elbo"), 0);
        }
    }

    @Test
    void residuals_and_codes_equal_plain_java() {
        Trainee member = Fixtures.trainee(ROWS, 0.001, 7);
        try (TrainedCohort cohort = Fixtures.train(PLAN, List.of(Fixtures.trainee(ROWS, 1, 3), member))) {
            Matrix residuals = cohort.residuals(1, ROWS).orElseThrow();
            Matrix codes = cohort.codes(1, ROWS).orElseThrow();
            double[] recon = of(cohort.score(1, ROWS, List.of("recon")), "recon");
            assertEquals("Matrix[300 x 5]", residuals.toString());
            assertEquals("Matrix[300 x 3]", codes.toString());
            double[] parameters = cohort.parameters(1);
            for (int i = 0; i < 300; i++) {
                double[] mu = Arrays.copyOf(encode(parameters, ROWS.row(i)), LATENT);
                double[] xhat = decode(parameters, mu);
                double squares = 0;
                for (int d = 0; d < FEATURES; d++) {
                    assertEquals(ROWS.get(i, d) - xhat[d], residuals.get(i, d), 1e-5);
                    squares += residuals.get(i, d) * residuals.get(i, d);
                }
                assertArrayEquals(mu, codes.row(i), 1e-5);
                assertEquals(recon[i], squares, 1e-12 * recon[i], "the squares are the score, from the same products");
            }
        }
    }

    @Test
    void a_row_has_the_same_residuals_whatever_is_read_with_it() {
        try (TrainedCohort one = Fixtures.train(PLAN, List.of(Fixtures.trainee(ROWS, 0.001, 7)));
                TrainedCohort three = Fixtures.train(
                        PLAN,
                        List.of(
                                Fixtures.trainee(ROWS, 1, 3),
                                Fixtures.trainee(ROWS, 0.001, 7),
                                Fixtures.trainee(ROWS, 2, 5)))) {
            Matrix few = ROWS.selectRows(new int[] {299, 0, 131});
            Matrix whole = one.residuals(0, ROWS).orElseThrow();
            assertEquals(
                    whole.selectRows(new int[] {299, 0, 131}),
                    three.residuals(1, few).orElseThrow());
            assertEquals(
                    one.codes(0, ROWS).orElseThrow().selectRows(new int[] {299, 0, 131}),
                    three.codes(1, few).orElseThrow());
            Matrix none = Matrix.wrap(0, FEATURES, new double[0]);
            assertEquals(0, one.residuals(0, none).orElseThrow().rows());
            assertEquals(0, one.codes(0, none).orElseThrow().rows());
            Matrix narrow = Matrix.wrap(1, 1, new double[1]);
            assertThrows(IllegalArgumentException.class, () -> one.residuals(0, narrow));
            assertThrows(IllegalArgumentException.class, () -> one.codes(0, narrow));
        }
    }

    @Test
    void latent_mahalanobis_is_the_distance_from_the_train_codes() {
        Trainee member = Fixtures.trainee(ROWS, 0.001, 7);
        try (TrainedCohort cohort = Fixtures.train(PLAN, List.of(member))) {
            double[][] codes = new double[300][];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = Arrays.copyOf(encode(cohort.parameters(0), ROWS.row(i)), LATENT);
            }
            RealMatrix covariance = new Covariance(new Array2DRowRealMatrix(codes), false).getCovarianceMatrix();
            double ridge = 1e-6 * covariance.getTrace() / LATENT;
            for (int j = 0; j < LATENT; j++) {
                covariance.addToEntry(j, j, ridge);
            }
            RealMatrix inverse =
                    new LUDecomposition(covariance, 1e-30).getSolver().getInverse();
            double[] mean = new double[LATENT];
            for (double[] code : codes) {
                for (int j = 0; j < LATENT; j++) {
                    mean[j] += code[j] / codes.length;
                }
            }
            double[] distances = of(cohort.score(0, ROWS, ALL), "latent-mahalanobis");
            for (int i = 0; i < 20; i++) {
                double[] off = new double[LATENT];
                for (int j = 0; j < LATENT; j++) {
                    off[j] = codes[i][j] - mean[j];
                }
                double[] turned = inverse.operate(off);
                double expected = 0;
                for (int j = 0; j < LATENT; j++) {
                    expected += off[j] * turned[j];
                }
                assertEquals(expected, distances[i], 1e-3 * expected);
            }
        }
    }

    @Test
    void a_deterministic_code_has_no_sampled_scores() {
        TrainingPlan plan = Fixtures.plan(FEATURES, List.of(9), LATENT, Fixtures.AE, 2, 32);
        try (TrainedCohort cohort = Fixtures.train(plan, List.of(Fixtures.trainee(ROWS, 0, 7)))) {
            assertEquals(
                    3,
                    cohort.score(0, ROWS, List.of("recon", "latent-norm", "latent-mahalanobis"))
                            .size());
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> cohort.score(0, ROWS, List.of("elbo")));
            assertTrue(String.valueOf(refused.getMessage()).contains("elbo"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recon", "elbo", "latent-mahalanobis"})
    void watching_changes_nothing_and_ends_at_the_final_scores(String score) {
        Matrix watched = Fixtures.rows(50, FEATURES, 2);
        List<Trainee> members = Fixtures.trainees(ROWS, 3);
        List<List<double[]>> seen = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            seen.add(new ArrayList<>());
        }
        EpochWatch watch = new EpochWatch() {
            @Override
            public String score() {
                return score;
            }

            @Override
            public Matrix rows(int member) {
                return watched;
            }

            @Override
            public void scored(int member, int epoch, double[] scores) {
                seen.get(member).add(scores.clone());
                assertEquals(epoch, seen.get(member).size());
            }
        };
        try (TrainedCohort with = new CohortTrainer().train(PLAN, members, FitContext.Monitor.NONE, watch);
                TrainedCohort without = Fixtures.train(PLAN, members)) {
            for (int m = 0; m < 3; m++) {
                assertEquals(EPOCHS, seen.get(m).size());
                assertArrayEquals(without.parameters(m), with.parameters(m), 0);
                assertArrayEquals(
                        of(without.score(m, watched, List.of(score)), score),
                        seen.get(m).get(EPOCHS - 1),
                        0);
            }
        }
    }

    @Test
    void mutual_information_of_separate_and_of_equal_codes() {
        int n = 512;
        float[] apart = new float[n];
        float[] equal = new float[n];
        double[] logvar = new double[n];
        for (int i = 0; i < n; i++) {
            apart[i] = 1000f * i;
        }
        double[] noise = new double[n];
        RandomGenerator random = new RandomStreams(1).stream("noise");
        Arrays.setAll(noise, i -> random.nextGaussian());
        assertEquals(
                Math.log(n), MutualInformation.estimate(apart, logvar, 1, noise), 1e-9, "every row has its own code");
        assertEquals(0, MutualInformation.estimate(equal, logvar, 1, noise), 1e-9, "the code says nothing");
    }

    @Test
    void mutual_information_of_a_gaussian_channel() {
        // mu ~ N(0, 3), variance 1: I = 1/2 log(1 + 3)
        int n = 512;
        RandomGenerator random = new RandomStreams(2).stream("channel");
        float[] mu = new float[n];
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            mu[i] = (float) (Math.sqrt(3) * random.nextGaussian());
            noise[i] = random.nextGaussian();
        }
        assertEquals(0.5 * Math.log(4), MutualInformation.estimate(mu, new double[n], 1, noise), 0.1);
    }

    @Test
    void diagnostics_hold_the_mutual_information() {
        try (TrainedCohort cohort =
                Fixtures.train(PLAN, List.of(Fixtures.trainee(ROWS, 0.001, 7), Fixtures.trainee(ROWS, 100, 7)))) {
            double open = information(cohort, 0);
            double closed = information(cohort, 1);
            assertTrue(open > 0.5, "an open code says something: " + open);
            assertEquals(0, closed, 0.05, "a collapsed code says nothing");
        }
    }

    private static double information(TrainedCohort cohort, int member) {
        return Objects.requireNonNull(((FitOutcome.Fitted) cohort.outcomes().get(member)).latent())
                .mutualInformation();
    }
}
