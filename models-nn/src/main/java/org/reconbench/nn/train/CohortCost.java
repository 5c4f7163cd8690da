package org.reconbench.nn.train;

/** What a cohort costs, before it is trained. */
public final class CohortCost {
    /** Activations of a cohort's batch at which training was fastest; see docs/performance.md. */
    private static final long BEST_ACTIVATION_BYTES = 5L << 19;

    private static final int MOST = 64;
    private static final long FIXED_BYTES = 1L << 20;

    private CohortCost() {}

    /**
     * An estimate of the memory that one member takes: its train rows once, order, noise, activations with their
     * gradients, and parameters with gradients and moments.
     *
     * @param rows rows of its train set
     */
    public static long memberBytes(TrainingPlan plan, int rows) {
        long width = plan.shape().features();
        long piece = Math.min(rows, Math.max(plan.batch(), 8192));
        long feed = piece * (Long.BYTES + 2L * Float.BYTES * plan.shape().latent());
        long activations = 3 * batchBytes(plan);
        long parameters = 6L * Float.BYTES * plan.shape().parameters();
        return FIXED_BYTES + rows * (width * Float.BYTES + Integer.BYTES) + feed + activations + parameters;
    }

    /** The number of members that train fastest together: as many as keep a batch's activations near the CPU. */
    public static int preferredCohort(TrainingPlan plan) {
        return (int) Math.max(2, Math.min(MOST, BEST_ACTIVATION_BYTES / batchBytes(plan)));
    }

    private static long batchBytes(TrainingPlan plan) {
        return (long) Float.BYTES * plan.batch() * plan.shape().activations();
    }
}
