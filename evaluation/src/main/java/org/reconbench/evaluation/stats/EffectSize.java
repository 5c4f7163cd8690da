package org.reconbench.evaluation.stats;

import java.util.Arrays;

/** Sizes of an effect from -1 to 1 that depend on order alone; 0 is none, the sign that of the first side's lead. */
public final class EffectSize {
    private EffectSize() {}

    /**
     * The matched-pairs rank-biserial correlation {@code (W+ - W-) / (W+ + W-)} with Wilcoxon's rank sums, zeros after Pratt:
     * how much of the evidence, by rank, favours the first side. 0 if no pair differs. Kerby, The simple difference
     * formula, 2014.
     *
     * @throws IllegalArgumentException if there is no difference or one is not finite
     */
    public static double rankBiserial(double... differences) {
        return SignedRankTest.normal(differences).rankBiserial();
    }

    /**
     * Cliff's delta of unpaired values: {@code (#(a > b) - #(a < b)) / (|a| |b|)} over all pairs, {@code 2 AUC - 1}.
     * Cliff, Dominance statistics, 1993. {@code O((n + m) log(n + m))}.
     *
     * @throws IllegalArgumentException if a side is empty or a value is not finite
     */
    public static double cliffsDelta(double[] a, double[] b) {
        Finite.checkSome("first values", a);
        Finite.checkSome("second values", b);
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        double[] ranks = Ranks.ascending(both);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ranks[i];
        }
        double wins = sum - a.length * (a.length + 1.0) / 2;
        return 2 * wins / ((double) a.length * b.length) - 1;
    }
}
