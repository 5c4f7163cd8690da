package org.reconbench.ae;

import java.util.List;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.nn.train.NetworkScore;

/** What the cards of the family have in common. */
final class AeCards {
    private static final String KINDS =
            "recon = sse; mse: the squared error / d; gaussian: 1/2 SSE / sigma^2 + d log sigma";

    private AeCards() {}

    /**
     * A card of the family.
     *
     * @param objective what is added up and what is averaged; the kinds of reconstruction terms are added to it
     */
    static DetectorCard card(
            String id,
            String title,
            String summary,
            String objective,
            String paper,
            String differs,
            List<ParamSpec> params) {
        return new DetectorCard(
                id,
                Family.AE,
                1,
                title,
                summary,
                objective + " (" + KINDS + ")",
                paper,
                differs,
                params,
                NetworkScore.DETERMINISTIC);
    }
}
