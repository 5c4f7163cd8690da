package org.reconbench.nn.train;

import java.util.Arrays;

/**
 * An estimate of what the code says of the row, in nats.
 *
 * <p>{@code I = 1/n sum_i [log q(z_i|x_i) - log 1/n sum_j q(z_i|x_j)]} with one draw {@code z_i} for each of {@code n}
 * rows: the aggregated posterior by the rows themselves (Hoffman and Johnson, ELBO surgery, 2016). It cannot exceed
 * {@code log n}.
 */
final class MutualInformation {
    /** Rows that take part, spread evenly over those given; {@code log 512 = 6.2}. */
    static final int ROWS = 512;

    private MutualInformation() {}

    /**
     * The estimate.
     *
     * @param mu means {@code [rows, latent]}
     * @param logvar clamped log-variances, likewise
     * @param noise draws of N(0, 1), one for each unit of each row that takes part
     */
    static double estimate(float[] mu, double[] logvar, int latent, double[] noise) {
        int rows = mu.length / latent;
        int n = Math.min(ROWS, rows);
        double[] centre = new double[n * latent];
        double[] precision = new double[n * latent];
        double[] base = new double[n];
        double[] z = new double[n * latent];
        for (int i = 0; i < n; i++) {
            int row = (int) ((long) i * rows / n);
            for (int j = 0; j < latent; j++) {
                double v = logvar[row * latent + j];
                int at = i * latent + j;
                centre[at] = mu[row * latent + j];
                precision[at] = Math.exp(-v);
                base[i] -= 0.5 * v;
                z[at] = centre[at] + Math.exp(0.5 * v) * noise[at];
            }
        }
        double[] logs = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < n; m++) {
                double distance = 0;
                for (int j = 0; j < latent; j++) {
                    double off = z[i * latent + j] - centre[m * latent + j];
                    distance += off * off * precision[m * latent + j];
                }
                logs[m] = base[m] - 0.5 * distance;
            }
            sum += logs[i] - logMeanExp(logs);
        }
        return sum / n;
    }

    private static double logMeanExp(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum / logs.length);
    }
}
