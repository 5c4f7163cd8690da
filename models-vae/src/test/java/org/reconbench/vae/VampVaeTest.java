package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.train.TrainedCohort;

class VampVaeTest {
    private static final Map<String, ?> SHORT = Map.of(
            "hidden",
            List.of(16),
            "latent",
            2,
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
    private static final int COMPONENTS = 10;
    private static final Matrix ROWS = Fits.blobRows(400, 8, 5, 0.05);

    /** {@code E log q(z|x) - log 1/P sum_p q(z|u_p)} by one draw a row, in plain Java. */
    private static double divergence(PlainNetwork network, double[][] pseudo) {
        double[][] mu = network.means(ROWS);
        double[][] logvar = network.logvars(ROWS);
        double[][] z = CodeMeasures.drawn(mu, logvar);
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            double[] logs = new double[pseudo.length];
            for (int p = 0; p < pseudo.length; p++) {
                logs[p] = logDensity(z[i], network.mu(pseudo[p]), network.logvar(pseudo[p]));
            }
            sum += logDensity(z[i], mu[i], logvar[i]) - CodeMeasures.logMeanExp(logs);
        }
        return sum / z.length;
    }

    /** Without the constant. */
    private static double logDensity(double[] z, double[] mu, double[] logvar) {
        double log = 0;
        for (int j = 0; j < z.length; j++) {
            log -= 0.5 * ((z[j] - mu[j]) * (z[j] - mu[j]) * Math.exp(-logvar[j]) + logvar[j]);
        }
        return log;
    }

    private static double[][] pseudoInputs(PlainNetwork network) {
        double[][] pseudo = new double[COMPONENTS][8];
        for (int p = 0; p < COMPONENTS; p++) {
            for (int j = 0; j < 8; j++) {
                pseudo[p][j] = 1 / (1 + Math.exp(-network.weights(5)[p][j] - network.biases(5)[j]));
            }
        }
        return pseudo;
    }

    @Test
    void on_data_of_several_clusters_the_bound_is_higher_than_with_a_gaussian_prior() {
        try (TrainedCohort plain = Fits.fit(new VariationalAutoencoder(), ROWS, Scaling.MIN_MAX, SHORT);
                TrainedCohort vamp = Fits.fit(
                        new VampVae(), ROWS, Scaling.MIN_MAX, Fits.and(SHORT, Map.of("pseudoinputs", COMPONENTS)))) {
            double without = Fits.training(plain, 0).finalLoss();
            double with = Fits.training(vamp, 0).finalLoss();
            assertTrue(with < without - 0.5, "negative bound " + with + ", with N(0, I) " + without);

            PlainNetwork network =
                    PlainNetwork.of(vamp, 0, 8, List.of(16), 2, true, new LayerShape("pseudo", COMPONENTS, 8));
            double[][] pseudo = pseudoInputs(network);
            assertEquals(divergence(network, pseudo), Fits.klNats(vamp, 0), 0.15);
            for (double[] row : pseudo) {
                assertTrue(Arrays.stream(row).allMatch(v -> v > 0 && v < 1), Arrays.toString(row));
            }
            assertTrue(spread(pseudo) > 0.02, "pseudo-inputs are apart: variance " + spread(pseudo));
        }
    }

    /** The mean variance of a column. */
    private static double spread(double[][] rows) {
        double sum = 0;
        for (int j = 0; j < rows[0].length; j++) {
            int column = j;
            double mean = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            sum += Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElseThrow();
        }
        return sum / rows[0].length;
    }

    @Test
    void scores_against_a_prior_that_it_does_not_have_are_not_offered() {
        List<String> ids =
                new VampVae().card().scores().stream().map(score -> score.id()).toList();
        assertEquals("recon", ids.get(0));
        assertFalse(ids.contains("kl") || ids.contains("elbo"));
    }
}
