package org.reconbench.vae;

import java.util.List;
import java.util.Locale;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.objective.Warmup;

/** The beta-VAE with KL warm-up (Bowman et al. 2016): the KL's weight climbs from 0 to beta. */
public final class BetaVaeWarmup extends NetworkDetector {

    /** For ServiceLoader. */
    public BetaVaeWarmup() {
        super(VaeCards.card(
                "beta-vae-warmup",
                "beta-VAE + warm-up",
                "A VAE whose KL's weight climbs from 0 to beta over the first part of the training.",
                "beta(t)",
                "Bowman et al., Generating Sentences from a Continuous Space, 2016; Higgins et al. 2017 for beta",
                "The weight changes by epoch, not by step, and climbs to beta instead of 1.",
                NetworkParams.with(
                        VaeCards.BETA,
                        ParamSpec.choice(
                                "warmup.schedule",
                                "linear",
                                List.of("constant", "linear", "sigmoid", "cosine"),
                                "how the weight climbs; constant: not at all"),
                        ParamSpec.real("warmup.fraction", 0.5, 0, 1, "share of the epochs that the climb takes"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode());
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(new Warmup(
                params.real("beta"),
                Warmup.Shape.valueOf(params.text("warmup.schedule").toUpperCase(Locale.ROOT)),
                params.real("warmup.fraction")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"beta", "warmup.schedule", "warmup.fraction"};
    }
}
