package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.nn.train.TrainedCohort;

class VaeCapacityTest {
    private static final Matrix ROWS = Fits.factorRows(300, 8, 3, 1, 0.3);
    private static final Map<String, ?> SHORT =
            Map.of("hidden", List.of(16), "latent", 3, "epochs", 60, "batch", 32, "lr", 0.003, "gamma", 20);

    @Test
    void the_kl_climbs_to_the_capacity_and_stays() {
        List<Map<String, ?>> given = List.of(
                Fits.and(SHORT, Map.of("capacity.max", 1)),
                Fits.and(SHORT, Map.of("capacity.max", 3)),
                Fits.and(SHORT, Map.of("capacity.max", 6)));
        try (FittedCohort cohort = Fits.fit(new VaeCapacity(), ROWS, Scaling.Z_SCORE, given)) {
            double[] capacities = {1, 3, 6};
            for (int m = 0; m < 3; m++) {
                double[] kl = Fits.curve(cohort, m, "kl");
                assertEquals(capacities[m] / 2, kl[15], 0.1 * capacities[m], "half way");
                assertEquals(capacities[m], kl[59], 0.05 * capacities[m], "at the end");
                assertNull(Fits.training(cohort, m).betaEffective());
            }
            assertTrue(Fits.training(cohort, 0).reconNats()
                    > 1.2 * Fits.training(cohort, 1).reconNats());
            assertTrue(Fits.training(cohort, 1).reconNats()
                    > 1.2 * Fits.training(cohort, 2).reconNats());
        }
    }

    @Test
    void at_capacity_0_it_is_a_beta_vae_of_weight_gamma() {
        Map<String, ?> common = Map.of("hidden", List.of(16), "latent", 3, "epochs", 5, "batch", 32, "lr", 0.005);
        try (TrainedCohort plain =
                        Fits.fit(new BetaVae(), ROWS, Scaling.Z_SCORE, Fits.and(common, Map.of("beta", 0.7)));
                TrainedCohort held = Fits.fit(
                        new VaeCapacity(),
                        ROWS,
                        Scaling.Z_SCORE,
                        Fits.and(common, Map.of("gamma", 0.7, "capacity.max", 0)))) {
            assertArrayEquals(plain.parameters(0), held.parameters(0), 1e-4);
            assertEquals(
                    Fits.training(plain, 0).finalLoss(), Fits.training(held, 0).finalLoss(), 1e-3);
        }
    }
}
