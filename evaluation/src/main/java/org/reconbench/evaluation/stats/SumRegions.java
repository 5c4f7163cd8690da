package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which sums {@code z_i + z_j} of a pseudo-difference 0 and the observed ones lie above {@code 2 rope}, below {@code -2 rope}, or on an
 * edge. Sorted once, so that the weight of a region costs {@code O(n)} for each posterior draw instead of {@code O(n^2)}.
 */
final class SumRegions {
    private static final int ABREAST = 512;

    /** Places of the weights in the order of increasing z. */
    private final int[] order;
    /** For the i-th least z: the first place from which on a sum is at, or above, the upper edge. */
    private final int[] atUpper;

    private final int[] aboveUpper;
    /** For the i-th least z: the first place from which on a sum is no longer below, or at, the lower edge. */
    private final int[] atLower;

    private final int[] aboveLower;

    private SumRegions(int[] order, double[] sorted, double rope) {
        this.order = order;
        this.atUpper = places(sorted, 2 * rope, false);
        this.aboveUpper = places(sorted, 2 * rope, true);
        this.atLower = places(sorted, -2 * rope, false);
        this.aboveLower = places(sorted, -2 * rope, true);
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

    /**
     * The weight of the sums above the upper edge and below the lower one, those on an edge counted half.
     *
     * <p>Draws are worked on side by side, {@value #ABREAST} at a time: their numbers stay in the cache, and the loops over them are
     * such as compilers turn into vector instructions. Each draw's arithmetic is in one order, whatever stands beside it.
     *
     * @param weights {@code [n + 1, draws]}, the first row that of the pseudo-difference
     * @return two arrays of a number a draw: above, below
     */
    double[][] masses(double[][] weights) {
        int draws = weights[0].length;
        double[] above = new double[draws];
        double[] below = new double[draws];
        double[][] before = new double[order.length + 1][Math.min(ABREAST, draws)];
        for (int from = 0; from < draws; from += ABREAST) {
            int count = Math.min(ABREAST, draws - from);
            accumulate(weights, from, count, before);
            for (int i = 0; i < order.length; i++) {
                add(weights[order[i]], from, count, before, i, above, below);
            }
        }
        return new double[][] {above, below};
    }

    /** Sums of the weights up to each place, in the order of increasing z. */
    private void accumulate(double[][] weights, int from, int count, double[][] before) {
        for (int i = 0; i < order.length; i++) {
            double[] weight = weights[order[i]];
            double[] sum = before[i];
            double[] next = before[i + 1];
            for (int s = 0; s < count; s++) {
                next[s] = sum[s] + weight[from + s];
            }
        }
    }

    /** Adds the sums of which the i-th least z is the first part. */
    private void add(double[] weight, int from, int count, double[][] before, int i, double[] above, double[] below) {
        double[] all = before[order.length];
        double[] upTo = before[atUpper[i]];
        double[] upBeyond = before[aboveUpper[i]];
        double[] lowTo = before[atLower[i]];
        double[] lowBeyond = before[aboveLower[i]];
        for (int s = 0; s < count; s++) {
            above[from + s] += weight[from + s] * (all[s] - (upTo[s] + upBeyond[s]) / 2);
            below[from + s] += weight[from + s] * (lowTo[s] + lowBeyond[s]) / 2;
        }
    }
}
