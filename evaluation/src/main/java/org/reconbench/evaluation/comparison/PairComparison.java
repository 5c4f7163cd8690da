package org.reconbench.evaluation.comparison;

import java.util.Optional;
import org.reconbench.evaluation.stats.BayesianSignedRank;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.stats.SignedRankTest;
import org.reconbench.evaluation.stats.WinTieLoss;

/**
 * Two configurations compared over blocks. Differences are first less second, the sign turned where less is better: positive speaks for
 * the first.
 *
 * @param first label
 * @param second label
 * @param blocks how many there are
 * @param difference mean over the blocks
 * @param interval of that mean, by the two-level bootstrap: blocks, then seeds inside
 * @param test Wilcoxon's signed-rank test of the blocks' differences; its {@code rankBiserial()} is the effect size
 * @param adjustedP its two-sided probability after Holm over all comparisons made together
 * @param posterior the Bayesian signed-rank test with the rope
 * @param winTieLoss of the first, within the rope being a tie
 * @param verdict what it amounts to
 * @param imputed in how many blocks a value of either side is a chance level
 * @param verdictWithoutImputed the verdict when those blocks are dropped; the same if there are none
 */
public record PairComparison(
        String first,
        String second,
        int blocks,
        double difference,
        Interval interval,
        SignedRankTest test,
        double adjustedP,
        BayesianSignedRank posterior,
        WinTieLoss winTieLoss,
        Verdict verdict,
        int imputed,
        Verdict verdictWithoutImputed) {

    /** The label of the better side; empty unless the verdict names one. */
    public Optional<String> better() {
        if (!verdict.better()) {
            return Optional.empty();
        }
        return Optional.of(posterior.firstBetter() >= posterior.secondBetter() ? first : second);
    }

    /** The same comparison told from the other side. */
    public PairComparison turned() {
        return new PairComparison(
                /* first= */ second,
                /* second= */ first,
                blocks,
                -difference,
                new Interval(-interval.upper(), -interval.lower(), interval.level()),
                test.turned(),
                adjustedP,
                posterior.turned(),
                winTieLoss.turned(),
                verdict,
                imputed,
                verdictWithoutImputed);
    }
}
