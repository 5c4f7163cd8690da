package org.reconbench.vae;

import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Schedule;

/**
 * The variational autoencoder (Kingma and Welling 2014) as an anomaly detector (An and Cho 2015): the KL weighs 1.
 *
 * <p>Scored by the squared error at the mean code, not by An and Cho's reconstruction probability.
 */
public final class VariationalAutoencoder extends NetworkDetector {

    /** For ServiceLoader. */
    public VariationalAutoencoder() {
        super(VaeCards.card(
                "vae",
                "VAE",
                "A VAE whose KL weighs 1.",
                "1",
                "Kingma and Welling, Auto-Encoding Variational Bayes, 2014; for anomalies An and Cho, Variational"
                        + " Autoencoder based Anomaly Detection using Reconstruction Probability, 2015",
                "Scored by the squared error at the mean code; with recon = sse the decoder's variance is fixed at 1/2.",
                NetworkParams.with()));
    }

    @Override
    protected LatentTerm latent(Params params) {
        return new GaussianCode();
    }

    @Override
    protected Schedule schedule(Params params) {
        return Schedule.constant(1);
    }
}
