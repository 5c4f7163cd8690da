package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down adjustment of several p-values, and how many blocks it takes to pass it. */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values in the given order: with the p sorted, {@code max over j <= i of (m - j + 1) p_j}, at most 1. A
     * hypothesis is rejected at level alpha if its adjusted p is at most alpha; the chance of any false rejection is then
     * at most alpha, whatever the dependence. Holm, A simple sequentially rejective multiple test procedure, 1979.
     *
     * @throws IllegalArgumentException if a p is not from 0 to 1
     */
    public static double[] adjust(double... p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p = " + value + ": must be from 0 to 1");
            }
        }
        Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        double[] adjusted = new double[p.length];
        double greatest = 0;
        for (int i = 0; i < order.length; i++) {
            greatest = Math.max(greatest, (p.length - i) * p[order[i]]);
            adjusted[order[i]] = Math.min(1, greatest);
        }
        return adjusted;
    }

    /**
     * The fewest blocks with which a signed-rank test among so many comparisons can be significant at all.
     *
     * <p>With n blocks the smallest two-sided probability is {@code 2^(1 - n)}, that of differences all of one sign; the
     * smallest of m is held against {@code alpha / m}. Hence {@code n = 1 + ceil(log2(m / alpha))}: 6 for one comparison
     * at .05, and for all pairs of 4, 6, 8, 12 configurations 8, 10, 11, 12.
     *
     * @param comparisons how many hypotheses are tested together, at least 1
     * @param alpha level, between 0 and 1
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static int minimumBlocks(int comparisons, double alpha) {
        if (comparisons < 1) {
            throw new IllegalArgumentException("comparisons = " + comparisons + ": must be at least 1");
        }
        Finite.checkShare("alpha", alpha);
        int n = 1;
        while (comparisons * Math.scalb(1.0, 1 - n) > alpha) {
            n++;
        }
        return n;
    }

    /** The number of pairs among k, {@code k (k - 1) / 2}. */
    public static int pairs(int k) {
        if (k < 2) {
            throw new IllegalArgumentException("k = " + k + ": a comparison needs at least 2");
        }
        return Math.multiplyExact(k, k - 1) / 2;
    }
}
