package org.reconbench.evaluation.stats;

import java.util.Arrays;

/** Ranks of the non-zero differences among all absolute differences, and what follows from their signs. */
final class SignedRanks {
    private final int n;
    private final double[] ranks;
    private final double plus;
    private final double minus;

    private SignedRanks(int n, double[] ranks, double plus, double minus) {
        this.n = n;
        this.ranks = ranks;
        this.plus = plus;
        this.minus = minus;
    }

    static SignedRanks of(double[] differences) {
        Finite.checkSome("differences", differences);
        double[] all = Ranks.ascending(Arrays.stream(differences).map(Math::abs).toArray());
        double[] kept = new double[all.length];
        int m = 0;
        double plus = 0;
        double minus = 0;
        for (int i = 0; i < all.length; i++) {
            if (differences[i] != 0) {
                kept[m++] = all[i];
                plus += differences[i] > 0 ? all[i] : 0;
                minus += differences[i] < 0 ? all[i] : 0;
            }
        }
        return new SignedRanks(differences.length, Arrays.copyOf(kept, m), plus, minus);
    }

    int n() {
        return n;
    }

    int zeros() {
        return n - ranks.length;
    }

    double plus() {
        return plus;
    }

    double minus() {
        return minus;
    }

    /** Twice the ranks: whole numbers, as averaged ranks are multiples of one half. */
    int[] doubledRanks() {
        return Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
    }

    /** The sum of positive ranks, standardised; 0 if nothing differs. */
    double z() {
        double zeros = zeros();
        double all = n;
        double mean = (all * (all + 1) - zeros * (zeros + 1)) / 4;
        double sum = all * (all + 1) * (2 * all + 1) - zeros * (zeros + 1) * (2 * zeros + 1) - ties() / 2;
        return sum == 0 ? 0 : (plus - mean) / Math.sqrt(sum / 24);
    }

    /** {@code sum (t^3 - t)} over the sizes t of tie groups. */
    private double ties() {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double t = i - (double) start;
                sum += t * t * t - t;
                start = i;
            }
        }
        return sum;
    }
}
