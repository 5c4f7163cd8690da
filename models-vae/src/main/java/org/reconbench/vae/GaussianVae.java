package org.reconbench.vae;

import java.util.List;
import java.util.Locale;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.NetworkScore;

/**
 * The VAE whose decoder gives each feature a mean and a variance (An and Cho 2015), scored by the reconstruction
 * probability.
 *
 * <p>Differs from the paper: the variance is bounded, softly, as Chua et al. (2018) do, and the score is the negative
 * logarithm of the probability. The loss is {@code 1/2 sum_d ((x_d - xhat_d)^2 / sigma_d^2 + log sigma_d^2) + KL}, mean over
 * the batch; {@code log sigma_d^2} is a layer beside the output, fed by the decoder's last hidden layer.
 */
public final class GaussianVae extends NetworkDetector {
    private static final String SIGMA_MIN = "sigma.min";
    private static final List<ScoreCard> SCORES = List.of(
            NetworkScore.RECON_PROBABILITY.card(),
            NetworkScore.ELBO.card(),
            NetworkScore.RECON.card(),
            NetworkScore.RECON_MC.card(),
            NetworkScore.KL.card(),
            NetworkScore.LATENT_NORM.card(),
            NetworkScore.LATENT_MAHALANOBIS.card());

    /** For ServiceLoader. */
    public GaussianVae() {
        super(VaeCards.card(
                "gaussian-vae",
                "Gaussian VAE",
                "A VAE whose decoder gives each feature a mean and a variance; scored by the reconstruction probability.",
                "1/2 sum_d ((x - xhat)^2 / sigma_d(z)^2 + log sigma_d(z)^2) + KL(q(z|x) || N(0, I)), mean over the batch,"
                        + " sigma_d softly between sigma.min and 1000. This is an ELBO in nats; against that of unit"
                        + " variance, 1/2 SSE + KL, the KL effectively weighs sigma_d(z)^2, about the mean squared error",
                "An and Cho, Variational Autoencoder based Anomaly Detection using Reconstruction Probability, 2015",
                "The variance is bounded (as in Chua et al. 2018); the score is the negative logarithm of the probability,"
                        + " over 16 draws.",
                NetworkParams.withOwnReconstruction(ParamSpec.real(
                        SIGMA_MIN, 0.01, 1e-6, 100, "least standard deviation of a feature, in scaled units")),
                SCORES));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        String least = String.format(Locale.ROOT, "%.12f", 2 * Math.log(params.real(SIGMA_MIN)));
        String script =
                ScriptText.beside(GaussianVae.class, "gaussian-vae.torchscript").replace("LEAST_LOG_VARIANCE", least);
        return Taped.of(reconstruction, Taped.GAUSSIAN, script)
                .drawing(1, 0)
                .beside((features, hidden, latent) ->
                        List.of(new LayerShape("output.logvar", hidden.isEmpty() ? latent : hidden.get(0), features)))
                .varying(Taped.Spread.OUTPUT);
    }

    @Override
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.constant(1));
    }
}
