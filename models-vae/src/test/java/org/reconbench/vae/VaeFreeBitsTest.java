package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.nn.train.TrainedCohort;

class VaeFreeBitsTest {
    private static final Map<String, ?> SHORT =
            Map.of("hidden", List.of(16), "latent", 4, "epochs", 40, "batch", 32, "lr", 0.005);

    @Test
    void units_stay_active_where_a_beta_vae_of_equal_beta_loses_them() {
        Matrix rows = Fits.factorRows(300, 8, 4, 0.3, 0.2);
        Map<String, ?> heavy = Fits.and(SHORT, Map.of("beta", 4));
        try (FittedCohort plain = Fits.fit(new BetaVae(), rows, Scaling.Z_SCORE, heavy);
                FittedCohort free =
                        Fits.fit(new VaeFreeBits(), rows, Scaling.Z_SCORE, Fits.and(heavy, Map.of("lambda", 0.5)))) {
            assertEquals(0, Fits.latent(plain, 0).activeUnits());
            assertEquals(4, Fits.latent(free, 0).activeUnits());
            for (double nats : Fits.latent(free, 0).klPerUnit()) {
                assertTrue(nats > 0.3 && nats < 0.7, "KL of a unit " + nats);
            }
            assertTrue(Fits.training(free, 0).reconNats()
                    < 0.8 * Fits.training(plain, 0).reconNats());
        }
    }

    @Test
    void without_free_bits_it_is_a_beta_vae() {
        Matrix rows = Fits.factorRows(100, 8, 2, 1, 0.3);
        Map<String, ?> given = Fits.and(SHORT, Map.of("beta", 0.7, "epochs", 5, "recon", "gaussian", "sigma", 0.8));
        try (TrainedCohort plain = Fits.fit(new BetaVae(), rows, Scaling.Z_SCORE, given);
                TrainedCohort free =
                        Fits.fit(new VaeFreeBits(), rows, Scaling.Z_SCORE, Fits.and(given, Map.of("lambda", 0)))) {
            assertArrayEquals(plain.parameters(0), free.parameters(0), 1e-4);
            assertEquals(
                    Fits.training(plain, 0).finalLoss(), Fits.training(free, 0).finalLoss(), 1e-3);
            assertEquals(Fits.latent(plain, 0).klShare(), Fits.latent(free, 0).klShare(), 1e-4);
        }
    }

    @Test
    void the_kl_reported_is_the_whole_one_and_the_loss_counts_no_less_than_lambda() {
        Matrix rows = Fits.factorRows(100, 8, 2, 1, 0.3);
        try (FittedCohort free =
                Fits.fit(new VaeFreeBits(), rows, Scaling.Z_SCORE, Fits.and(SHORT, Map.of("beta", 2, "lambda", 100)))) {
            double[] loss = Fits.curve(free, 0, "loss");
            double[] recon = Fits.curve(free, 0, "recon");
            for (int epoch = 0; epoch < loss.length; epoch++) {
                assertEquals(2 * 4 * 100, loss[epoch] - recon[epoch], 1e-2);
            }
            double kl = Fits.klNats(free, 0);
            assertTrue(kl > 1 && kl < 400, "KL " + kl);
        }
    }
}
