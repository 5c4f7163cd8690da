package org.reconbench.ae;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;

/**
 * An autoencoder for train rows that hold anomalies: rows with large errors pull little or not at all.
 *
 * <p>Differs from the paper that names it (Zhou and Paffenroth 2017): that one splits the data into a part that is
 * reconstructed and a sparse rest, in turns; here the loss itself is a robust one, of the kind of least trimmed squares
 * (Rousseeuw 1984) or of Huber (1964), batch by batch.
 *
 * <p>Trimmed: {@code L = mean of sum_d (x - xhat)^2} over the rows of the batch but its {@code floor(trim * rows)} of
 * largest error. Huber: {@code L = mean over rows of h(e)}, {@code e = ||x - xhat|| / sqrt(d)}, {@code h(e) = d e^2} up to
 * {@code e = delta} and {@code d (2 delta e - delta^2)} beyond. At trim 0, or for a delta that no error reaches, it is the
 * plain autoencoder.
 */
public final class RobustAutoencoder extends NetworkDetector {
    private static final String LOSS = "loss";
    private static final String TRIM = "trim";
    private static final String DELTA = "delta";

    /** For ServiceLoader. */
    public RobustAutoencoder() {
        super(AeCards.card(
                "robust-ae",
                "Robust AE",
                "An autoencoder in whose loss the rows of largest error count little or not at all.",
                "trimmed: sum_d (x - xhat)^2, mean over the batch without its share trim of largest errors; huber: d h(e), e"
                        + " = ||x - xhat|| / sqrt(d), h(e) = e^2 up to delta, 2 delta e - delta^2 beyond, mean over the"
                        + " batch",
                "Rousseeuw, Least Median of Squares Regression, 1984, and Huber, Robust Estimation of a Location Parameter,"
                        + " 1964; the aim is that of Zhou and Paffenroth, Anomaly Detection with Robust Deep Autoencoders,"
                        + " 2017",
                "A robust loss by batch; Zhou and Paffenroth split the data into a reconstructed and a sparse part instead.",
                NetworkParams.with(
                        ParamSpec.choice(
                                LOSS,
                                "trimmed",
                                List.of("trimmed", "huber"),
                                "how large errors are kept from counting"),
                        ParamSpec.real(TRIM, 0.1, 0, 0.9, "share of a batch's rows left out; of no meaning for huber"),
                        ParamSpec.real(
                                DELTA,
                                0.1,
                                1e-6,
                                1000,
                                "root mean squared error of a row, in units of the scaled rows, from which on it counts"
                                        + " linearly; of no meaning for trimmed"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        String loss = params.text(LOSS);
        String script = ScriptText.beside(RobustAutoencoder.class, "robust.torchscript")
                + ScriptText.beside(RobustAutoencoder.class, loss + "-loss.torchscript");
        return Taped.of(reconstruction, Taped.CODE, script).given(params.real(loss.equals("trimmed") ? TRIM : DELTA));
    }
}
