package org.reconbench.nn.objective;

import java.util.List;

/**
 * How the heads become a code, and what the code costs.
 *
 * <p>The term enters the loss with a weight that each member has for itself and that may change by epoch, see
 * {@link Schedule}. Members of a cohort share the term, so anything else that varies belongs into the cohort key.
 */
public interface LatentTerm {

    /** The names of the heads, {@code mu} first: the code at which rows are scored. */
    List<String> heads();

    /** Whether a step needs one draw of N(0, 1) for each row and latent unit. */
    boolean noisy();

    /** The TorchScript methods latent_work, latent_forward, latent_backward and latent_sums. */
    String script();

    /** How many numbers latent_sums returns for each member and latent unit. */
    int sums();

    /**
     * What the sums say of one epoch.
     *
     * @param sums what latent_sums returned, added up over the epoch: the first number of all units, then the second
     * @param rows rows of the epoch
     */
    Reading read(double[] sums, long rows, int latent);

    /**
     * The latent term over an epoch.
     *
     * @param nats the term without its weight, mean over rows
     * @param activeUnits how many units have a variance of mu above 0.01, with mu as it was in each step
     */
    record Reading(double nats, int activeUnits) {}
}
