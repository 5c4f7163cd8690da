package org.reconbench.nn.objective;

/**
 * KL annealing (Bowman et al. 2016): the weight climbs from 0 to its target over the first part of the training.
 *
 * <p>With {@code t = min(1, epoch / (fraction * epochs))}, epochs counted from 0, the weight is {@code target * f(t)}:
 * constant {@code f = 1}; linear {@code f = t}; cosine {@code f = (1 - cos(pi t)) / 2}; sigmoid {@code f = (s(12 t - 6) -
 * s(-6)) / (s(6) - s(-6))} with the logistic function s. Differs from the paper: by epoch, not by step; and its sigmoid
 * starts at 0 and ends at 1 exactly.
 *
 * @param target the weight after the warm-up
 * @param shape how it climbs
 * @param fraction the share of the epochs it takes, 0 to 1; 0 is no warm-up
 */
public record Warmup(double target, Shape shape, double fraction) implements Schedule {

    /** How the weight climbs. */
    public enum Shape {
        /** Not at all: the target from the start. */
        CONSTANT,
        /** In equal steps. */
        LINEAR,
        /** Along a logistic curve. */
        SIGMOID,
        /** Along half a cosine. */
        COSINE
    }

    private static final double STEEPNESS = 6;

    /** Checks target and fraction. */
    public Warmup {
        if (!(target >= 0) || !(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("target = " + target + ", fraction = " + fraction
                    + ": the target must be 0 or more, the fraction from 0 to 1");
        }
    }

    @Override
    public double weight(int epoch, int epochs) {
        double length = fraction * epochs;
        double t = epoch >= length ? 1 : epoch / length;
        return target
                * switch (shape) {
                    case CONSTANT -> 1;
                    case LINEAR -> t;
                    case COSINE -> (1 - Math.cos(Math.PI * t)) / 2;
                    case SIGMOID -> sigmoid(t);
                };
    }

    private static double sigmoid(double t) {
        double low = logistic(-STEEPNESS);
        return (logistic(STEEPNESS * (2 * t - 1)) - low) / (logistic(STEEPNESS) - low);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
