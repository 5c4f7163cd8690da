package org.reconbench.vae;

import java.util.List;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.nn.train.NetworkScore;

/** What the cards of the family have in common. */
final class VaeCards {
    /** Beta, with the seed experiment's default. */
    static final ParamSpec BETA = ParamSpec.real("beta", 4, 0, 1e6, "weight of the KL term");

    /** Beta where the paper has none: 1 unless asked for. */
    static final ParamSpec UNIT_BETA = ParamSpec.real("beta", 1, 0, 1e6, "weight of the KL term");

    private VaeCards() {}

    /**
     * A card of the family.
     *
     * @param weight the KL's weight as the objective shows it
     */
    static DetectorCard card(
            String id,
            String title,
            String summary,
            String weight,
            String paper,
            String differs,
            List<ParamSpec> params) {
        return card(
                id,
                title,
                summary,
                "sum_d (x - xhat)^2 + " + weight
                        + " * KL(q(z|x) || N(0, I)), mean over the batch (recon = sse; mse: the"
                        + " first term / d; gaussian: 1/2 SSE / sigma^2 + d log sigma). Against the ELBO in nats, 1/2 SSE +"
                        + " KL, the KL effectively weighs " + weight + " / 2 (sse), " + weight + " * d / 2 (mse), "
                        + weight + " * sigma^2 (gaussian)",
                paper,
                differs,
                params,
                NetworkScore.VARIATIONAL);
    }

    /**
     * The first term of an objective with the shared reconstruction term.
     *
     * @param rest what is added to it
     */
    static String squaredErrorPlus(String rest) {
        return "sum_d (x - xhat)^2 + " + rest + ", mean over the batch (recon = sse; mse: the first term / d; gaussian:"
                + " 1/2 SSE / sigma^2 + d log sigma). ";
    }

    /**
     * A card of the family whose objective is not a squared error and a weighted KL.
     *
     * @param scores the scores it gives, the primary one first
     */
    static DetectorCard card(
            String id,
            String title,
            String summary,
            String objective,
            String paper,
            String differs,
            List<ParamSpec> params,
            List<ScoreCard> scores) {
        return new DetectorCard(id, Family.VAE, 1, title, summary, objective, paper, differs, params, scores);
    }
}
