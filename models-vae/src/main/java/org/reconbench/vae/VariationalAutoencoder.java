package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
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
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode());
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(1));
    }
}
