package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.train.TrainedCohort;

class InfoVaeTest {
    private static final Map<String, ?> SHORT =
            Map.of("hidden", List.of(16), "latent", 2, "epochs", 40, "batch", 64, "lr", 0.005);
    private static final Matrix ROWS = Fits.factorRows(400, 8, 2, 1, 0.3);

    private static double discrepancy(TrainedCohort cohort, int member) {
        PlainNetwork network = PlainNetwork.of(cohort, member, 8, List.of(16), 2, false);
        return CodeMeasures.discrepancy(CodeMeasures.drawn(network.means(ROWS), network.logvars(ROWS)));
    }

    @Test
    void codes_near_the_prior_with_lambda_and_say_more_than_those_of_a_beta_vae() {
        List<Map<String, ?>> given = List.of(
                Fits.and(SHORT, Map.of("alpha", 0.99, "lambda", 0.01)),
                Fits.and(SHORT, Map.of("alpha", 0.99, "lambda", 1)),
                Fits.and(SHORT, Map.of("alpha", 0.99, "lambda", 30)));
        List<Map<String, ?>> plainly = List.of(
                Fits.and(SHORT, Map.of("beta", 0.01)),
                Fits.and(SHORT, Map.of("beta", 1)),
                Fits.and(SHORT, Map.of("beta", 30)));
        try (TrainedCohort info = Fits.fit(new InfoVae(), ROWS, Scaling.Z_SCORE, given);
                TrainedCohort plain = Fits.fit(new BetaVae(), ROWS, Scaling.Z_SCORE, plainly)) {
            assertTrue(discrepancy(info, 1) < 0.7 * discrepancy(info, 0));
            assertTrue(discrepancy(info, 2) < 0.2 * discrepancy(info, 1));
            double held = Fits.latent(info, 2).mutualInformation();
            assertTrue(held > 0.9 * Fits.latent(info, 0).mutualInformation(), "nats " + held);
            assertTrue(held > 1.5 * Fits.latent(plain, 1).mutualInformation(), "nats " + held);
            assertTrue(Fits.latent(plain, 2).mutualInformation() < 0.1);
        }
    }

    @Test
    void without_alpha_at_lambda_1_it_is_a_vae() {
        Map<String, ?> given = Fits.and(SHORT, Map.of("epochs", 5));
        try (TrainedCohort plain = Fits.fit(new VariationalAutoencoder(), ROWS, Scaling.Z_SCORE, given);
                TrainedCohort info = Fits.fit(
                        new InfoVae(), ROWS, Scaling.Z_SCORE, Fits.and(given, Map.of("alpha", 0, "lambda", 1)))) {
            assertArrayEquals(plain.parameters(0), info.parameters(0), 1e-4);
            assertEquals(
                    Fits.training(plain, 0).finalLoss(), Fits.training(info, 0).finalLoss(), 1e-3);
            assertEquals(
                    Fits.training(plain, 0).betaEffective(),
                    Fits.training(info, 0).betaEffective());
        }
    }

    @Test
    void a_negative_weight_of_the_mmd_is_refused() {
        InfoVae detector = new InfoVae();
        Params params = Fits.params(detector, Map.of("alpha", -1, "lambda", 1));
        String message = Objects.requireNonNull(assertThrows(
                        IllegalArgumentException.class,
                        () -> detector.check(params, Fits.profile(ROWS, Scaling.Z_SCORE)))
                .getMessage());
        assertTrue(message.contains("lambda = 1.0: must be 1 - alpha = 2.0 or more"), message);
    }
}
