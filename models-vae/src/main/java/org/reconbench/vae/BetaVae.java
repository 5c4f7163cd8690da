package org.reconbench.vae;

import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.LatentTerm;
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
    protected LatentTerm latent(Params params) {
        return new GaussianCode();
    }

    @Override
    protected Schedule schedule(Params params) {
        return Schedule.constant(params.real("beta"));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"beta"};
    }
}
