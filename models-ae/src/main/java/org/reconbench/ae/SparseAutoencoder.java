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
 * The sparse autoencoder: codes of which few units are far from 0, or are on.
 *
 * <p>Differs from the papers: the code is the bottleneck, not an overcomplete layer; the mean activation is the batch's, not
 * that of all rows. With L1 the code's units are linear. With KL the decoder gets {@code sigmoid(mu)}; latent scores read
 * {@code mu}.
 *
 * <p>{@code L = mean over rows of sum_d (x - xhat)^2 + weight * penalty}; L1: {@code penalty = mean over rows of sum_j
 * |mu_j|}; KL (Ng 2011): {@code penalty = sum_j rho log(rho / r_j) + (1 - rho) log((1 - rho) / (1 - r_j))}, {@code r_j} the
 * mean over rows of {@code sigmoid(mu_j)}. With L1 and weight 0 it is the plain autoencoder.
 */
public final class SparseAutoencoder extends NetworkDetector {
    private static final String PENALTY = "penalty";
    private static final String WEIGHT = "weight";
    private static final String RHO = "rho";

    /** For ServiceLoader. */
    public SparseAutoencoder() {
        super(AeCards.card(
                "sparse-ae",
                "Sparse AE",
                "An autoencoder of whose code few units are far from 0, or are on.",
                "sum_d (x - xhat)^2 + weight * penalty, mean over the batch; l1: sum_j |mu_j|; kl: sum_j KL(rho || r_j), r_j"
                        + " the mean over the batch of sigmoid(mu_j)",
                "Ng, Sparse Autoencoder, CS294A lecture notes, 2011; L1 after Ranzato et al., Efficient Learning of Sparse"
                        + " Representations with an Energy-Based Model, 2006",
                "The code is the bottleneck, linear with l1 and sigmoid(mu) with kl; mean activations are a batch's; latent"
                        + " scores read mu.",
                NetworkParams.with(
                        ParamSpec.choice(
                                PENALTY,
                                "l1",
                                List.of("l1", "kl"),
                                "l1: absolute codes; kl: mean activations against rho"),
                        ParamSpec.real(WEIGHT, 0.01, 0, 1e6, "weight of the penalty"),
                        ParamSpec.real(RHO, 0.05, 0.001, 0.999, "mean activation aimed at; of no meaning for l1"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        String script = ScriptText.beside(SparseAutoencoder.class, "sparse.torchscript")
                + ScriptText.beside(SparseAutoencoder.class, params.text(PENALTY) + "-sparsity.torchscript");
        double rho = params.real(RHO);
        return Taped.of(reconstruction, Taped.CODE, script)
                .given(rho, rho * Math.log(rho) + (1 - rho) * Math.log(1 - rho));
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
