package org.reconbench.nn.train;

/** What a cohort costs, before it is trained. */
public final class CohortCost {
    /** Activations of a cohort's batch at which training was fastest; see docs/performance.md. */
    private static final long BEST_ACTIVATION_BYTES = 5L << 19;

    private static final int MOST = 64;
    private static final long FIXED_BYTES = 1L << 20;

    /** Seconds of a floating-point operation of the products. */
    private static final double FLOP = 13e-12;

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
        int draws = plan.objective().draws(plan.shape().features(), plan.shape().latent());
        long feed = piece * (Long.BYTES + 2L * Float.BYTES * draws);
        long activations = 3 * batchBytes(plan);
        long parameters = 6L * Float.BYTES * plan.shape().parameters();
        return FIXED_BYTES + rows * (width * Float.BYTES + Integer.BYTES) + feed + activations + parameters;
    }

    /** The number of members that train fastest together: as many as keep a batch's activations near the CPU. */
    public static int preferredCohort(TrainingPlan plan) {
        return (int) Math.max(2, Math.min(MOST, BEST_ACTIVATION_BYTES / batchBytes(plan)));
    }

    /**
     * An estimate of the CPU seconds in which a cohort is trained and its train rows are scored once. Measured on one core
     * of an AMD EPYC with AVX-512; see docs/performance.md.
     *
     * @param rows rows of a member's train set
     */
    public static double seconds(TrainingPlan plan, int rows, int members) {
        double lanes = Math.max(2, members);
        double parameters = plan.shape().parameters();
        double noise = 15e-9
                * plan.objective().draws(plan.shape().features(), plan.shape().latent());
        double work = plan.objective().work();
        double steps = (double) plan.epochs() * Math.ceil(rows / (double) plan.batch());
        double row = 0.15e-6 + 0.5e-9 * plan.shape().activations() + noise + 6 * parameters * FLOP;
        double training =
                work * (steps * (80e-6 + lanes * 1.2e-9 * parameters) + (double) plan.epochs() * rows * lanes * row);
        double scoring = rows * (double) members * (0.3e-6 + 2 * parameters * FLOP);
        return 0.05 + training + scoring;
    }

    private static long batchBytes(TrainingPlan plan) {
        return (long) (plan.objective().work()
                * Float.BYTES
                * plan.batch()
                * plan.shape().activations());
    }
}
