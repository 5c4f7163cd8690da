package org.reconbench.evaluation.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The studentized range of k independent standard normal variables, infinite degrees of freedom: the distribution of
 * {@code max - min}, behind Nemenyi's test.
 *
 * <pre>
 * P(Q &gt; q) = 1 - k integral phi(z) (Phi(z) - Phi(z - q))^(k - 1) dz
 * </pre>
 *
 * <p>Computed, not looked up: the trapezoidal rule over z from -9 to 9, which converges faster than any power of the step for a
 * smooth integrand that vanishes at both ends. Agrees with SciPy's {@code studentized_range} to 1e-10.
 */
public final class StudentizedRange {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double STEP = 1.0 / 8;
    private static final double REACH = 9;

    private StudentizedRange() {}

    /**
     * The chance of a range greater than q.
     *
     * @param q finite, at least 0
     * @param k how many variables, at least 2
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double survival(double q, int k) {
        if (!(q >= 0 && Double.isFinite(q))) {
            throw new IllegalArgumentException("q = " + q + ": must be a number from 0 on");
        }
        check(k);
        double sum = 0;
        // z is the largest variable: beyond the reach above 0 the density is below 1e-18.
        for (double z = -REACH; z <= REACH; z += STEP) {
            double within = NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(z - q);
            sum += NORMAL.density(z) * Math.pow(within, k - 1.0);
        }
        return Math.max(0, Math.min(1, 1 - k * sum * STEP));
    }

    /**
     * The q that the range exceeds with probability alpha, by bisection to 1e-13.
     *
     * @param alpha between 0 and 1
     * @param k at least 2
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double critical(double alpha, int k) {
        Finite.checkShare("alpha", alpha);
        check(k);
        double low = 0;
        double high = 2 * REACH;
        while (high - low > 1e-13 * (1 + high)) {
            double middle = (low + high) / 2;
            if (survival(middle, k) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void check(int k) {
        if (k < 2) {
            throw new IllegalArgumentException("k = " + k + ": a range needs at least 2 variables");
        }
    }
}
