package org.reconbench.evaluation.stats;

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
        if (values.length == 0 || replicates < 1) {
            throw new IllegalArgumentException(
                    "blocks = " + values.length + ", replicates = " + replicates + ": both must be at least 1");
        }
        double[] means = new double[values.length];
        for (int b = 0; b < values.length; b++) {
            Finite.checkSome("values in block " + b, values[b]);
            means[b] = Sample.mean(values[b]);
        }
        double[] drawn = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double[] block = values[random.nextInt(values.length)];
                double inner = 0;
                for (int s = 0; s < block.length; s++) {
                    inner += block[random.nextInt(block.length)];
                }
                sum += inner / block.length;
            }
            drawn[r] = sum / values.length;
        }
        return new TwoLevelBootstrap(values.length, Sample.mean(means), Bootstrap.percentile(drawn, level));
    }
}
