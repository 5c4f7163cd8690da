package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.data.DataProfile;
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
 * The InfoVAE (Zhao et al. 2019): less KL of each row's code, and instead the codes together are held to the prior by their
 * maximum mean discrepancy (MMD).
 *
 * <p>Differs from the paper: the prior's part of the MMD is in closed form, not by draws, and pairs of a code with itself
 * are left out. The loss is {@code recon + (1 - alpha) KL + (alpha + lambda - 1) MMD^2}, with the kernel
 * {@code k(a, b) = exp(-|a - b|^2 / (2 s))}, {@code s = latent}, for codes {@code z_1 .. z_B}:
 * {@code MMD^2 = mean_(i != m) k(z_i, z_m) - 2 mean_i (s/(s+1))^(latent/2) exp(-|z_i|^2 / (2 s + 2)) + (s/(s+2))^(latent/2)}.
 */
public final class InfoVae extends NetworkDetector {
    /** Arrays of [K, B, B] that a step keeps, by time and memory measured. */
    private static final double DEPTH = 2.5;

    /** For ServiceLoader. */
    public InfoVae() {
        super(VaeCards.card(
                "info-vae",
                "InfoVAE (MMD)",
                "A VAE whose codes are held to the prior together more than row by row.",
                VaeCards.squaredErrorPlus(
                                "(1 - alpha) * KL(q(z|x) || N(0, I)) + (alpha + lambda - 1) * MMD^2(q(z), N(0, I))")
                        + "Against the ELBO in nats, 1/2 SSE + KL, the KL effectively weighs (1 - alpha) / 2 (sse),"
                        + " (1 - alpha) * d / 2 (mse), (1 - alpha) * sigma^2 (gaussian)",
                "Zhao et al., InfoVAE: Balancing Learning and Inference in Variational Autoencoders, 2019",
                "The prior's part of the MMD is in closed form, pairs of a code with itself are left out, and the Gaussian"
                        + " kernel has the variance latent.",
                NetworkParams.with(
                        ParamSpec.real(
                                "alpha", 0.5, -1e6, 1, "1 - alpha weighs the KL; with lambda = 1 and alpha = 0: a VAE"),
                        ParamSpec.real(
                                "lambda", 10, 0, 1e6, "alpha + lambda - 1 weighs the MMD; no less than 1 - alpha")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    public void check(Params params, DataProfile profile) {
        super.check(params, profile);
        double alpha = params.real("alpha");
        double lambda = params.real("lambda");
        if (alpha + lambda - 1 < 0) {
            throw new IllegalArgumentException("lambda = " + lambda + ": must be 1 - alpha = " + (1 - alpha)
                    + " or more, as alpha + lambda - 1 weighs the MMD");
        }
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(reconstruction, Taped.GAUSSIAN, ScriptText.beside(InfoVae.class, "info-vae.torchscript"))
                .drawing(1, 0)
                .costing(PairwiseCost.of(params, params.integer("batch"), DEPTH));
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        double alpha = params.real("alpha");
        return List.of(Schedule.constant(1 - alpha), Schedule.constant(alpha + params.real("lambda") - 1));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"alpha", "lambda"};
    }
}
