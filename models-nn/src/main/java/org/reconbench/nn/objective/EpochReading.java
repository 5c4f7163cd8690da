package org.reconbench.nn.objective;

/**
 * One member's epoch, means over its rows as seen in training.
 *
 * @param squaredError of a row
 * @param loss as the user set it
 * @param recon the reconstruction term, its constants included
 * @param penalty in nats, before it is weighed: the KL of a variational network
 * @param activeUnits how many units have a variance of mu above 0.01, with mu as it was in each step
 */
public record EpochReading(double squaredError, double loss, double recon, double penalty, int activeUnits) {

    /**
     * Counts active units.
     *
     * @param sums of mu at {@code at}, unit by unit, then of mu^2
     */
    static int active(double[] sums, int at, long rows, int latent) {
        int active = 0;
        for (int j = at; j < at + latent; j++) {
            double mean = sums[j] / rows;
            active += sums[latent + j] / rows - mean * mean > GaussianCode.ACTIVE_VARIANCE ? 1 : 0;
        }
        return active;
    }
}
