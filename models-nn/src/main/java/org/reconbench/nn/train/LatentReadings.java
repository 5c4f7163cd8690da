package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;
import org.reconbench.core.detector.LatentDiagnostics;
import org.reconbench.nn.objective.GaussianCode;

/** Numbers from the heads of a network, row by row and over rows. */
final class LatentReadings {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private LatentReadings() {}

    /** {@code sum_j mu_j^2} of each row. */
    static double[] squaredNorms(float[] mu, int latent) {
        double[] norms = new double[mu.length / latent];
        for (int i = 0; i < mu.length; i++) {
            norms[i / latent] += (double) mu[i] * mu[i];
        }
        return norms;
    }

    /** KL in nats of each row, summed over units. */
    static double[] kl(Reading reading, int latent) {
        float[] mu = reading.mu();
        float[] logvar = reading.logvar();
        double[] sums = new double[mu.length / latent];
        for (int i = 0; i < mu.length; i++) {
            sums[i / latent] += kl(mu[i], logvar[i]);
        }
        return sums;
    }

    /** {@code -E log p(x|z)} of each row in nats. */
    static double[] surprise(Reading reading, int features) {
        double[] nats = reading.surprise().clone();
        for (int i = 0; i < nats.length; i++) {
            nats[i] += 0.5 * features * LOG_2_PI;
        }
        return nats;
    }

    /** {@code -E log p(x|z) + KL} of each row in nats. */
    static double[] bound(Reading reading, int features, int latent) {
        double[] nats = surprise(reading, features);
        double[] kl = kl(reading, latent);
        for (int i = 0; i < nats.length; i++) {
            nats[i] += kl[i];
        }
        return nats;
    }

    private static double kl(double mu, double rawLogvar) {
        double logvar = clamped(rawLogvar);
        return 0.5 * (mu * mu + Math.exp(logvar) - 1 - logvar);
    }

    private static double clamped(double logvar) {
        return Math.max(GaussianCode.MIN_LOGVAR, Math.min(GaussianCode.MAX_LOGVAR, logvar));
    }

    /**
     * What the units do over the rows read.
     *
     * @param klShare passed on
     * @param noise for the estimate of the mutual information
     */
    static LatentDiagnostics diagnose(Reading reading, int latent, double klShare, double[] noise) {
        float[] mu = reading.mu();
        double[] logvar = new double[mu.length];
        double sigma = 0;
        for (int i = 0; i < logvar.length; i++) {
            logvar[i] = clamped(reading.logvar()[i]);
            sigma += Math.exp(0.5 * logvar[i]);
        }
        int active = 0;
        List<Double> klPerUnit = new ArrayList<>();
        for (int j = 0; j < latent; j++) {
            double kl = 0;
            for (int i = j; i < mu.length; i += latent) {
                kl += kl(mu[i], logvar[i]);
            }
            klPerUnit.add(kl * latent / mu.length);
            active += variance(mu, j, latent) > GaussianCode.ACTIVE_VARIANCE ? 1 : 0;
        }
        return new LatentDiagnostics(
                active, klPerUnit, klShare, sigma / mu.length, MutualInformation.estimate(mu, logvar, latent, noise));
    }

    private static double variance(float[] mu, int unit, int latent) {
        int rows = mu.length / latent;
        double sum = 0;
        for (int i = unit; i < mu.length; i += latent) {
            sum += mu[i];
        }
        double squares = 0;
        for (int i = unit; i < mu.length; i += latent) {
            squares += (mu[i] - sum / rows) * (mu[i] - sum / rows);
        }
        return squares / rows;
    }
}
