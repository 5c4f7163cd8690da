package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;
import org.reconbench.core.detector.LatentDiagnostics;
import org.reconbench.nn.objective.GaussianCode;

/** Numbers from the heads of a Gaussian code, row by row and over rows. */
final class LatentReadings {
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
    static double[] kl(float[] mu, float[] logvar, int latent) {
        double[] sums = new double[mu.length / latent];
        for (int i = 0; i < mu.length; i++) {
            sums[i / latent] += kl(mu[i], logvar[i]);
        }
        return sums;
    }

    private static double kl(double mu, double rawLogvar) {
        double logvar = clamped(rawLogvar);
        return 0.5 * (mu * mu + Math.exp(logvar) - 1 - logvar);
    }

    private static double clamped(double logvar) {
        return Math.max(GaussianCode.MIN_LOGVAR, Math.min(GaussianCode.MAX_LOGVAR, logvar));
    }

    /** What the units do over the rows read; {@code klShare} is passed on. */
    static LatentDiagnostics diagnose(float[] mu, float[] logvar, int latent, double klShare) {
        int rows = mu.length / latent;
        int active = 0;
        double sigma = 0;
        List<Double> klPerUnit = new ArrayList<>();
        for (int j = 0; j < latent; j++) {
            double sum = 0;
            double kl = 0;
            for (int i = j; i < mu.length; i += latent) {
                sum += mu[i];
                kl += kl(mu[i], logvar[i]);
                sigma += Math.exp(0.5 * clamped(logvar[i]));
            }
            double squares = 0;
            for (int i = j; i < mu.length; i += latent) {
                squares += (mu[i] - sum / rows) * (mu[i] - sum / rows);
            }
            active += squares / rows > GaussianCode.ACTIVE_VARIANCE ? 1 : 0;
            klPerUnit.add(kl / rows);
        }
        return new LatentDiagnostics(active, klPerUnit, klShare, sigma / mu.length);
    }
}
