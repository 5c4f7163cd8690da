package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.train.TrainedCohort;

class ImportanceWeightedAutoencoderTest {
    private static final double VARIANCE = 0.01;
    private static final Map<String, ?> SHORT = Map.of(
            "hidden",
            List.of(16),
            "latent",
            2,
            "epochs",
            60,
            "batch",
            64,
            "lr",
            0.005,
            "recon",
            "gaussian",
            "sigma",
            0.1);
    private static final Matrix ROWS = Fits.curveRows(300, false, 1);

    private static TrainedCohort fit(Map<String, ?> more) {
        return Fits.fit(new ImportanceWeightedAutoencoder(), ROWS, Scaling.MIN_MAX, Fits.and(SHORT, more));
    }

    private static double loss(TrainedCohort cohort) {
        return Fits.training(cohort, 0).finalLoss();
    }

    /** The negative bound of k draws, mean over the rows, in plain Java. */
    private static double bound(PlainNetwork network, int k) {
        RandomGenerator random = new RandomStreams(5).stream("bound");
        double sum = 0;
        for (int i = 0; i < ROWS.rows(); i++) {
            double[] x = ROWS.row(i);
            double[] mu = network.mu(x);
            double[] logvar = network.logvar(x);
            double[] logs = new double[k];
            for (int s = 0; s < k; s++) {
                double[] z = new double[mu.length];
                double log = -x.length * Math.log(Math.sqrt(VARIANCE));
                for (int j = 0; j < z.length; j++) {
                    double noise = random.nextGaussian();
                    z[j] = mu[j] + Math.exp(0.5 * logvar[j]) * noise;
                    log += 0.5 * (noise * noise + logvar[j] - z[j] * z[j]);
                }
                double[] xhat = network.decode(z);
                for (int d = 0; d < x.length; d++) {
                    log -= 0.5 * (x[d] - xhat[d]) * (x[d] - xhat[d]) / VARIANCE;
                }
                logs[s] = log;
            }
            sum -= CodeMeasures.logMeanExp(logs);
        }
        return sum / ROWS.rows();
    }

    @Test
    void on_the_same_weights_the_bound_is_tighter_with_more_draws() {
        double[] losses = new double[3];
        for (int i = 0; i < 3; i++) {
            int k = List.of(1, 5, 20).get(i);
            try (TrainedCohort still = fit(Map.of("k", k, "epochs", 20, "lr", 1e-12))) {
                losses[i] = loss(still);
                double expected = bound(PlainNetwork.of(still, 0, 8, List.of(16), 2, true), k);
                assertEquals(expected, losses[i], 0.02 * Math.abs(expected), "bound of " + k + " draws");
            }
        }
        assertTrue(losses[0] > losses[1] + 1 && losses[1] > losses[2] + 0.1, Arrays.toString(losses));
    }

    @Test
    void trained_alike_five_draws_bound_tighter_than_one_which_ends_where_a_vae_does() {
        try (TrainedCohort vae = Fits.fit(new VariationalAutoencoder(), ROWS, Scaling.MIN_MAX, SHORT);
                TrainedCohort one = fit(Map.of("k", 1));
                TrainedCohort five = fit(Map.of("k", 5))) {
            assertEquals(loss(vae), loss(one), 0.3);
            assertTrue(loss(five) < loss(one) - 0.3, loss(one) + " and " + loss(five));
            PlainNetwork trained = PlainNetwork.of(vae, 0, 8, List.of(16), 2, true);
            double[] bounds = {bound(trained, 1), bound(trained, 5), bound(trained, 20)};
            assertTrue(bounds[0] > bounds[1] && bounds[1] > bounds[2], Arrays.toString(bounds));
        }
    }
}
