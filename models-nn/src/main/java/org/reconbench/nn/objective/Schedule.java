package org.reconbench.nn.objective;

/** The weight of the latent term by epoch: a pure function. */
public interface Schedule {
    /** No latent term. */
    Schedule NONE = constant(0);

    /**
     * The weight during an epoch.
     *
     * @param epoch counted from 0
     * @param epochs epochs planned, at least 1
     */
    double weight(int epoch, int epochs);

    /** The weight that the user asked for, reached or not: what summaries state. */
    double target();

    /** The same weight throughout. */
    static Schedule constant(double weight) {
        return new Warmup(weight, Warmup.Shape.CONSTANT, 0);
    }

    /** Whether the weight is the same in all epochs, so that losses can be compared over them. */
    default boolean constantOver(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            if (weight(epoch, epochs) != weight(0, epochs)) {
                return false;
            }
        }
        return true;
    }
}
