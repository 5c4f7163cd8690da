package org.reconbench.evaluation.comparison;

import java.util.Locale;
import org.reconbench.evaluation.stats.BayesianSignedRank;

/**
 * What a comparison of two configurations amounts to; the only words used for it. The first rule that fits decides, {@code p} being
 * Wilcoxon's signed-rank probability after Holm's adjustment, {@code p0} the same before it, {@code P} those of the Bayesian
 * signed-rank test:
 *
 * <ol>
 *   <li>{@link #NOT_ENOUGH_DATA}: fewer blocks than any significance at alpha needs, {@code 1 + ceil(log2(m / alpha))} for m comparisons;
 *   <li>{@link #PRACTICALLY_EQUIVALENT}: {@code P(equivalent) >= 0.95};
 *   <li>{@link #CLEARLY_BETTER}: {@code p <= alpha} and {@code P(better by more than the rope) >= 0.95};
 *   <li>{@link #PROBABLY_BETTER}: {@code P(better) >= 0.9} and {@code p0 <= alpha}, or {@code p <= alpha} and {@code P(better) >
 *       P(equivalent)};
 *   <li>{@link #NO_DETECTABLE_DIFFERENCE} otherwise: neither a difference that matters nor equivalence was shown.
 * </ol>
 *
 * <p>The Bayesian probabilities are not corrected for the number of comparisons, so they alone name no better side: the frequentist test
 * must at least find the pair's difference when it looks at nothing else.
 */
public enum Verdict {
    /** A difference that is significant and, almost certainly, greater than the rope. */
    CLEARLY_BETTER,
    /** A difference that likely is greater than the rope. */
    PROBABLY_BETTER,
    /** Almost certainly no difference greater than the rope. */
    PRACTICALLY_EQUIVALENT,
    /** Nothing shown either way. */
    NO_DETECTABLE_DIFFERENCE,
    /** Nothing could have been shown. */
    NOT_ENOUGH_DATA;

    static final double SURE = 0.95;
    static final double LIKELY = 0.9;

    /** The words to show: {@code clearly better}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether one side is better. */
    public boolean better() {
        return this == CLEARLY_BETTER || this == PROBABLY_BETTER;
    }

    /**
     * Applies the rules.
     *
     * @param blocks how many there are
     * @param needed the fewest with which anything can be significant
     * @param p Wilcoxon's, of this pair alone
     * @param adjustedP Wilcoxon's, after Holm
     * @param posterior over the same blocks
     * @param alpha level
     */
    static Verdict of(int blocks, int needed, double p, double adjustedP, BayesianSignedRank posterior, double alpha) {
        double better = Math.max(posterior.firstBetter(), posterior.secondBetter());
        boolean significant = adjustedP <= alpha;
        if (blocks < needed) {
            return NOT_ENOUGH_DATA;
        }
        if (posterior.equivalent() >= SURE) {
            return PRACTICALLY_EQUIVALENT;
        }
        if (significant && better >= SURE) {
            return CLEARLY_BETTER;
        }
        if ((better >= LIKELY && p <= alpha) || (significant && better > posterior.equivalent())) {
            return PROBABLY_BETTER;
        }
        return NO_DETECTABLE_DIFFERENCE;
    }
}
