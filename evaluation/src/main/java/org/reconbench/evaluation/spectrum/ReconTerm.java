package org.reconbench.evaluation.spectrum;

import java.util.Locale;

/**
 * The reconstruction terms that a user chooses among, and what beta means with each.
 *
 * <p>The effective beta is the weight of the KL against the unit-variance ELBO {@code 1/2 SSE + KL}: an objective is
 * multiplied until its reconstruction term is half the squared error of a row.
 */
public enum ReconTerm {
    /** {@code sum_d (x - xhat)^2}: {@code beta_eff = beta / 2}. */
    SSE,
    /** The same over the number of features d: {@code beta_eff = beta d / 2}. */
    MSE,
    /** {@code 1/2 SSE / sigma^2 + d log sigma}: {@code beta_eff = beta} where sigma is 1. */
    GAUSSIAN;

    /** The id users write: {@code sse}, {@code mse}, {@code gaussian}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }

    /**
     * The effective beta of a user's beta.
     *
     * @param features the number of features d
     */
    public double effective(double beta, int features) {
        return beta * factor(features);
    }

    /** The user's beta of an effective beta; the inverse of {@link #effective}. */
    public double beta(double effective, int features) {
        return effective / factor(features);
    }

    private double factor(int features) {
        if (features < 1) {
            throw new IllegalArgumentException("features = " + features + ": must be at least 1");
        }
        return switch (this) {
            case SSE -> 0.5;
            case MSE -> 0.5 * features;
            case GAUSSIAN -> 1;
        };
    }
}
