package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.NetworkScore;

/**
 * The VAE with a VampPrior (Tomczak and Welling 2018): the prior is the mixture of the codes of P learned pseudo-inputs.
 *
 * <p>Differs from the paper: one level of codes, and the pseudo-inputs are weights passed through the output function,
 * started as any layer. The loss is {@code recon + log q(z|x) - log 1/P sum_p q(z|u_p)}, one draw z ~ q(z|x) for each row,
 * mean over the batch. Its scores leave out those that hold codes against N(0, I).
 */
public final class VampVae extends NetworkDetector {
    private static final String COMPONENTS = "pseudoinputs";
    private static final List<ScoreCard> SCORES = List.of(
            NetworkScore.RECON.card(),
            NetworkScore.RECON_MC.card(),
            NetworkScore.RECON_PROBABILITY.card(),
            NetworkScore.LATENT_NORM.card(),
            NetworkScore.LATENT_MAHALANOBIS.card());

    /** For ServiceLoader. */
    public VampVae() {
        super(VaeCards.card(
                "vamp-vae",
                "VAE + VampPrior",
                "A VAE whose prior is a mixture of the codes of learned pseudo-inputs.",
                VaeCards.squaredErrorPlus("KL(q(z|x) || 1/P sum_p q(z|u_p)), by one draw")
                        + "Against the ELBO in nats, 1/2 SSE + KL, the KL effectively weighs 1 / 2 (sse), d / 2 (mse),"
                        + " sigma^2 (gaussian)",
                "Tomczak and Welling, VAE with a VampPrior, 2018",
                "One level of codes; pseudo-inputs start as any layer's weights, not as rows; scores that hold a code against"
                        + " N(0, I) are not offered.",
                NetworkParams.with(ParamSpec.integer(
                        COMPONENTS, 32, 1, 10_000, "pseudo-inputs, components of the prior: the paper's K")),
                SCORES));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        int components = params.integer(COMPONENTS);
        return Taped.of(reconstruction, Taped.GAUSSIAN, ScriptText.beside(VampVae.class, "vamp-vae.torchscript"))
                .drawing(1, 0)
                .given((double) components)
                .beside((features, hidden, latent) -> List.of(new LayerShape("pseudo", components, features)))
                .costing(PairwiseCost.of(params, components, params.integer("latent") + 4));
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(1));
    }
}
