package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;

/**
 * The beta-VAE with cyclical annealing (Fu et al. 2019): the KL's weight climbs from 0 to beta M times over, see
 * {@link Cyclical}.
 *
 * <p>Differs from the paper: the weight changes by epoch, climbs to beta instead of 1, and is beta in the last epoch.
 */
public final class VaeCyclical extends NetworkDetector {

    /** For ServiceLoader. */
    public VaeCyclical() {
        super(VaeCards.card(
                "vae-cyclical",
                "VAE + cyclical annealing",
                "A VAE whose KL's weight climbs from 0 to beta several times over.",
                "beta(t)",
                "Fu et al., Cyclical Annealing Schedule: A Simple Approach to Mitigating KL Vanishing, 2019",
                "The weight changes by epoch, not by step, climbs to beta instead of 1, and is beta in the last epoch.",
                NetworkParams.with(
                        VaeCards.BETA,
                        ParamSpec.integer("cycles", 4, 1, 1_000_000, "how often the weight climbs: the paper's M"),
                        ParamSpec.real(
                                "ramp", 0.5, 0, 1, "share of a cycle that the climb takes: the paper's R; 0: none"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode());
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(new Cyclical(params.real("beta"), params.integer("cycles"), params.real("ramp")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"beta", "cycles", "ramp"};
    }
}
