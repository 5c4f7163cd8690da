package org.reconbench.evaluation.stats;

import java.util.random.RandomGenerator;

/**
 * The Bayesian signed-rank test with a region of practical equivalence ("rope").
 *
 * <p>The distribution of the differences has a Dirichlet-process prior of strength {@value #PRIOR} at difference 0. A posterior
 * draw gives weights {@code w ~ Dirichlet(0.5, 1, ..., 1)} to {@code z_0 = 0} and the n observed differences; the mean of
 * two independent draws from the weighted differences then lies above, within or below the rope with probability
 *
 * <pre>
 * above = sum_ij w_i w_j [z_i + z_j &gt; 2 rope]     below = sum_ij w_i w_j [z_i + z_j &lt; -2 rope]     within = the rest
 * </pre>
 *
 * <p>where a sum on the edge counts half. The three probabilities reported are the shares of draws in which each is the
 * greatest; a draw of equal sides counts half for each. Benavoli et al., A Bayesian Wilcoxon signed-rank test based on the Dirichlet process, 2014, and Time for a
 * change: a tutorial for comparing multiple classifiers through Bayesian analysis, 2017; the prior is that of their
 * package baycomp 1.0.3. They are no adjusted p-values: nothing is corrected for many comparisons.
 *
 * @param rope half width of the region, in units of the metric
 * @param samples posterior draws; a probability has a Monte Carlo standard error of at most {@code 0.5 / sqrt(samples)}
 * @param firstBetter chance that the first side is better by more than the rope
 * @param equivalent chance that they differ by less
 * @param secondBetter chance that the second side is better by more than the rope
 */
public record BayesianSignedRank(double rope, int samples, double firstBetter, double equivalent, double secondBetter) {

    static final double PRIOR = 0.5;

    /**
     * Samples the posterior.
     *
     * @param differences first less second, higher being better
     * @param rope from 0 on; at 0 equivalence has probability 0
     * @param samples posterior draws, 50000 say
     * @param random the same generator state gives the same result
     * @throws IllegalArgumentException if there is no difference, one is not finite, or a number is out of its range
     */
    public static BayesianSignedRank of(double[] differences, double rope, int samples, RandomGenerator random) {
        return of(differences, rope, weights(differences.length, samples, random));
    }

    /**
     * Posterior weights that several tests over as many differences may share: {@code [n + 1, samples]}, the first row that of
     * the prior's pseudo-difference.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public static double[][] weights(int n, int samples, RandomGenerator random) {
        if (n < 1 || samples < 1) {
            throw new IllegalArgumentException("n = " + n + ", samples = " + samples + ": both must be at least 1");
        }
        double[][] weights = new double[n + 1][samples];
        for (int s = 0; s < samples; s++) {
            // Gamma(1/2) is half a squared normal, Gamma(1) an exponential.
            double normal = random.nextGaussian();
            weights[0][s] = normal * normal / 2;
            double sum = weights[0][s];
            for (int i = 1; i <= n; i++) {
                weights[i][s] = random.nextExponential();
                sum += weights[i][s];
            }
            for (int i = 0; i <= n; i++) {
                weights[i][s] /= sum;
            }
        }
        return weights;
    }

    /**
     * The test with given posterior weights, of {@link #weights}.
     *
     * @throws IllegalArgumentException if there is no difference, one is not finite, the rope is negative or not finite, or the
     *     weights do not fit
     */
    public static BayesianSignedRank of(double[] differences, double rope, double[][] weights) {
        if (!(rope >= 0 && Double.isFinite(rope))) {
            throw new IllegalArgumentException("rope = " + rope + ": must be a number from 0 on");
        }
        Finite.checkSome("differences", differences);
        if (weights.length != differences.length + 1 || weights[0].length == 0) {
            throw new IllegalArgumentException("posterior weights do not fit " + differences.length + " differences");
        }
        double[][] masses = SumRegions.of(differences, rope).masses(weights);
        int draws = weights[0].length;
        double first = 0;
        double second = 0;
        for (int s = 0; s < draws; s++) {
            double above = masses[0][s];
            double below = masses[1][s];
            // With rope 0 no sum lies within: what is left is rounding.
            if (rope == 0 || 1 - above - below < Math.max(above, below)) {
                first += above > below ? 1 : above == below ? 0.5 : 0;
                second += below > above ? 1 : above == below ? 0.5 : 0;
            }
        }
        return new BayesianSignedRank(rope, draws, first / draws, (draws - first - second) / draws, second / draws);
    }

    /** The test told from the other side. */
    public BayesianSignedRank turned() {
        return new BayesianSignedRank(
                rope, samples, /* firstBetter= */ secondBetter, equivalent, /* secondBetter= */ firstBetter);
    }
}
