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
 * The Wasserstein autoencoder with MMD (Tolstikhin et al. 2018): an autoencoder whose codes together are held to the prior
 * N(0, I).
 *
 * <p>Differs from the paper: one inverse multiquadratic kernel, not several of different scales as in its code. The loss is
 * {@code recon + lambda MMD^2} with {@code k(a, b) = C / (C + |a - b|^2)}, {@code C = 2 latent}, and for codes
 * {@code z_1 .. z_B} and as many draws p of the prior {@code MMD^2 = mean_(i != m) k(z_i, z_m) + mean_(i != m) k(p_i, p_m) -
 * 2 mean_(i, m) k(z_i, p_m)}, which may fall a little below 0. The code has no variance.
 */
public final class WaeMmd extends NetworkDetector {
    /** Arrays of [K, B, B] that a step keeps, by time and memory measured. */
    private static final double DEPTH = 4;

    /** For ServiceLoader. */
    public WaeMmd() {
        super(VaeCards.card(
                "wae-mmd",
                "WAE (MMD)",
                "An autoencoder whose codes together are held to a Gaussian.",
                VaeCards.squaredErrorPlus("lambda * MMD^2(codes, N(0, I)), kernel C / (C + |a - b|^2), C = 2 * latent")
                        + "It is no ELBO in nats: the code has no variance, there is no KL and no effective beta",
                "Tolstikhin et al., Wasserstein Auto-Encoders, 2018",
                "One kernel, not a sum of several scales.",
                NetworkParams.with(ParamSpec.real("lambda", 10, 0, 1e6, "weight of the MMD; 0: an autoencoder")),
                NetworkScore.DETERMINISTIC));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(reconstruction, Taped.CODE, ScriptText.beside(WaeMmd.class, "wae-mmd.torchscript"))
                .drawing(1, 0)
                .costing(PairwiseCost.of(params, params.integer("batch"), DEPTH));
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real("lambda")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"lambda"};
    }
}
