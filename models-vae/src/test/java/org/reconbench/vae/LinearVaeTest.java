package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.nn.train.TrainedCohort;

/**
 * A linear VAE is probabilistic PCA (Tipping and Bishop 1999; Lucas et al. 2019): at the optimum its decoder spans the
 * leading principal axes, and its ELBO is the likelihood of {@code N(m, W W^T + sigma^2 I)} itself.
 */
class LinearVaeTest {
    private static final int COLUMNS = 8;
    private static final int LATENT = 2;
    private static final Matrix ROWS = centred(Fits.factorRows(800, COLUMNS, LATENT, 1, 0.4));
    private static final EigenDecomposition AXES = new EigenDecomposition(
            new Covariance(new Array2DRowRealMatrix(twoDimensional(ROWS)), false).getCovarianceMatrix());

    private static Matrix centred(Matrix rows) {
        double[] values = rows.toArray();
        for (int j = 0; j < COLUMNS; j++) {
            double mean = Arrays.stream(rows.column(j)).average().orElseThrow();
            for (int i = j; i < values.length; i += COLUMNS) {
                values[i] -= mean;
            }
        }
        return Matrix.wrap(rows.rows(), COLUMNS, values);
    }

    private static double[][] twoDimensional(Matrix rows) {
        double[][] copy = new double[rows.rows()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows.row(i);
        }
        return copy;
    }

    /** {@code -log p(x)} of a row in the mean, without d/2 log 2 pi, for the best W at that variance. */
    private static double surprise(double variance) {
        double nats = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double eigenvalue = AXES.getRealEigenvalue(j);
            double modelled = j < LATENT ? Math.max(eigenvalue, variance) : variance;
            nats += 0.5 * (Math.log(modelled) + eigenvalue / modelled);
        }
        return nats;
    }

    /** The greatest angle between the decoder's columns and the leading principal axes, in degrees. */
    private static double angle(TrainedCohort cohort) {
        PlainNetwork network = PlainNetwork.of(cohort, 0, COLUMNS, List.of(), LATENT, false);
        RealMatrix decoder = new Array2DRowRealMatrix(network.weights(2)).transpose();
        RealMatrix basis = new QRDecomposition(decoder).getQ().getSubMatrix(0, COLUMNS - 1, 0, LATENT - 1);
        RealMatrix axes = AXES.getV().getSubMatrix(0, COLUMNS - 1, 0, LATENT - 1);
        double[] cosines = new SingularValueDecomposition(axes.transpose().multiply(basis)).getSingularValues();
        return Math.toDegrees(Math.acos(Math.min(1, cosines[LATENT - 1])));
    }

    private static TrainedCohort fit(Detector detector, Map<String, ?> more) {
        Map<String, ?> common = Map.of("hidden", List.of(), "latent", LATENT, "epochs", 100, "batch", 100, "lr", 0.01);
        return Fits.fit(detector, ROWS, Scaling.Z_SCORE, Fits.and(common, more));
    }

    @Test
    void a_linear_vae_of_fixed_variance_is_probabilistic_pca() {
        for (double sigma : new double[] {0.4, 0.8}) {
            try (TrainedCohort cohort =
                    fit(new VariationalAutoencoder(), Map.of("recon", "gaussian", "sigma", sigma))) {
                assertEquals(surprise(sigma * sigma), Fits.training(cohort, 0).finalLoss(), 0.03 * COLUMNS);
                assertTrue(angle(cohort) < 3, "angle " + angle(cohort));
            }
        }
    }

    @Test
    void a_linear_sigma_vae_finds_the_likeliest_variance_too() {
        double noise = 0;
        for (int j = LATENT; j < COLUMNS; j++) {
            noise += AXES.getRealEigenvalue(j) / (COLUMNS - LATENT);
        }
        try (TrainedCohort cohort = fit(new SigmaVae(), Map.of())) {
            double variance = Objects.requireNonNull(Fits.training(cohort, 0).betaEffective());
            assertEquals(noise, variance, 0.05 * noise);
            assertEquals(surprise(noise), Fits.training(cohort, 0).finalLoss(), 0.03 * COLUMNS);
            assertTrue(angle(cohort) < 3, "angle " + angle(cohort));
        }
    }
}
