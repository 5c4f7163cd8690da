package org.reconbench.evaluation.metrics;

import java.util.Arrays;

/** Quantiles by linear interpolation between order statistics: numpy's default, type 7 of Hyndman and Fan (1996). */
public final class Quantiles {
    private Quantiles() {}

    /**
     * One quantile; equal to {@code numpy.quantile(values, q)} to the bit.
     *
     * @param values at least one finite number, in any order; left as they are
     * @param q from 0 (least) to 1 (greatest)
     * @throws IllegalArgumentException if there is no value, one is not finite, or q is outside 0 to 1
     */
    public static double linear(double[] values, double q) {
        return linear(values, new double[] {q})[0];
    }

    /**
     * Several quantiles with one sort.
     *
     * @param values at least one finite number, in any order; left as they are
     * @param qs each from 0 to 1
     * @throws IllegalArgumentException if there is no value, one is not finite, or a q is outside 0 to 1
     */
    public static double[] linear(double[] values, double[] qs) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to take a quantile of");
        }
        Scores.checkFinite("value", values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] result = new double[qs.length];
        for (int i = 0; i < qs.length; i++) {
            result[i] = at(sorted, qs[i]);
        }
        return result;
    }

    private static double at(double[] sorted, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q = " + q + ": must be from 0 to 1");
        }
        double place = q * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double a = sorted[below];
        double b = sorted[Math.min(below + 1, sorted.length - 1)];
        double t = place - below;
        // numpy interpolates from the nearer side, so that the result is monotone in q.
        return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
    }
}
