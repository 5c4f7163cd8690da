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
import org.reconbench.nn.objective.Warmup;
import org.reconbench.nn.train.NetworkScore;

/**
 * The VAE of a given capacity (Burgess et al. 2018): the KL is held at C(t) nats, which climbs from 0.
 *
 * <p>Differs from the paper: C changes by epoch, not by step, and gamma and the capacity suit tables, not pictures. The loss
 * is {@code recon + gamma * |KL - C(t)|}, KL the mean over the batch; {@code C(t) = capacity.max * min(1, epoch /
 * (capacity.fraction * epochs))}.
 */
public final class VaeCapacity extends NetworkDetector {

    /** For ServiceLoader. */
    public VaeCapacity() {
        super(VaeCards.card(
                "vae-capacity",
                "VAE of given capacity",
                "A VAE whose KL is held at a capacity that climbs from 0.",
                VaeCards.squaredErrorPlus("gamma * |KL(q(z|x) || N(0, I)) - C(t)|")
                        + "Against the ELBO in nats, 1/2 SSE + KL, there is no effective beta: the KL ends at"
                        + " capacity.max where gamma is large enough, whatever an ELBO would make of it",
                "Burgess et al., Understanding disentangling in beta-VAE, 2018",
                "C changes by epoch, not by step; gamma = 10 and 5 nats by default, not 1000 and 25.",
                NetworkParams.with(
                        ParamSpec.real("gamma", 10, 0, 1e6, "weight of the KL's distance from the capacity"),
                        ParamSpec.real("capacity.max", 5, 0, 1e6, "the capacity in nats after the climb"),
                        ParamSpec.real("capacity.fraction", 0.5, 0, 1, "share of the epochs that the climb takes")),
                NetworkScore.VARIATIONAL));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(
                        reconstruction,
                        Taped.GAUSSIAN,
                        ScriptText.beside(VaeCapacity.class, "vae-capacity.torchscript"))
                .drawing(1, 0)
                .notWeighingKl();
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(
                Schedule.constant(params.real("gamma")),
                new Warmup(params.real("capacity.max"), Warmup.Shape.LINEAR, params.real("capacity.fraction")));
    }

    @Override
    protected String[] perMember() {
        return new String[] {"gamma", "capacity.max", "capacity.fraction"};
    }
}
