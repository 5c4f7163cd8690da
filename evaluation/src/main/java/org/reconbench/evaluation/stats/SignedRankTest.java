package org.reconbench.evaluation.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test of paired differences, zeros after Pratt, exact for up to {@value #EXACT_UP_TO} pairs.
 *
 * <p>The absolute differences are ranked, zeros included, ties averaged; the ranks of zeros are then dropped and
 * {@code W+} sums the ranks of the positive differences. Up to {@value #EXACT_UP_TO} pairs the distribution of {@code W+} is the
 * exact one over all signs of the non-zero differences <em>given their ranks</em>, so ties and zeros leave it exact (the
 * table of untied ranks does not). Beyond, the normal approximation with {@code z = (W+ - mean) / sd}, without continuity
 * correction: with n pairs, {@code n0} zeros and ties of size t among the others,
 *
 * <pre>
 * mean = (n (n + 1) - n0 (n0 + 1)) / 4
 * sd^2 = (n (n + 1)(2 n + 1) - n0 (n0 + 1)(2 n0 + 1) - sum (t^3 - t) / 2) / 24
 * </pre>
 *
 * <p>Two values count as tied only if they are equal to the bit, as in SciPy. Wilcoxon 1945; Pratt, Remarks on zeros and
 * ties in the Wilcoxon signed rank procedures, 1959. Differs from {@code wilcoxon} of SciPy 1.10, which leaves the exact
 * distribution as soon as there is a tie or a zero.
 *
 * @param n pairs, zeros included
 * @param zeros pairs without a difference
 * @param wPlus sum of the ranks of positive differences
 * @param wMinus sum of the ranks of negative differences
 * @param exact whether the probabilities are exact
 * @param p two-sided: twice the smaller one-sided probability, at most 1
 * @param pGreater of a {@code W+} this great or greater
 * @param pLess of a {@code W+} this small or smaller
 */
public record SignedRankTest(
        int n, int zeros, double wPlus, double wMinus, boolean exact, double p, double pGreater, double pLess) {

    /** The most pairs that are tested exactly. */
    public static final int EXACT_UP_TO = 50;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Tests differences; if all are 0 every probability is 1.
     *
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static SignedRankTest of(double... differences) {
        return differences.length <= EXACT_UP_TO ? exact(differences) : normal(differences);
    }

    static SignedRankTest exact(double... differences) {
        SignedRanks signed = SignedRanks.of(differences);
        // Averaged ranks are multiples of one half: doubled, they are whole numbers.
        int[] doubled = signed.doubledRanks();
        int total = Arrays.stream(doubled).sum();
        double[] chance = new double[total + 1];
        chance[0] = 1;
        int reached = 0;
        for (int rank : doubled) {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        int observed = (int) Math.round(2 * signed.plus());
        double greater = 0;
        double less = 0;
        for (int sum = 0; sum <= total; sum++) {
            greater += sum >= observed ? chance[sum] : 0;
            less += sum <= observed ? chance[sum] : 0;
        }
        return result(signed, true, Math.min(1, greater), Math.min(1, less));
    }

    static SignedRankTest normal(double... differences) {
        SignedRanks signed = SignedRanks.of(differences);
        double z = signed.z();
        return result(signed, false, NORMAL.survivalProbability(z), NORMAL.cumulativeProbability(z));
    }

    private static SignedRankTest result(SignedRanks signed, boolean exact, double greater, double less) {
        boolean none = signed.zeros() == signed.n();
        return new SignedRankTest(
                signed.n(),
                signed.zeros(),
                signed.plus(),
                signed.minus(),
                exact,
                none ? 1 : Math.min(1, 2 * Math.min(greater, less)),
                none ? 1 : greater,
                none ? 1 : less);
    }

    /** {@code (W+ - W-) / (W+ + W-)}: the matched-pairs rank-biserial correlation; see {@link EffectSize}. */
    public double rankBiserial() {
        double total = wPlus + wMinus;
        return total == 0 ? 0 : (wPlus - wMinus) / total;
    }

    /** The test of the same differences with their signs turned. */
    public SignedRankTest turned() {
        return new SignedRankTest(
                n,
                zeros,
                /* wPlus= */ wMinus,
                /* wMinus= */ wPlus,
                exact,
                p,
                /* pGreater= */ pLess,
                /* pLess= */ pGreater);
    }
}
