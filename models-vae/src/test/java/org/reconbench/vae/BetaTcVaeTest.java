package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.nn.train.TrainedCohort;

class BetaTcVaeTest {
    private static final Map<String, ?> SHORT = Map.of(
            "hidden",
            List.of(16),
            "latent",
            3,
            "epochs",
            80,
            "batch",
            64,
            "lr",
            0.005,
            "recon",
            "gaussian",
            "sigma",
            0.1);
    private static final Matrix ROWS = Fits.blobRows(300, 8, 5, 0.05);

    /** Total correlation and reconstruction error of a member. */
    private record Ends(double correlation, double reconNats) {
        static List<Ends> of(Detector detector, double... betas) {
            List<Map<String, ?>> given = new ArrayList<>();
            for (double beta : betas) {
                given.add(Fits.and(SHORT, Map.of("beta", beta)));
            }
            List<Ends> ends = new ArrayList<>();
            try (TrainedCohort cohort = Fits.fit(detector, ROWS, Scaling.MIN_MAX, given)) {
                for (int m = 0; m < betas.length; m++) {
                    PlainNetwork network = PlainNetwork.of(cohort, m, 8, List.of(16), 3, true);
                    ends.add(new Ends(
                            CodeMeasures.totalCorrelation(network.means(ROWS), network.logvars(ROWS)),
                            Fits.training(cohort, m).reconNats()));
                }
            }
            return ends;
        }
    }

    @Test
    void total_correlation_falls_with_beta_at_a_better_reconstruction_than_a_beta_vae() {
        List<Ends> tc = Ends.of(new BetaTcVae(), 1, 3, 10);
        List<Ends> plain = Ends.of(new BetaVae(), 1, 3, 10);
        assertTrue(tc.get(1).correlation() < 0.8 * tc.get(0).correlation(), "TC " + tc);
        assertTrue(tc.get(2).correlation() < 0.8 * tc.get(1).correlation(), "TC " + tc);
        assertTrue(tc.get(1).reconNats() < 0.7 * plain.get(1).reconNats(), tc + " against " + plain);
        assertTrue(tc.get(2).reconNats() < 0.7 * plain.get(2).reconNats(), tc + " against " + plain);
    }

    @Test
    void at_beta_1_it_is_a_vae() {
        Map<String, ?> given = Fits.and(SHORT, Map.of("epochs", 5));
        try (TrainedCohort plain = Fits.fit(new VariationalAutoencoder(), ROWS, Scaling.MIN_MAX, given);
                TrainedCohort tc =
                        Fits.fit(new BetaTcVae(), ROWS, Scaling.MIN_MAX, Fits.and(given, Map.of("beta", 1)))) {
            assertArrayEquals(plain.parameters(0), tc.parameters(0), 1e-4);
            assertEquals(
                    Fits.training(plain, 0).finalLoss(), Fits.training(tc, 0).finalLoss(), 1e-3);
        }
    }
}
