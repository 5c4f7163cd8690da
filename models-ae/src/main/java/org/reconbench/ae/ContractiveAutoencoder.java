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
 * The contractive autoencoder (Rifai et al. 2011): the code moves little when the row does.
 *
 * <p>Differs from the paper: the Jacobian's norm is estimated, not computed. With {@code v} of independent signs +-1, drawn
 * for each row and step, {@code E ||J^T v||^2 = ||J||_F^2}: unbiased, exact for one latent unit, at the cost of one pass
 * back through the encoder instead of one for each unit. The encoder is deep, of ReLUs and a linear code, and the weights
 * are not tied, so a small encoder can be made up for by a large decoder.
 *
 * <p>{@code L = mean over rows of sum_d (x - xhat)^2 + weight * ||J^T v||^2}, {@code J = d mu / d x}, {@code [latent, d]}.
 * At weight 0 it is the plain autoencoder.
 */
public final class ContractiveAutoencoder extends NetworkDetector {
    private static final String WEIGHT = "weight";

    /** The pass back through the encoder and its gradient, against the plain objective's 2. */
    private static final double WORK = 3;

    /** For ServiceLoader. */
    public ContractiveAutoencoder() {
        super(AeCards.card(
                "contractive-ae",
                "Contractive AE",
                "An autoencoder whose code moves little when the row does.",
                "sum_d (x - xhat)^2 + weight * ||J||_F^2, J = d mu / d x, mean over the batch",
                "Rifai et al., Contractive Auto-Encoders: Explicit Invariance During Feature Extraction, 2011",
                "||J||_F^2 is estimated without bias by ||J^T v||^2, v of random signs, one a row and step; deep ReLU encoder"
                        + " with a linear code; weights not tied.",
                NetworkParams.with(ParamSpec.real(WEIGHT, 0.01, 0, 1e6, "weight of the squared Jacobian"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        return Taped.of(
                        reconstruction,
                        Taped.CODE,
                        ScriptText.beside(ContractiveAutoencoder.class, "contractive.torchscript"))
                .drawing(1, 0)
                .costing(WORK);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real(WEIGHT)));
    }

    @Override
    protected String[] perMember() {
        return new String[] {WEIGHT};
    }
}
