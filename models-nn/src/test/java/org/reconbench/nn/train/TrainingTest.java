package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.LatentDiagnostics;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Warmup;

class TrainingTest {
    private static FitOutcome.Fitted fitted(TrainedCohort cohort, int member) {
        return assertInstanceOf(FitOutcome.Fitted.class, cohort.outcomes().get(member));
    }

    private static TrainingSummary summary(FitOutcome.Fitted fitted) {
        return Objects.requireNonNull(fitted.training());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 128",
        "1, 5, 2, 128",
        "5, 1, 1, 128",
        "7, 3, 9, 128",
        "130, 2, 1, 128",
        "3, 4, 2, 1",
        "129, 40, 3, 128"
    })
    void tiny_and_odd_sizes_train_and_score(int n, int features, int latent, int batch) {
        for (var term : List.of(Fixtures.AE, Fixtures.VAE)) {
            for (var output : Reconstruction.Output.values()) {
                trainAndScore(n, features, latent, batch, term, output);
            }
        }
    }

    private static void trainAndScore(
            int n, int features, int latent, int batch, LatentTerm term, Reconstruction.Output output) {
        Matrix rows = Fixtures.rows(n, features, 1);
        Reconstruction reconstruction = new Reconstruction(Reconstruction.Kind.SSE, 1, output);
        TrainingPlan plan = Fixtures.plan(features, List.of(6), latent, term, reconstruction, 2, batch, 0.001);
        try (TrainedCohort cohort = Fixtures.train(plan, Fixtures.trainees(rows, 2))) {
            double[] scores = Fixtures.recon(cohort, 1, rows);
            assertEquals(n, scores.length);
            assertTrue(Arrays.stream(scores).allMatch(Double::isFinite));
            assertEquals(0, Fixtures.recon(cohort, 1, Matrix.wrap(0, features, new double[0])).length);
            assertEquals(
                    2L * ((n + batch - 1) / batch), summary(fitted(cohort, 0)).steps());
            // Rows lie in (0, 1): a fresh network's error cannot be far from that.
            assertTrue(summary(fitted(cohort, 0)).finalLoss() < 4 * features + 20);
        }
    }

    @Test
    void constant_columns_train() {
        double[] values = new double[50 * 3];
        Arrays.fill(values, 0.5);
        Matrix rows = Matrix.wrap(50, 3, values);
        TrainingPlan plan = Fixtures.plan(3, List.of(6), 2, Fixtures.VAE, 5, 16);
        try (TrainedCohort cohort = Fixtures.train(plan, Fixtures.trainees(rows, 2))) {
            assertTrue(Double.isFinite(summary(fitted(cohort, 0)).finalLoss()));
        }
    }

    @Test
    void a_diverging_member_leaves_the_others_as_they_were() {
        Matrix rows = Fixtures.rows(60, 4, 1);
        double[] huge = new double[60 * 4];
        Arrays.fill(huge, 1e30);
        Matrix absurd = Matrix.wrap(60, 4, huge);
        TrainingPlan plan = Fixtures.plan(4, List.of(8), 2, Fixtures.VAE, 4, 16);
        List<Trainee> healthy = Fixtures.trainees(rows, 3);
        List<Trainee> mixed = new ArrayList<>(healthy);
        mixed.add(1, Fixtures.trainee(absurd, 1, 5));
        try (TrainedCohort without = Fixtures.train(plan, healthy);
                TrainedCohort with = Fixtures.train(plan, mixed)) {
            FitOutcome.Diverged diverged =
                    assertInstanceOf(FitOutcome.Diverged.class, with.outcomes().get(1));
            assertEquals(1, diverged.epoch());
            for (int m = 0; m < 3; m++) {
                int at = m == 0 ? 0 : m + 1;
                assertEquals(without.outcomes().get(m), with.outcomes().get(at));
                assertArrayEquals(Fixtures.recon(without, m, rows), Fixtures.recon(with, at, rows), 0);
            }
            assertThrows(IllegalArgumentException.class, () -> Fixtures.recon(with, 1, rows));
        }
    }

    @Test
    void an_absurd_learning_rate_diverges_cleanly() {
        Matrix rows = Fixtures.rows(60, 4, 1);
        Reconstruction identity = new Reconstruction(Reconstruction.Kind.SSE, 1, Reconstruction.Output.IDENTITY);
        TrainingPlan plan = Fixtures.plan(4, List.of(8), 2, Fixtures.VAE, identity, 50, 16, 1e6);
        try (TrainedCohort cohort = Fixtures.train(plan, Fixtures.trainees(rows, 2))) {
            FitOutcome.Diverged diverged = assertInstanceOf(
                    FitOutcome.Diverged.class, cohort.outcomes().get(0));
            assertTrue(diverged.message().contains("lr"), diverged.message());
        }
    }

    @Test
    void loss_is_reconstruction_plus_weighted_kl_and_the_curve_says_so() {
        Matrix rows = Fixtures.rows(200, 6, 1);
        TrainingPlan plan = Fixtures.plan(6, List.of(16, 8), 3, Fixtures.VAE, 10, 32);
        Trainee member = new Trainee(rows, List.of(new Warmup(0.5, Warmup.Shape.LINEAR, 0.5)), new RandomStreams(1));
        try (TrainedCohort cohort = Fixtures.train(plan, List.of(member))) {
            Curve curve = Objects.requireNonNull(fitted(cohort, 0).curve());
            assertEquals(List.of("epoch", "loss", "recon", "kl", "beta", "active_units", "kl_share"), curve.columns());
            double[] beta = curve.column("beta");
            assertArrayEquals(new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.5, 0.5, 0.5}, beta, 1e-15);
            for (int e = 0; e < 10; e++) {
                double sum = curve.column("recon")[e] + beta[e] * curve.column("kl")[e];
                assertEquals(sum, curve.column("loss")[e], 1e-12);
                assertEquals(beta[e] * curve.column("kl")[e] / sum, curve.column("kl_share")[e], 1e-12);
            }
            TrainingSummary training = summary(fitted(cohort, 0));
            assertEquals(curve.column("loss")[9], training.finalLoss());
            assertEquals(curve.column("recon")[9] / 2, training.reconNats(), 1e-12);
            assertEquals(0.5, training.beta());
            assertEquals(0.25, training.betaEffective());
            assertNull(training.convergedEpoch(), "losses under a moving weight cannot be compared");
        }
    }

    @Test
    void training_lowers_the_loss_and_an_autoencoder_has_no_kl() {
        Matrix rows = Fixtures.rows(300, 6, 1);
        TrainingPlan plan = Fixtures.plan(6, List.of(16), 3, Fixtures.AE, 40, 32);
        try (TrainedCohort cohort = Fixtures.train(plan, Fixtures.trainees(rows, 1))) {
            FitOutcome.Fitted fitted = fitted(cohort, 0);
            double[] loss = Objects.requireNonNull(fitted.curve()).column("loss");
            assertTrue(loss[39] < 0.5 * loss[0], loss[0] + " -> " + loss[39]);
            assertNull(summary(fitted).klNats());
            assertNull(summary(fitted).beta());
            assertNull(fitted.latent());
            assertNotNull(summary(fitted).convergedEpoch());
            assertEquals(
                    6 * 16 + 16 + 16 * 3 + 3 + 3 * 16 + 16 + 16 * 6 + 6,
                    summary(fitted).parameters());
        }
    }

    @Test
    void a_heavy_kl_closes_every_unit_and_a_light_one_keeps_some_open() {
        Matrix rows = Fixtures.rows(500, 6, 1);
        TrainingPlan plan = Fixtures.plan(6, List.of(16), 3, Fixtures.VAE, 60, 32);
        List<Trainee> members = List.of(Fixtures.trainee(rows, 100, 0), Fixtures.trainee(rows, 0.01, 0));
        try (TrainedCohort cohort = Fixtures.train(plan, members)) {
            LatentDiagnostics closed = Objects.requireNonNull(fitted(cohort, 0).latent());
            LatentDiagnostics open = Objects.requireNonNull(fitted(cohort, 1).latent());
            assertEquals(0, closed.activeUnits());
            assertEquals(1, closed.meanPosteriorSigma(), 0.05);
            assertTrue(open.activeUnits() > 0);
            double kl =
                    open.klPerUnit().stream().mapToDouble(Double::doubleValue).sum();
            double seen = Objects.requireNonNull(summary(fitted(cohort, 1)).klNats());
            assertEquals(seen, kl, 0.1 * seen, "KL in the last epoch's training and after it");
            double[] ofRows =
                    Objects.requireNonNull(cohort.score(1, rows, List.of("kl")).get("kl"));
            assertEquals(kl, Arrays.stream(ofRows).average().orElseThrow(), 1e-9);
        }
    }

    @Test
    void bad_requests_are_refused() {
        Matrix rows = Fixtures.rows(20, 3, 1);
        TrainingPlan plan = Fixtures.plan(3, List.of(4), 2, Fixtures.AE, 1, 8);
        assertThrows(IllegalArgumentException.class, () -> Fixtures.train(plan, List.of()));
        Trainee first = Fixtures.trainee(rows, 0, 0);
        Trainee other = Fixtures.trainee(Fixtures.rows(21, 3, 1), 0, 1);
        assertThrows(IllegalArgumentException.class, () -> Fixtures.train(plan, List.of(first, other)));
        try (TrainedCohort cohort = Fixtures.train(plan, List.of(first))) {
            assertThrows(IllegalArgumentException.class, () -> cohort.score(0, rows, List.of("kl")));
            assertThrows(IllegalArgumentException.class, () -> Fixtures.recon(cohort, 0, Fixtures.rows(5, 4, 1)));
        }
    }

    @Test
    void the_monitor_sees_every_epoch_and_can_stop() {
        Matrix rows = Fixtures.rows(20, 3, 1);
        TrainingPlan plan = Fixtures.plan(3, List.of(4), 2, Fixtures.AE, 9, 8);
        List<Integer> seen = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> new CohortTrainer().train(plan, List.of(Fixtures.trainee(rows, 0, 0)), (done, total) -> {
                    seen.add(done);
                    assertEquals(9, total);
                    if (done == 4) {
                        throw new CancellationException("enough");
                    }
                }));
        assertEquals(List.of(1, 2, 3, 4), seen);
    }
}
