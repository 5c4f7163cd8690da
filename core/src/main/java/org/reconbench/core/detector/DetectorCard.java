package org.reconbench.core.detector;

import java.util.List;

/**
 * Who a detector is and what it can be asked.
 *
 * @param id kebab-case name that users write
 * @param family the family it belongs to
 * @param version counts changes that alter its numbers; part of a trial's identity
 * @param title what reports call it
 * @param summary one sentence
 * @param objective the function it minimises, as plain text; {@code "none"} for one that is not trained
 * @param paper author, title, year; {@code "none"} for a folk method
 * @param differs how it differs from the paper; empty when it does not
 * @param params every parameter it takes
 * @param scores the scores its fitted members give, the primary one first
 */
public record DetectorCard(
        String id,
        Family family,
        int version,
        String title,
        String summary,
        String objective,
        String paper,
        String differs,
        List<ParamSpec> params,
        List<ScoreCard> scores) {

    /** Checks that there is a score, and copies the lists. */
    public DetectorCard {
        params = List.copyOf(params);
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("detector '" + id + "' offers no score");
        }
    }

    /** The id of the primary score. */
    public String primaryScore() {
        return scores.get(0).id();
    }
}
