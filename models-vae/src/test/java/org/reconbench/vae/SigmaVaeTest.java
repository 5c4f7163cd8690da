package org.reconbench.vae;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.FittedCohort;

class SigmaVaeTest {
    private static double sigma(FittedCohort cohort) {
        return Math.sqrt(requireNonNull(Fits.training(cohort, 0).betaEffective()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5})
    void the_noise_of_linear_data_is_found(double noise) {
        Matrix rows = Fits.factorRows(1000, 10, 2, 1, noise);
        Map<String, ?> given = Map.of("hidden", List.of(), "latent", 2, "epochs", 60, "batch", 50, "lr", 0.01);
        try (FittedCohort cohort = Fits.fit(new SigmaVae(), rows, Scaling.Z_SCORE, given)) {
            assertEquals(noise, sigma(cohort), 0.1 * noise);
            assertEquals(1, requireNonNull(Fits.training(cohort, 0).beta()));
        }
    }

    @Test
    void the_code_survives_a_noise_at_which_a_vae_of_unit_variance_says_nothing() {
        Matrix rows = Fits.factorRows(300, 8, 2, 0.1, 0.02);
        Map<String, ?> given = Map.of("hidden", List.of(16), "latent", 2, "epochs", 60, "batch", 32, "lr", 0.005);
        try (FittedCohort plain = Fits.fit(new VariationalAutoencoder(), rows, Scaling.Z_SCORE, given);
                FittedCohort free = Fits.fit(new SigmaVae(), rows, Scaling.Z_SCORE, given)) {
            assertEquals(0, Fits.latent(plain, 0).activeUnits());
            assertEquals(2, Fits.latent(free, 0).activeUnits());
        }
    }

    @Test
    void rows_that_can_be_rebuilt_exactly_keep_sigma_above_its_bound() {
        Matrix rows = Matrix.wrap(40, 2, new double[80]);
        Map<String, ?> given = Map.of("hidden", List.of(4), "latent", 1, "epochs", 100, "batch", 10, "lr", 0.01);
        try (FittedCohort cohort = Fits.fit(new SigmaVae(), rows, Scaling.Z_SCORE, given)) {
            double loss = Fits.training(cohort, 0).finalLoss();
            assertTrue(loss > 2 * -6 && loss < 2 * -3, "loss " + loss);
        }
    }
}
