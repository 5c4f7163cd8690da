package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.nn.engine.LiveArrays;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Reconstruction.Kind;
import org.reconbench.nn.objective.Reconstruction.Output;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;

/** A loss that the engine differentiates, on the plain VAE, whose gradients are also written by hand. */
class TapedTest {
    private static Taped vae(Reconstruction reconstruction) {
        return Taped.of(reconstruction, Taped.GAUSSIAN, ScriptText.beside(TapedTest.class, "taped-vae.torchscript"))
                .drawing(1, 0);
    }

    private static TrainingPlan plan(Objective objective, int features, int latent, int epochs, int batch) {
        NetworkShape shape = new NetworkShape(
                features,
                List.of(9, 6),
                latent,
                objective.heads(),
                objective.extraLayers(features, List.of(9, 6), latent));
        return new TrainingPlan(shape, objective, epochs, batch, 0.01);
    }

    private static TrainedCohort train(DataType type, TrainingPlan plan, List<Trainee> members) {
        return new CohortTrainer(type).train(plan, members, FitContext.Monitor.NONE);
    }

    private static TrainingSummary summary(TrainedCohort cohort, int member) {
        return Objects.requireNonNull(((FitOutcome.Fitted) cohort.outcomes().get(member)).training());
    }

    @ParameterizedTest
    @CsvSource({"SSE, SIGMOID, 5, 3", "MSE, IDENTITY, 4, 2", "GAUSSIAN, SIGMOID, 7, 1"})
    void ends_where_gradients_written_by_hand_end(Kind kind, Output output, int features, int latent) {
        Reconstruction reconstruction = new Reconstruction(kind, 0.7, output);
        Matrix rows = Fixtures.rows(37, features, 3);
        List<Trainee> members = Fixtures.trainees(rows, 3);
        TrainingPlan taped = plan(vae(reconstruction), features, latent, 4, 8);
        TrainingPlan derived = plan(new HandDerived(reconstruction, Fixtures.VAE), features, latent, 4, 8);
        try (TrainedCohort one = train(DataType.FLOAT64, taped, members);
                TrainedCohort other = train(DataType.FLOAT64, derived, members)) {
            for (int m = 0; m < 3; m++) {
                assertArrayEquals(other.parameters(m), one.parameters(m), 1e-9);
                TrainingSummary expected = summary(other, m);
                TrainingSummary actual = summary(one, m);
                assertEquals(expected.finalLoss(), actual.finalLoss(), 1e-9);
                assertEquals(expected.reconNats(), actual.reconNats(), 1e-9);
                assertEquals(Objects.requireNonNull(expected.klNats()), Objects.requireNonNull(actual.klNats()), 1e-9);
                assertEquals(expected.betaEffective(), actual.betaEffective());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 128, 300", "7, 3, 33, 100", "1, 1, 1, 5", "33, 5, 77, 154"})
    void a_member_is_the_same_to_the_bit_alone_and_in_cohorts(int features, int latent, int batch, int n) {
        Matrix rows = Fixtures.rows(n, features, 1);
        TrainingPlan plan = plan(vae(Fixtures.SSE), features, latent, 3, batch);
        List<Trainee> all = Fixtures.trainees(rows, 17);
        for (int m : new int[] {0, 2, 16}) {
            List<Trainee> some = new ArrayList<>(all.subList(3, 6));
            some.add(all.get(m));
            try (TrainedCohort alone = train(DataType.FLOAT32, plan, List.of(all.get(m)));
                    TrainedCohort among = train(DataType.FLOAT32, plan, some);
                    TrainedCohort many = train(DataType.FLOAT32, plan, all)) {
                assertArrayEquals(alone.parameters(0), among.parameters(3), 0);
                assertArrayEquals(alone.parameters(0), many.parameters(m), 0);
                assertEquals(alone.outcomes().get(0), many.outcomes().get(m));
                for (String score : List.of("recon", "recon-mc", "recon-probability", "elbo", "latent-mahalanobis")) {
                    assertArrayEquals(
                            alone.score(0, rows, List.of(score)).get(score),
                            many.score(m, rows, List.of(score)).get(score),
                            0);
                }
            }
        }
    }

    @Test
    void nothing_stays_behind() {
        Matrix rows = Fixtures.rows(100, 4, 1);
        TrainingPlan plan = plan(vae(Fixtures.SSE), 4, 2, 20, 64);
        int before = LiveArrays.count();
        int[] early = new int[1];
        new CohortTrainer()
                .train(plan, Fixtures.trainees(rows, 3), (done, total) -> {
                    early[0] = done == 2 ? LiveArrays.count() : early[0];
                    assertTrue(done < 2 || LiveArrays.count() == early[0], "arrays alive grew by epoch " + done);
                })
                .close();
        assertEquals(before, LiveArrays.count());
    }

    @Test
    void extra_layers_start_as_drawn_and_are_trained_when_the_loss_uses_them() {
        String text = """

                  # The squared length of the layer beside, pulled to 0.
                  def loss(self: __torch__.Program, w: List[Tensor], net: List[int], x: Tensor, noise: Tensor, knobs: List[Tensor], factor: float, numbers: List[float]) -> List[Tensor]:
                    h = self.encode(w, net, x)
                    squares = self.squares(self.decode(w, net, h[0]), x)
                    extra = w[len(w) - 2][:, :2, :3]
                    pull = torch.mul(torch.sum(torch.mul(extra, extra), [1, 2]), numbers[0])
                    recon = torch.mean(squares, [1])
                    return [torch.add(recon, pull), recon, pull, torch.sum(squares, [1]), h[0]]
                """;
        Taped objective = Taped.of(Fixtures.SSE, Taped.CODE, text)
                .given(0.5)
                .beside((features, hidden, latent) -> List.of(new LayerShape("extra", 2, 3)));
        TrainingPlan plan = plan(objective, 4, 2, 400, 64);
        Matrix rows = Fixtures.rows(64, 4, 1);
        try (TrainedCohort cohort = train(DataType.FLOAT32, plan, Fixtures.trainees(rows, 2))) {
            double[] numbers = cohort.parameters(1);
            int at = numbers.length - 9;
            for (int i = at; i < at + 6; i++) {
                assertEquals(0, numbers[i], 1e-3);
            }
            assertTrue(Math.abs(numbers[at + 6]) > 1e-3, "the unused bias stays as drawn");
        }
    }

    @Test
    void connections_that_do_not_exist_stay_zero() {
        Taped objective = vae(Fixtures.SSE).connected((random, layer) -> {
            boolean[] kept = new boolean[layer.in() * layer.out()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = random.nextDouble() < 0.5;
            }
            return kept;
        });
        TrainingPlan plan = plan(objective, 5, 3, 3, 16);
        Matrix rows = Fixtures.rows(50, 5, 1);
        try (TrainedCohort cohort = train(DataType.FLOAT32, plan, Fixtures.trainees(rows, 3))) {
            for (int m = 0; m < 3; m++) {
                long zeros = 0;
                for (double number : cohort.parameters(m)) {
                    zeros += number == 0 ? 1 : 0;
                }
                double weights = plan.shape().layers().stream()
                        .mapToLong(layer -> (long) layer.in() * layer.out())
                        .sum();
                assertEquals(0.5, zeros / weights, 0.1);
            }
        }
    }
}
