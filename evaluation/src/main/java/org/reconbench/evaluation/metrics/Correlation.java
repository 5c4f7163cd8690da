package org.reconbench.evaluation.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Correlation of two scores over the same rows. */
public final class Correlation {
    private Correlation() {}

    /**
     * Spearman's rank correlation: Pearson's of the ranks, ties given their average rank.
     *
     * @return from -1 to 1; absent when there are fewer than two rows or one side is constant
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public static OptionalDouble spearman(double[] a, double[] b) {
        check(a, b);
        if (a.length < 2) {
            return OptionalDouble.empty();
        }
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        return pearson(ranking.rank(withoutNegativeZero(a)), ranking.rank(withoutNegativeZero(b)));
    }

    /**
     * Pearson's correlation, {@code sum (a - mean a)(b - mean b) / sqrt(sum (a - mean a)^2 sum (b - mean b)^2)}.
     *
     * @return from -1 to 1; absent when there are fewer than two rows or one side is constant
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public static OptionalDouble pearson(double[] a, double[] b) {
        check(a, b);
        if (constant(a) || constant(b)) {
            return OptionalDouble.empty();
        }
        double[] x = centred(a);
        double[] y = centred(b);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return OptionalDouble.of(Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy)))));
    }

    private static void check(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("correlation of " + a.length + " values with " + b.length);
        }
        Scores.checkFinite("value", a);
        Scores.checkFinite("value", b);
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Less the mean, after an exact scaling by a power of two, so that squares neither overflow nor vanish. */
    private static double[] centred(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        int scale = -Math.getExponent(greatest);
        double[] centred = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            centred[i] = Math.scalb(values[i], scale);
            sum += centred[i];
        }
        for (int i = 0; i < values.length; i++) {
            centred[i] -= sum / values.length;
        }
        return centred;
    }

    /** Commons Math tells -0.0 from 0.0; scores do not. */
    private static double[] withoutNegativeZero(double[] values) {
        return Arrays.stream(values).map(value -> value + 0.0).toArray();
    }
}
