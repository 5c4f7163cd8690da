package org.reconbench.nn.objective;

/**
 * {@code L = reconstruction + weight(t) * latent term}, mean over the batch.
 *
 * @param reconstruction the reconstruction term
 * @param latent the latent term
 */
public record Objective(Reconstruction reconstruction, LatentTerm latent) {}
