package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;

/** The beta-VAE (Higgins et al. 2017): the KL weighs beta throughout. */
public final class BetaVae extends NetworkDetector {

    /** For ServiceLoader. */
    public BetaVae() {
        super(VaeCards.card(
                "beta-vae",
                "beta-VAE",
                "A VAE whose KL weighs beta.",
                "beta",
                "Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework, 2017",
                "On rows of a table; beta below 1 is allowed.",
                NetworkParams.with(VaeCards.BETA)));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode());
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
