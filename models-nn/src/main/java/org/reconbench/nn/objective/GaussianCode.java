package org.reconbench.nn.objective;

import java.util.List;

/**
 * The code of a variational autoencoder: {@code z = mu + exp(logvar / 2) * eps}, {@code eps ~ N(0, I)}, at the cost of
 * {@code KL = -1/2 sum_j (1 + logvar_j - mu_j^2 - exp(logvar_j))} (Kingma and Welling 2014).
 *
 * <p>logvar is clamped to [-30, 20]; outside, its gradient is zero.
 */
public record GaussianCode() implements LatentTerm {
    /** A unit whose mean varies less than this over the rows is not active (Burda et al. 2016). */
    public static final double ACTIVE_VARIANCE = 0.01;

    /** The least logvar. */
    public static final double MIN_LOGVAR = -30;

    /** The greatest logvar. */
    public static final double MAX_LOGVAR = 20;

    @Override
    public List<String> heads() {
        return List.of("mu", "logvar");
    }

    @Override
    public boolean noisy() {
        return true;
    }

    @Override
    public String script() {
        return ScriptText.beside(GaussianCode.class, "gaussian-code.torchscript");
    }

    /** Sums of mu, of mu^2 and of variance - logvar. */
    @Override
    public int sums() {
        return 3;
    }

    @Override
    public Reading read(double[] sums, long rows, int latent) {
        double nats = 0;
        int active = 0;
        for (int j = 0; j < latent; j++) {
            double mean = sums[j] / rows;
            double meanSquare = sums[latent + j] / rows;
            nats += 0.5 * (meanSquare + sums[2 * latent + j] / rows - 1);
            active += meanSquare - mean * mean > ACTIVE_VARIANCE ? 1 : 0;
        }
        return new Reading(nats, active);
    }
}
