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
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.DeterministicCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.NetworkScore;
import org.reconbench.nn.train.TrainedCohort;

class WaeMmdTest {
    private static final Map<String, ?> SHORT =
            Map.of("hidden", List.of(16), "latent", 2, "epochs", 40, "batch", 64, "lr", 0.005);
    private static final Matrix ROWS = Fits.factorRows(400, 8, 2, 1, 0.3);

    /** The plain autoencoder. */
    private static final class Plain extends NetworkDetector {
        Plain() {
            super(plainCard());
        }

        private static DetectorCard plainCard() {
            return VaeCards.card(
                    "plain", "Plain", "Plain.", "", "", "", NetworkParams.with(), NetworkScore.DETERMINISTIC);
        }

        @Override
        protected Objective objective(Params params, Reconstruction reconstruction) {
            return new HandDerived(reconstruction, new DeterministicCode());
        }
    }

    @Test
    void codes_near_the_prior_with_lambda() {
        List<Map<String, ?>> given = List.of(
                Fits.and(SHORT, Map.of("lambda", 0)),
                Fits.and(SHORT, Map.of("lambda", 1)),
                Fits.and(SHORT, Map.of("lambda", 30)));
        try (TrainedCohort cohort = Fits.fit(new WaeMmd(), ROWS, Scaling.Z_SCORE, given)) {
            double[] ends = new double[3];
            for (int m = 0; m < 3; m++) {
                NetworkShape shape = new NetworkShape(8, List.of(16), 2, Taped.CODE);
                ends[m] = CodeMeasures.discrepancy(
                        PlainNetwork.of(cohort, m, shape, false).means(ROWS));
            }
            assertTrue(ends[1] < 0.7 * ends[0]);
            assertTrue(ends[2] < 0.2 * ends[1]);
            assertTrue(Fits.training(cohort, 2).reconNats()
                    < 1.2 * Fits.training(cohort, 0).reconNats());
            assertNull(Fits.training(cohort, 0).klNats());
        }
    }

    @Test
    void without_lambda_it_is_an_autoencoder() {
        Map<String, ?> given = Fits.and(SHORT, Map.of("epochs", 5));
        try (TrainedCohort plain = Fits.fit(new Plain(), ROWS, Scaling.Z_SCORE, given);
                TrainedCohort wae =
                        Fits.fit(new WaeMmd(), ROWS, Scaling.Z_SCORE, Fits.and(given, Map.of("lambda", 0)))) {
            assertArrayEquals(plain.parameters(0), wae.parameters(0), 1e-4);
            assertEquals(
                    Fits.training(plain, 0).finalLoss(), Fits.training(wae, 0).finalLoss(), 1e-4);
        }
    }
}
