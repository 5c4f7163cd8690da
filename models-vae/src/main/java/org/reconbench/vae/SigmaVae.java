package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.NetworkScore;

/**
 * The sigma-VAE (Rybkin et al. 2021): the decoder's variance is the mean squared error of the batch, the value at which the
 * likelihood is greatest, and no beta is left to choose.
 *
 * <p>Differs from the paper: rows of a table. The loss is {@code d (1/2 MSE / sigma^2 + log sigma) + KL}, MSE the mean over
 * the batch and the features, {@code log sigma = -6 + softplus(1/2 log MSE + 6)}: as in the paper's code bounded below,
 * softly, and with gradients through it.
 */
public final class SigmaVae extends NetworkDetector {
    private static final double LEAST_LOG_SIGMA = -6;

    /** For ServiceLoader. */
    public SigmaVae() {
        super(VaeCards.card(
                "sigma-vae",
                "sigma-VAE",
                "A VAE whose decoder has the variance of its errors, so that no beta is left to choose.",
                "1/2 sum_d (x - xhat)^2 / sigma^2 + d log sigma + KL(q(z|x) || N(0, I)), mean over the batch, sigma^2 the"
                        + " batch's mean squared error, log sigma softly above -6. This is an ELBO in nats; against that"
                        + " of unit variance, 1/2 SSE + KL, the KL effectively weighs sigma^2, as the data will have it",
                "Rybkin et al., Simple and Effective VAE Training with Calibrated Decoders, 2021",
                "On rows of a table; sampled scores take sigma^2 from the last epoch's errors.",
                NetworkParams.withOwnReconstruction(),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(reconstruction, Taped.GAUSSIAN, ScriptText.beside(SigmaVae.class, "sigma-vae.torchscript"))
                .drawing(1, 0)
                .given(LEAST_LOG_SIGMA)
                .varying(Taped.Spread.MEAN_SQUARED_ERROR);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(1));
    }
}
