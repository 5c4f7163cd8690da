package org.reconbench.evaluation.comparison;

import org.reconbench.core.run.RunInfo;

/**
 * How comparisons are judged.
 *
 * @param alpha level of tests, after Holm's adjustment
 * @param rope half width of the region of practical equivalence, in units of the measure: 0.01 of AUC
 * @param level of intervals
 * @param replicates bootstrap resamples
 * @param samples draws of the Bayesian posterior
 * @param seed of the random streams; the same settings and records give the same verdicts
 */
public record ComparisonSettings(double alpha, double rope, double level, int replicates, int samples, long seed) {
    /** Level .05, rope .01, 95 % intervals of 4000 resamples, 20000 posterior draws. */
    public static final ComparisonSettings DEFAULT = new ComparisonSettings(0.05, 0.01, 0.95, 4000, 20_000, 0);

    /** Checks the ranges. */
    public ComparisonSettings {
        check("alpha", alpha, alpha > 0 && alpha < 1, "between 0 and 1");
        check("rope", rope, rope >= 0 && Double.isFinite(rope), "a number from 0 on");
        check("level", level, level > 0 && level < 1, "between 0 and 1");
        check("replicates", replicates, replicates >= 1, "at least 1");
        check("samples", samples, samples >= 1, "at least 1");
    }

    private static void check(String name, double value, boolean ok, String allowed) {
        if (!ok) {
            throw new IllegalArgumentException(name + " = " + value + ": must be " + allowed);
        }
    }

    /** The usual settings at the level that a run's experiment set. */
    public static ComparisonSettings of(RunInfo run) {
        return DEFAULT.withAlpha(run.stats().alpha());
    }

    /** These settings with another level of tests. */
    public ComparisonSettings withAlpha(double value) {
        return new ComparisonSettings(value, rope, level, replicates, samples, seed);
    }

    /** These settings with another region of practical equivalence. */
    public ComparisonSettings withRope(double value) {
        return new ComparisonSettings(alpha, value, level, replicates, samples, seed);
    }
}
