package org.reconbench.evaluation.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The mean over data sets of means over seeds, with a percentile interval that resamples both: data sets, then the seeds
 * inside each one drawn.
 *
 * <p>The interval answers for data sets like these and runs like these; resampling seeds alone would answer for these very data sets.
 * Davison and Hinkley, Bootstrap methods and their application, 1997, section 3.8, with replacement at both levels: a little too wide
 * where seeds differ more than data sets, and too narrow with few data sets, as any percentile interval.
 *
 * @param blocks how many data sets
 * @param mean of the blocks' means
 * @param interval of that mean
 */
public record TwoLevelBootstrap(int blocks, double mean, Interval interval) {

    /**
     * Resamples.
     *
     * @param values {@code [block][seed]}: at least one block, each with at least one value; blocks may differ in length
     * @param level of the interval, 0.95 say
     * @param replicates number of resamples, 10000 say
     * @param random the same generator state gives the same interval
     * @throws IllegalArgumentException if a block is missing or empty, a value is not finite, or a number is out of its range
     */
    public static TwoLevelBootstrap of(double[][] values, double level, int replicates, RandomGenerator random) {
        int[] seeds = Arrays.stream(values).mapToInt(block -> block.length).toArray();
        return of(values, level, weights(seeds, replicates, random));
    }

    /**
     * The weight of each value in each resample, which several bootstraps over values of one shape may share: {@code [replicates, values]},
     * block after block, each row summing to 1.
     *
     * @param seeds how many values each block has: at least one block, of at least one value each
     * @param replicates number of resamples
     * @throws IllegalArgumentException if a block is missing or empty, or there are no replicates
     */
    public static double[][] weights(int[] seeds, int replicates, RandomGenerator random) {
        if (seeds.length == 0 || replicates < 1) {
            throw new IllegalArgumentException(
                    "blocks = " + seeds.length + ", replicates = " + replicates + ": both must be at least 1");
        }
        int[] starts = new int[seeds.length + 1];
        for (int b = 0; b < seeds.length; b++) {
            if (seeds[b] < 1) {
                throw new IllegalArgumentException("no values in block " + b);
            }
            starts[b + 1] = starts[b] + seeds[b];
        }
        double[][] weights = new double[replicates][starts[seeds.length]];
        for (double[] row : weights) {
            for (int i = 0; i < seeds.length; i++) {
                int block = random.nextInt(seeds.length);
                for (int s = 0; s < seeds[block]; s++) {
                    row[starts[block] + random.nextInt(seeds[block])] += 1.0 / seeds[block] / seeds.length;
                }
            }
        }
        return weights;
    }

    /**
     * The bootstrap with given weights, of {@link #weights}.
     *
     * @throws IllegalArgumentException if a value is not finite, the level is out of its range, or the weights do not fit
     */
    public static TwoLevelBootstrap of(double[][] values, double level, double[][] weights) {
        double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        Finite.checkSome("values", flat);
        if (weights.length == 0 || weights[0].length != flat.length) {
            throw new IllegalArgumentException("bootstrap weights do not fit " + flat.length + " values");
        }
        double[] drawn = new double[weights.length];
        for (int r = 0; r < drawn.length; r++) {
            double sum = 0;
            for (int i = 0; i < flat.length; i++) {
                sum += weights[r][i] * flat[i];
            }
            drawn[r] = sum;
        }
        double[] means = Arrays.stream(values).mapToDouble(Sample::mean).toArray();
        return new TwoLevelBootstrap(values.length, Sample.mean(means), Bootstrap.percentile(drawn, level));
    }
}
