package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which sums {@code z_i + z_j} of a pseudo-difference 0 and the observed ones lie above {@code 2 rope}, below {@code -2 rope}, or on an
 * edge. Sorted once, so that the weight of a region costs {@code O(n)} for each posterior draw instead of {@code O(n^2)}. Not thread-safe.
 */
final class SumRegions {
    /** Places of the weights in the order of increasing z. */
    private final int[] order;
    /** For the i-th least z: the first place from which on a sum is at, or above, the upper edge. */
    private final int[] atUpper;

    private final int[] aboveUpper;
    /** For the i-th least z: the first place from which on a sum is no longer below, or at, the lower edge. */
    private final int[] atLower;

    private final int[] aboveLower;
    // Scratch, kept between posterior draws: there are many thousand.
    private final double[] sortedWeights;
    private final double[] before;
    private double above;
    private double below;

    private SumRegions(int[] order, double[] sorted, double rope) {
        this.order = order;
        this.atUpper = places(sorted, 2 * rope, false);
        this.aboveUpper = places(sorted, 2 * rope, true);
        this.atLower = places(sorted, -2 * rope, false);
        this.aboveLower = places(sorted, -2 * rope, true);
        this.sortedWeights = new double[sorted.length];
        this.before = new double[sorted.length + 1];
    }

    static SumRegions of(double[] differences, double rope) {
        double[] z = new double[differences.length + 1];
        System.arraycopy(differences, 0, z, 1, differences.length);
        int[] order = IntStream.range(0, z.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> z[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> z[i]).toArray();
        return new SumRegions(order, sorted, rope);
    }

    private static int[] places(double[] sorted, double edge, boolean beyond) {
        int[] places = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            int j = 0;
            while (j < sorted.length && (beyond ? sorted[i] + sorted[j] <= edge : sorted[i] + sorted[j] < edge)) {
                j++;
            }
            places[i] = j;
        }
        return places;
    }

    /** Takes posterior weights: what {@link #above} and {@link #below} then are about. */
    void weigh(double[] weights) {
        int n = order.length;
        for (int i = 0; i < n; i++) {
            sortedWeights[i] = weights[order[i]];
            before[i + 1] = before[i] + sortedWeights[i];
        }
        double over = 0;
        double under = 0;
        for (int i = 0; i < n; i++) {
            over += sortedWeights[i] * (before[n] - (before[atUpper[i]] + before[aboveUpper[i]]) / 2);
            under += sortedWeights[i] * (before[atLower[i]] + before[aboveLower[i]]) / 2;
        }
        above = over;
        below = under;
    }

    /** The weight of sums above the upper edge, those on it counted half. */
    double above() {
        return above;
    }

    /** The weight of sums below the lower edge, those on it counted half. */
    double below() {
        return below;
    }
}
