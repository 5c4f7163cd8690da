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
 * The beta-TC-VAE (Chen et al. 2018): of the KL only the total correlation of the code's units weighs beta.
 *
 * <p>Differs from the paper: with {@code KL = MI + TC + dimension-wise KL} at weights 1, beta, 1, the loss is
 * {@code recon + KL + (beta - 1) TC} with the KL in closed form, as in Locatello et al. (2019), so that beta = 1 is a plain
 * VAE; and in the minibatch-weighted estimate
 * {@code TC = mean_i [log 1/B sum_m q(z_i|x_m) - sum_j log 1/B sum_m q(z_ij|x_m)]} the batch's size B stands for that times
 * the number of rows, a constant without a gradient. Its memory grows with the square of the batch.
 */
public final class BetaTcVae extends NetworkDetector {
    /** Arrays of [K, latent, B, B] that a step keeps, by time and memory measured. */
    private static final double DEPTH = 5;

    /** For ServiceLoader. */
    public BetaTcVae() {
        super(VaeCards.card(
                "beta-tc-vae",
                "beta-TC-VAE",
                "A VAE whose units pay beta for depending on each other.",
                VaeCards.squaredErrorPlus("KL(q(z|x) || N(0, I)) + (beta - 1) * TC, TC = KL(q(z) || prod_j q(z_j))")
                        + "Against the ELBO in nats, 1/2 SSE + KL, the KL effectively weighs 1 / 2 (sse), d / 2 (mse),"
                        + " sigma^2 (gaussian), but the total correlation within it beta times that",
                "Chen et al., Isolating Sources of Disentanglement in Variational Autoencoders, 2018",
                "The KL is in closed form and beta - 1 weighs the total correlation (Locatello et al. 2019), estimated over"
                        + " the batch without the constants of the number of rows.",
                NetworkParams.with(
                        ParamSpec.real("beta", 6, 0, 1e6, "weight of the total correlation; 1: a plain VAE")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(reconstruction, Taped.GAUSSIAN, ScriptText.beside(BetaTcVae.class, "beta-tc-vae.torchscript"))
                .drawing(1, 0)
                .notWeighingKl()
                .costing(PairwiseCost.of(params, params.integer("batch"), DEPTH * params.integer("latent")));
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real("beta")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"beta"};
    }
}
