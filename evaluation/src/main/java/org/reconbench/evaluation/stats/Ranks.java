package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks with ties averaged. */
public final class Ranks {
    private Ranks() {}

    /**
     * The rank of each value, 1 for the least; equal values share the mean of their ranks. {@code -0.0} equals
     * {@code 0.0}. The ranks of n values sum to {@code n (n + 1) / 2}.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static double[] ascending(double... values) {
        Finite.check("value", values);
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i] + 0.0));
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    /** The rank of each value, 1 for the greatest; otherwise as {@link #ascending}. */
    public static double[] descending(double... values) {
        return ascending(Arrays.stream(values).map(value -> -value).toArray());
    }
}
