package org.reconbench.evaluation.threshold;

import java.util.Arrays;

/**
 * A generalised Pareto distribution {@code P(X > x) = (1 + shape x / scale)^(-1 / shape)} of excesses over a level, fitted by maximum
 * likelihood.
 *
 * <p>Grimshaw's reduction to one variable, {@code theta = shape / scale}: for given theta the best shape is {@code mean log(1 + theta x)},
 * and the log-likelihood is {@code -n (log(shape / theta) + shape + 1)}. It is searched on a grid, then by golden section. Shapes below
 * {@value #LEAST_SHAPE}, where maximum likelihood is not regular, and above {@value #GREATEST_SHAPE} are left out. Grimshaw 1993.
 *
 * @param shape 0 for an exponential tail, positive for a heavy one, negative for one that ends
 * @param scale above 0, in units of the excesses
 */
record ParetoTail(double shape, double scale) {
    static final double LEAST_SHAPE = -0.5;
    static final double GREATEST_SHAPE = 5;

    private static final int GRID = 100;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Fits excesses, each above 0; at least two of them unlike. */
    static ParetoTail fit(double[] excesses) {
        double mean = Arrays.stream(excesses).average().orElseThrow();
        double[] z = Arrays.stream(excesses).map(x -> x / mean).toArray();
        double[] grid = grid(z);
        int best = 0;
        for (int i = 1; i < grid.length; i++) {
            best = loss(z, grid[i]) < loss(z, grid[best]) ? i : best;
        }
        double theta = descend(z, grid[Math.max(0, best - 1)], grid[Math.min(grid.length - 1, best + 1)]);
        double shape = shape(z, theta);
        return new ParetoTail(shape, scale(shape, theta) * mean);
    }

    /** The excess that is exceeded with the given probability, above 0 and at most 1. */
    double exceededWith(double probability) {
        double log = -Math.log(probability);
        return Math.abs(shape) < 1e-9 ? scale * log : scale * Math.expm1(shape * log) / shape;
    }

    private static double[] grid(double[] z) {
        double greatest = Arrays.stream(z).max().orElseThrow();
        double low = reaching(z, -1 / greatest, 0, LEAST_SHAPE);
        double reach = 1;
        while (shape(z, reach) < GREATEST_SHAPE && reach < 1e12) {
            reach *= 2;
        }
        double[] grid = new double[2 * GRID + 1];
        for (int i = 0; i < GRID; i++) {
            grid[i] = low * (GRID - i) / GRID;
            grid[GRID + 1 + i] = 1e-3 * Math.pow(reach / 1e-3, i / (GRID - 1.0));
        }
        return grid;
    }

    /** The theta at which the shape, which grows with it, reaches a value. */
    private static double reaching(double[] z, double from, double to, double shape) {
        double low = from;
        double high = to;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (shape(z, middle) < shape) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double descend(double[] z, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 80; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(z, left) <= loss(z, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double loss(double[] z, double theta) {
        double shape = shape(z, theta);
        return Math.log(scale(shape, theta)) + shape;
    }

    private static double shape(double[] z, double theta) {
        double sum = 0;
        for (double value : z) {
            sum += Math.log1p(theta * value);
        }
        return sum / z.length;
    }

    /** The excesses have mean 1: at theta 0 the distribution is exponential with that scale. */
    private static double scale(double shape, double theta) {
        return Math.abs(theta) < 1e-9 ? 1 : shape / theta;
    }
}
