package org.reconbench.ae;

import java.util.List;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.DeterministicCode;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.train.TrainedCohort;

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
            List.of(ScoreCard.RECON, TrainedCohort.LATENT_NORM));

    /** For ServiceLoader. */
    public Autoencoder() {
        super(CARD);
    }

    @Override
    protected LatentTerm latent(Params params) {
        return new DeterministicCode();
    }

    @Override
    protected Schedule schedule(Params params) {
        return Schedule.NONE;
    }
}
