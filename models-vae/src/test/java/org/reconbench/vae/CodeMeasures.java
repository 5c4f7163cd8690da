package org.reconbench.vae;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.reconbench.core.random.RandomStreams;

/** What codes are like, in plain Java and apart from what the losses compute. */
final class CodeMeasures {
    private CodeMeasures() {}

    /** One draw of each code. */
    static double[][] drawn(double[][] mu, double[][] logvar) {
        RandomGenerator random = new RandomStreams(11).stream("codes");
        double[][] z = new double[mu.length][];
        for (int i = 0; i < z.length; i++) {
            z[i] = mu[i].clone();
            for (int j = 0; j < z[i].length; j++) {
                z[i][j] += Math.exp(0.5 * logvar[i][j]) * random.nextGaussian();
            }
        }
        return z;
    }

    static double logMeanExp(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        return most
                + Math.log(Arrays.stream(logs)
                        .map(log -> Math.exp(log - most))
                        .average()
                        .orElseThrow());
    }

    /** The total correlation of the aggregated posterior in nats, all rows against all rows. */
    static double totalCorrelation(double[][] mu, double[][] logvar) {
        double[][] z = drawn(mu, logvar);
        int n = z.length;
        int latent = z[0].length;
        double sum = 0;
        for (double[] code : z) {
            double[][] single = new double[latent][n];
            double[] joint = new double[n];
            for (int m = 0; m < n; m++) {
                for (int j = 0; j < latent; j++) {
                    double off = code[j] - mu[m][j];
                    single[j][m] = -0.5 * (off * off * Math.exp(-logvar[m][j]) + logvar[m][j]);
                    joint[m] += single[j][m];
                }
            }
            sum += logMeanExp(joint);
            for (double[] logs : single) {
                sum -= logMeanExp(logs);
            }
        }
        return sum / n;
    }

    /** The squared MMD of codes to as many draws of N(0, I), with a kernel that no loss here uses: exp(-|a - b|). */
    static double discrepancy(double[][] z) {
        RandomGenerator random = new RandomStreams(12).stream("prior");
        double[][] prior = new double[z.length][z[0].length];
        for (double[] draw : prior) {
            Arrays.setAll(draw, j -> random.nextGaussian());
        }
        return within(z) + within(prior) - 2 * between(z, prior);
    }

    private static double kernel(double[] a, double[] b) {
        double squares = 0;
        for (int j = 0; j < a.length; j++) {
            squares += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.exp(-Math.sqrt(squares));
    }

    private static double between(double[][] some, double[][] others) {
        double sum = 0;
        for (double[] a : some) {
            for (double[] b : others) {
                sum += kernel(a, b);
            }
        }
        return sum / some.length / others.length;
    }

    private static double within(double[][] z) {
        double n = z.length;
        return (between(z, z) * n * n - n) / (n * (n - 1));
    }
}
