package org.reconbench.core.detector;

import java.util.List;

/**
 * What the latent units of a variational network do on the train rows.
 *
 * @param activeUnits how many units have {@code Var_x mu_j > 0.01} (Burda et al. 2016)
 * @param klPerUnit mean KL of each unit in nats
 * @param klShare the share of {@code beta * KL} in the final loss, 0 to 1
 * @param meanPosteriorSigma mean of {@code exp(logvar / 2)} over units and rows
 * @param mutualInformation an estimate of the mutual information of row and code in nats (Hoffman and Johnson 2016)
 */
public record LatentDiagnostics(
        int activeUnits, List<Double> klPerUnit, double klShare, double meanPosteriorSigma, double mutualInformation) {
    /** Copies the list. */
    public LatentDiagnostics {
        klPerUnit = List.copyOf(klPerUnit);
    }
}
