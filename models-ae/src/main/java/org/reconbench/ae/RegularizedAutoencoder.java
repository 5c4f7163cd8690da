package org.reconbench.ae;

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

/**
 * The regularised autoencoder with L2 penalties (Ghosh et al. 2020, RAE-L2): a deterministic VAE.
 *
 * <p>Differs from the paper: no density is fitted to the codes afterwards, as nothing is generated; dense layers without
 * batch normalisation; biases of the decoder are not penalised.
 *
 * <p>{@code L = mean over rows of sum_d (x - xhat)^2 + weight.code * 1/2 ||mu||^2, + weight.decoder * ||W||^2}, W the
 * weights of all decoder layers. At both weights 0 it is the plain autoencoder. The curve's penalty is the weighed sum.
 */
public final class RegularizedAutoencoder extends NetworkDetector {
    private static final String CODE = "weight.code";
    private static final String DECODER = "weight.decoder";

    /** For ServiceLoader. */
    public RegularizedAutoencoder() {
        super(AeCards.card(
                "rae-l2",
                "RAE-L2",
                "An autoencoder with short codes and small decoder weights: a VAE without noise.",
                "sum_d (x - xhat)^2 + weight.code * 1/2 ||mu||^2, mean over the batch, + weight.decoder * ||W||^2, W the"
                        + " decoder's weights",
                "Ghosh et al., From Variational to Deterministic Autoencoders, 2020",
                "No density over the codes, as nothing is generated; no batch normalisation; biases not penalised.",
                NetworkParams.with(
                        ParamSpec.real(CODE, 0.001, 0, 1e6, "weight of half the code's squared length"),
                        ParamSpec.real(DECODER, 0.0001, 0, 1e6, "weight of the decoder's squared weights"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(
                reconstruction, Taped.CODE, ScriptText.beside(RegularizedAutoencoder.class, "regularized.torchscript"));
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real(CODE)), Schedule.constant(params.real(DECODER)));
    }

    @Override
    protected String[] perMember() {
        return new String[] {CODE, DECODER};
    }
}
