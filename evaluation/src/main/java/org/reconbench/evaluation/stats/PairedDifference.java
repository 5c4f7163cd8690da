package org.reconbench.evaluation.stats;

import java.util.random.RandomGenerator;

/**
 * The mean difference {@code a - b} of paired values, such as one metric of two detectors over the same seeds, with a
 * percentile-bootstrap interval over the pairs.
 *
 * <p>The interval treats the pairs as independent draws. With few pairs it is too narrow; {@link #conclusive()} therefore
 * asks for {@value #MIN_PAIRS} of them.
 *
 * @param n number of pairs
 * @param mean of the differences
 * @param interval of the mean
 */
public record PairedDifference(int n, double mean, Interval interval) {
    /**
     * The fewest pairs that can show a difference at the 5 % level: with 5, even differences all of one sign have a
     * two-sided sign-test probability of 1/16; with 6, 1/32.
     */
    public static final int MIN_PAIRS = 6;

    /**
     * Computes the difference.
     *
     * @param a finite values
     * @param b as many, in the same order
     * @param level of the interval, 0.95 say
     * @param replicates number of resamples, 10000 say
     * @param random where resamples are drawn from; the same generator state gives the same interval
     * @throws IllegalArgumentException if there is no pair, the lengths differ, or a value is not finite
     */
    public static PairedDifference of(double[] a, double[] b, double level, int replicates, RandomGenerator random) {
        return of(a, b, level, Bootstrap.indices(Math.max(1, a.length), replicates, random));
    }

    static PairedDifference of(double[] a, double[] b, double level, int[][] indices) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException("paired difference of " + a.length + " values with " + b.length);
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        double[] replicates = Bootstrap.replicates(differences, indices, Sample::mean);
        return new PairedDifference(a.length, Sample.mean(differences), Bootstrap.percentile(replicates, level));
    }

    /** Whether there are enough pairs and the interval leaves out 0. */
    public boolean conclusive() {
        return n >= MIN_PAIRS && !interval.contains(0);
    }
}
