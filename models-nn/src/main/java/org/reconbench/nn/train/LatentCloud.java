package org.reconbench.nn.train;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Mean and covariance of the train rows' codes, and how far others lie from them. */
final class LatentCloud {
    /** What is added to the covariance's diagonal, as a share of its mean. */
    private static final double RIDGE = 1e-6;

    /** What is added when no code varies at all. */
    private static final double LEAST = 1e-12;

    private final double[] mean;
    private final RealMatrix precision;

    private LatentCloud(double[] mean, RealMatrix precision) {
        this.mean = mean;
        this.precision = precision;
    }

    /** The cloud of codes {@code [rows, latent]}. */
    static LatentCloud of(float[] mu, int latent) {
        int rows = mu.length / latent;
        double[] mean = new double[latent];
        for (int i = 0; i < mu.length; i++) {
            mean[i % latent] += (double) mu[i] / rows;
        }
        double[][] covariance = new double[latent][latent];
        double[] centred = new double[latent];
        for (int i = 0; i < rows; i++) {
            centre(mu, i, mean, centred);
            for (int a = 0; a < latent; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += centred[a] * centred[b] / rows;
                }
            }
        }
        return new LatentCloud(mean, precision(covariance));
    }

    private static RealMatrix precision(double[][] covariance) {
        int latent = covariance.length;
        double trace = 0;
        for (int a = 0; a < latent; a++) {
            trace += covariance[a][a];
            for (int b = 0; b < a; b++) {
                covariance[b][a] = covariance[a][b];
            }
        }
        for (int a = 0; a < latent; a++) {
            covariance[a][a] += RIDGE * trace / latent + LEAST;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-12, 0)
                .getSolver()
                .getInverse();
    }

    private static void centre(float[] mu, int row, double[] mean, double[] centred) {
        for (int j = 0; j < mean.length; j++) {
            centred[j] = mu[row * mean.length + j] - mean[j];
        }
    }

    /** Squared Mahalanobis distances of codes {@code [rows, latent]}. */
    double[] distances(float[] mu) {
        int latent = mean.length;
        double[] distances = new double[mu.length / latent];
        double[] centred = new double[latent];
        for (int i = 0; i < distances.length; i++) {
            centre(mu, i, mean, centred);
            for (int a = 0; a < latent; a++) {
                double sum = 0;
                for (int b = 0; b < latent; b++) {
                    sum += precision.getEntry(a, b) * centred[b];
                }
                distances[i] += centred[a] * sum;
            }
            distances[i] = Math.max(0, distances[i]);
        }
        return distances;
    }
}
