package org.reconbench.evaluation.stats;

/**
 * A confidence interval.
 *
 * @param lower lower end
 * @param upper upper end, not below the lower one
 * @param level nominal coverage, between 0 and 1: 0.95
 */
public record Interval(double lower, double upper, double level) {

    /** Checks the order of the ends and the level. */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval from " + lower + " to " + upper);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + ": must be between 0 and 1");
        }
    }

    /** Whether the value lies within, ends included. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
