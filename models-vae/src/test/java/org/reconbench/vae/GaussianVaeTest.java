package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.train.TrainedCohort;

class GaussianVaeTest {
    private static final double[] NOISE = {0.1, 0.6};
    private static final Matrix ROWS = Fits.factorRows(600, 6, 1, 1, NOISE);
    private static final Map<String, ?> GIVEN =
            Map.of("hidden", List.of(12), "latent", 2, "epochs", 80, "batch", 50, "lr", 0.005);

    /** Mean deviation of each feature at the mean codes of the rows, from the trained numbers alone. */
    private static double[] sigmas(TrainedCohort cohort, double least) {
        PlainNetwork network =
                PlainNetwork.of(cohort, 0, 6, List.of(12), 2, false, new LayerShape("output.logvar", 12, 6));
        double[] sigmas = new double[6];
        for (double[] mu : network.means(ROWS)) {
            double[] raw = network.beside(mu);
            for (int j = 0; j < 6; j++) {
                double most = 2 * Math.log(1000);
                double below = most - Math.log1p(Math.exp(most - raw[j]));
                double logvar = least + Math.log1p(Math.exp(below - least));
                sigmas[j] += Math.exp(0.5 * logvar) / ROWS.rows();
            }
        }
        return sigmas;
    }

    @Test
    void noisy_features_get_the_larger_variance() {
        try (TrainedCohort cohort = Fits.fit(new GaussianVae(), ROWS, Scaling.Z_SCORE, GIVEN)) {
            double[] sigmas = sigmas(cohort, 2 * Math.log(0.01));
            for (int j = 0; j < 6; j++) {
                assertEquals(NOISE[j % 2], sigmas[j], 0.35 * NOISE[j % 2], "feature " + j);
            }
        }
    }

    @Test
    void a_quiet_feature_that_strays_counts_more_than_a_noisy_one() {
        double[][] rows = new double[3][];
        for (int i = 0; i < 3; i++) {
            rows[i] = ROWS.row(0);
        }
        rows[1][4] += 1;
        rows[2][5] += 1;
        try (TrainedCohort cohort = Fits.fit(new GaussianVae(), ROWS, Scaling.Z_SCORE, GIVEN)) {
            double[] scores = Fits.scores(cohort, 0, Matrix.copyOf(rows), "recon-probability");
            assertTrue(scores[1] > scores[2] + 5, scores[0] + ", " + scores[1] + ", " + scores[2]);
        }
    }

    @Test
    void the_least_deviation_holds_for_features_without_noise() {
        Matrix rows = Matrix.wrap(40, 2, new double[80]);
        Map<String, ?> given =
                Map.of("hidden", List.of(4), "latent", 1, "epochs", 200, "batch", 10, "lr", 0.02, "sigma.min", 0.1);
        try (TrainedCohort cohort = Fits.fit(new GaussianVae(), rows, Scaling.Z_SCORE, given)) {
            double perFeature = Fits.training(cohort, 0).finalLoss() / 2;
            assertTrue(perFeature > Math.log(0.1) && perFeature < Math.log(0.2), "nats " + perFeature);
        }
    }

    @Test
    void the_primary_score_is_the_reconstruction_probability() {
        assertEquals("recon-probability", new GaussianVae().card().primaryScore());
    }
}
