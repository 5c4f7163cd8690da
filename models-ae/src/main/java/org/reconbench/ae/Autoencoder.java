package org.reconbench.ae;

import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.DeterministicCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.train.NetworkScore;

/** The plain autoencoder: a row that its bottleneck reconstructs badly is an anomaly (Sakurada and Yairi 2014). */
public final class Autoencoder extends NetworkDetector {
    private static final DetectorCard CARD = new DetectorCard(
            "ae",
            Family.AE,
            1,
            "AE",
            "Reconstructs each row through a narrow layer; large errors are anomalies.",
            "sum_d (x - xhat)^2, mean over the batch (recon = sse; mse: the same / d; gaussian: 1/2 SSE / sigma^2 + d log"
                    + " sigma)",
            "Sakurada and Yairi, Anomaly Detection Using Autoencoders with Nonlinear Dimensionality Reduction, 2014",
            "Two hidden layers on each side, ReLU and Adam.",
            NetworkParams.with(),
            NetworkScore.DETERMINISTIC);

    /** For ServiceLoader. */
    public Autoencoder() {
        super(CARD);
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new DeterministicCode());
    }
}
