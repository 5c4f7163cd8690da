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
 * The VAE with free bits (Kingma et al. 2016): the first lambda nats of each unit cost nothing, so that no unit gains by
 * saying less.
 *
 * <p>Differs from the paper: a group is one latent unit; and there is beta, 1 unless asked for. The loss is
 * {@code recon + beta * sum_j max(lambda, mean_batch KL_j)}, {@code KL_j = -1/2 (1 + logvar_j - mu_j^2 - exp(logvar_j))}.
 */
public final class VaeFreeBits extends NetworkDetector {

    /** For ServiceLoader. */
    public VaeFreeBits() {
        super(VaeCards.card(
                "vae-free-bits",
                "VAE + free bits",
                "A VAE whose units may each say lambda nats for free.",
                VaeCards.squaredErrorPlus("beta * sum_j max(lambda, mean of KL_j(q(z_j|x) || N(0, 1)))")
                        + "Against the ELBO in nats, 1/2 SSE + KL, a unit's KL above lambda effectively weighs beta / 2"
                        + " (sse), beta * d / 2 (mse), beta * sigma^2 (gaussian), and below lambda nothing",
                "Kingma et al., Improving Variational Inference with Inverse Autoregressive Flow, 2016",
                "Each latent unit is a group of its own; the KL weighs beta, 1 by default as in the paper.",
                NetworkParams.with(
                        VaeCards.UNIT_BETA,
                        ParamSpec.real("lambda", 0.25, 0, 1e6, "nats a unit that cost nothing; 0: a plain beta-VAE")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(
                        reconstruction,
                        Taped.GAUSSIAN,
                        ScriptText.beside(VaeFreeBits.class, "vae-free-bits.torchscript"))
                .drawing(1, 0);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real("beta")), Schedule.constant(params.real("lambda")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"beta", "lambda"};
    }
}
