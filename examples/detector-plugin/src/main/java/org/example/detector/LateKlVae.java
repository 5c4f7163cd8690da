package org.example.detector;

import java.util.List;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.train.NetworkScore;

/**
 * A VAE whose KL counts from a certain epoch on: nothing at first, then {@code beta} at once.
 *
 * <p>Differs from Bowman et al. (2016): the weight jumps where theirs climbs, and reaches beta instead of 1.
 */
public final class LateKlVae extends NetworkDetector {

    /** For ServiceLoader. */
    public LateKlVae() {
        super(new DetectorCard(
                "vae-late-kl",
                Family.VAE,
                1,
                "VAE, late KL",
                "A VAE whose KL counts nothing at first and beta from a certain epoch on.",
                "sum_d (x - xhat)^2 + beta(t) * KL(q(z|x) || N(0, I)), beta(t) = 0 before the start, beta from then on;"
                        + " against the ELBO in nats, 1/2 SSE + KL, the KL effectively weighs beta(t) / 2",
                "Bowman et al., Generating Sentences from a Continuous Space, 2016",
                "The weight jumps instead of climbing, and reaches beta instead of 1.",
                NetworkParams.with(
                        ParamSpec.real("beta", 1, 0, 1e6, "weight of the KL term once it counts"),
                        ParamSpec.real("start", 0.5, 0, 1, "share of the epochs before the KL counts")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode());
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(new Jump(params.real("beta"), params.real("start")));
    }

    /** Members of one cohort may differ in these: they enter the schedule alone. */
    @Override
    protected String[] perMember() {
        return new String[] {"beta", "start"};
    }

    /** Nothing before a share of the epochs, the target from then on. */
    private record Jump(double target, double start) implements Schedule {
        @Override
        public double weight(int epoch, int epochs) {
            return epoch < start * epochs ? 0 : target;
        }
    }
}
