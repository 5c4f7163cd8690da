package org.reconbench.evaluation.stats;

import java.util.OptionalDouble;
import org.reconbench.evaluation.metrics.Quantiles;

/** Mean, standard deviation and median of a few numbers. */
public final class Sample {
    private Sample() {}

    /**
     * The arithmetic mean.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static double mean(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to take a mean of");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        // A second pass takes back the rounding of the first.
        double rest = 0;
        for (double value : values) {
            rest += value - mean;
        }
        return mean + rest / values.length;
    }

    /** The sample standard deviation, with {@code n - 1} in the denominator; absent for fewer than two values. */
    public static OptionalDouble standardDeviation(double... values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / (values.length - 1)));
    }

    /**
     * The median: the middle value, or the mean of the two middle ones.
     *
     * @throws IllegalArgumentException if there is no value or one is not finite
     */
    public static double median(double... values) {
        return Quantiles.linear(values, 0.5);
    }
}
