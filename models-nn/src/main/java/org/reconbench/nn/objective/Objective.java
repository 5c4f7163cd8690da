package org.reconbench.nn.objective;

import java.util.List;
import org.reconbench.nn.net.LayerShape;

/**
 * What a network minimises: {@code L = reconstruction + weight(t) * penalty}, mean over the batch.
 *
 * <p>{@link HandDerived} is a squared error and a latent term whose gradients are written out, the fastest way;
 * {@link Taped} is any loss, differentiated by the engine. Members of a cohort share the objective and differ in the
 * {@link Schedule schedules} of its weights.
 */
public sealed interface Objective permits HandDerived, Taped {

    /** How the output is compared with the row. */
    Reconstruction reconstruction();

    /** The names of the heads, {@code mu} first: the code at which rows are scored. */
    List<String> heads();

    /** Layers beside encoder, heads, decoder and output, in the order in which the loss finds them. */
    List<LayerShape> extraLayers(int features, List<Integer> hidden, int latent);

    /** How many draws of N(0, 1) a step takes for each row. */
    int draws(int features, int latent);

    /** The TorchScript methods that it adds to the program. */
    String script();

    /** How many numbers a step gives for each member. */
    int sums(int latent);

    /**
     * What one epoch was like.
     *
     * @param sums what the steps gave, added up over the epoch
     * @param weight the penalty's
     */
    EpochReading read(double[] sums, long rows, double weight, int features, int latent);

    /**
     * The variance of the Gaussian that stands behind the reconstruction term: 1/2 for sse, d/2 for mse, sigma^2 for
     * gaussian.
     *
     * @param squaredError of a row, mean over the last epoch, for an objective that learns its variance
     */
    double variance(int features, double squaredError);

    /** Whether the first schedule weighs the KL divergence, so that there is an effective beta. */
    boolean weighsKl();

    /** The cost of a step and the memory of a row in terms of the plain objective's. */
    double work();

    /** Whether the code is a Gaussian with a variance of its own. */
    default boolean variational() {
        return heads().contains("logvar");
    }

    /** The weight of the KL against the unit-variance ELBO {@code 1/2 SSE + KL}: {@code weight * variance}. */
    default double effectiveBeta(double weight, int features, double squaredError) {
        return weight * variance(features, squaredError);
    }
}
