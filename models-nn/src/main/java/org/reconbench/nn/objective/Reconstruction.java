package org.reconbench.nn.objective;

/**
 * The reconstruction term: {@code factor * sum_d (x - xhat)^2 + constant}, mean over the batch.
 *
 * @param kind how squared errors are weighed
 * @param sigma standard deviation of the Gaussian; of no meaning for the others
 * @param output how the last layer's output becomes xhat
 */
public record Reconstruction(Kind kind, double sigma, Output output) {

    /** How squared errors are weighed. */
    public enum Kind {
        /** {@code sum_d (x - xhat)^2}. */
        SSE,
        /** {@code 1/d sum_d (x - xhat)^2}. */
        MSE,
        /** {@code 1/2 sum_d (x - xhat)^2 / sigma^2 + d log sigma}: a Gaussian's negative log-density, less its constant. */
        GAUSSIAN
    }

    /** How the last layer's output becomes xhat. */
    public enum Output {
        /** {@code 1 / (1 + exp(-out))}: for data scaled to [0, 1]. */
        SIGMOID,
        /** {@code out}: for data of any range. */
        IDENTITY
    }

    /** Checks sigma. */
    public Reconstruction {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("sigma = " + sigma + ": must be greater than 0");
        }
    }

    /** What the squared error of a row of {@code d} features is multiplied by. */
    public double factor(int d) {
        return switch (kind) {
            case SSE -> 1;
            case MSE -> 1.0 / d;
            case GAUSSIAN -> 0.5 / (sigma * sigma);
        };
    }

    /** What is added for a row of {@code d} features. */
    public double constant(int d) {
        return kind == Kind.GAUSSIAN ? d * Math.log(sigma) : 0;
    }

    /**
     * The variance of the Gaussian whose negative log-density this is, up to a constant: 1/2 for sse, d/2 for mse, sigma^2
     * for gaussian.
     */
    public double variance(int d) {
        return 0.5 / factor(d);
    }

    /** The TorchScript method {@code recon_backward}. */
    public String script() {
        return ScriptText.beside(Reconstruction.class, "squared-error.torchscript");
    }
}
