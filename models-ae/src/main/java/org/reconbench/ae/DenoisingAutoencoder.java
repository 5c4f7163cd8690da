package org.reconbench.ae;

import java.util.List;
import org.reconbench.core.data.DataProfile;
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
 * The denoising autoencoder (Vincent et al. 2008): it reconstructs the clean row from a corrupted one.
 *
 * <p>Differs from the paper: the corrupted row is drawn afresh at each step; Gaussian noise is the later paper's (2010); the
 * code is a bottleneck, layers are trained together, and rows are scored uncorrupted.
 *
 * <p>{@code L = mean over rows of sum_d (x - xhat(c(x)))^2}. Gaussian: {@code c(x) = x + level * eps}, {@code eps ~ N(0,
 * I)}, the level in units of the scaled rows. Masking: each entry of {@code c(x)} is 0 with probability {@code level}, else
 * that of x. At level 0 it is the plain autoencoder.
 */
public final class DenoisingAutoencoder extends NetworkDetector {
    private static final String CORRUPTION = "corruption";
    private static final String LEVEL = "level";

    /** For ServiceLoader. */
    public DenoisingAutoencoder() {
        super(
                AeCards.card(
                        "denoising-ae",
                        "Denoising AE",
                        "Learns to reconstruct the clean row from a corrupted one.",
                        "sum_d (x - xhat)^2 with xhat from the corrupted row c(x), mean over the batch; gaussian: c(x) = x + level *"
                                + " N(0, I); masking: entries are 0 with probability level",
                        "Vincent et al., Extracting and Composing Robust Features with Denoising Autoencoders, 2008; Gaussian noise"
                                + " from Vincent et al., Stacked Denoising Autoencoders, 2010",
                        "Fresh noise at each step; layers trained together, not stacked; squared error; rows are scored uncorrupted.",
                        NetworkParams.with(
                                ParamSpec.choice(
                                        CORRUPTION,
                                        "gaussian",
                                        List.of("gaussian", "masking"),
                                        "how rows are corrupted in training"),
                                ParamSpec.real(
                                        LEVEL,
                                        0.1,
                                        0,
                                        10,
                                        "gaussian: standard deviation in units of the scaled rows; masking: probability, below 1"))));
    }

    @Override
    public void check(Params params, DataProfile profile) {
        super.check(params, profile);
        if (params.text(CORRUPTION).equals("masking") && params.real(LEVEL) >= 1) {
            throw new IllegalArgumentException("level = " + params.real(LEVEL)
                    + ": the probability of masking must be below 1, or no row is seen at all");
        }
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        String script = ScriptText.beside(DenoisingAutoencoder.class, "denoising.torchscript")
                + ScriptText.beside(DenoisingAutoencoder.class, params.text(CORRUPTION) + "-noise.torchscript");
        return Taped.of(reconstruction, Taped.CODE, script).drawing(0, 1);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(params.real(LEVEL)));
    }

    @Override
    protected String[] perMember() {
        return new String[] {LEVEL};
    }
}
