package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;
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
 * The importance weighted autoencoder (Burda et al. 2016): a bound on log p(x) from k draws of the code, the tighter the more.
 *
 * <p>Differs from the paper: one stochastic layer; scored as the others of the family, with the ELBO for a bound. The loss is
 * {@code -log 1/k sum_i w_i}, {@code log w_i = -recon(x, z_i) + log N(z_i; 0, I) - log q(z_i|x)}, mean over the batch. With
 * k = 1 its mean is that of a VAE, whose KL is however in closed form.
 */
public final class ImportanceWeightedAutoencoder extends NetworkDetector {
    private static final String SAMPLES = "k";

    /** For ServiceLoader. */
    public ImportanceWeightedAutoencoder() {
        super(VaeCards.card(
                "iwae",
                "IWAE",
                "A VAE trained on a tighter bound, from k draws of the code.",
                "-log 1/k sum_i exp(-recon(x, z_i) + log N(z_i; 0, I) - log q(z_i|x)), z_i ~ q(z|x), mean over the batch;"
                        + " recon(x, z) = sum_d (x - xhat)^2 (sse), that / d (mse), 1/2 SSE / sigma^2 + d log sigma"
                        + " (gaussian). At k = 1 this is recon + KL: against the ELBO in nats, 1/2 SSE + KL, the KL"
                        + " effectively weighs 1 / 2 (sse), d / 2 (mse), sigma^2 (gaussian)",
                "Burda et al., Importance Weighted Autoencoders, 2016",
                "One stochastic layer; the scores are the family's, the elbo score with one bound for all k.",
                NetworkParams.with(ParamSpec.integer(
                        SAMPLES, 5, 1, 10_000, "draws of the code for each row; 1: a VAE with a sampled KL")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        int samples = params.integer(SAMPLES);
        return Taped.of(
                        reconstruction,
                        Taped.GAUSSIAN,
                        ScriptText.beside(ImportanceWeightedAutoencoder.class, "iwae.torchscript"))
                .drawing(samples, 0)
                .given((double) samples)
                .costing(1.2 + 0.55 * samples);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(1));
    }
}
