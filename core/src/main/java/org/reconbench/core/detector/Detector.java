package org.reconbench.core.detector;

import java.util.List;
import java.util.OptionalDouble;
import org.reconbench.core.data.DataProfile;

/**
 * An anomaly detector: a stateless factory of fitted members.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs a public constructor without arguments. One instance may be used by
 * several threads at a time.
 *
 * <p>A member's numbers - its curve, its scores - must depend on that member alone (its train rows, parameters and
 * seed), to the bit: not on its neighbours in the cohort, on threads, or on time.
 */
public interface Detector {

    /** Who this detector is and what it can be asked. */
    DetectorCard card();

    /**
     * Refuses parameters that cannot work together, or on such data.
     *
     * @throws IllegalArgumentException with a message that names the parameter, its value and what would do
     */
    default void check(Params params, DataProfile profile) {}

    /**
     * Members with equal keys may be fitted in one call of {@link #fit}. The harness groups by detector, train shape and
     * this key. The default, the parameters themselves, lets trials share a cohort that differ in seed only.
     */
    default Object cohortKey(Params params, DataProfile profile) {
        return params;
    }

    /**
     * An estimate of the memory one member takes while a cohort is fitted, in bytes; the harness cuts cohorts to its
     * budget by it.
     */
    default long memberBytes(Params params, DataProfile profile) {
        return (long) profile.rows() * profile.columns() * Double.BYTES;
    }

    /**
     * An estimate of the CPU time that one core takes to fit a cohort of that many members and to score each member's
     * train rows once, in seconds; {@code plan} forecasts by it. Meant to be within a factor of two where a run takes
     * long. More rows, more work asked for and more members never give less.
     */
    default double cohortSeconds(Params params, DataProfile profile, int members) {
        return members * 1e-7 * profile.rows() * profile.columns();
    }

    /**
     * The weight of the KL term against the unit-variance ELBO {@code 1/2 SSE + KL} at the end of a training with these
     * parameters; empty for a detector without such a term. Where its {@link TrainingSummary} states one, the two are
     * equal.
     */
    default OptionalDouble effectiveBeta(Params params, DataProfile profile) {
        return OptionalDouble.empty();
    }

    /** The cohort size at which this detector is fastest for such members; the harness cuts larger groups. */
    default int preferredCohort(Params params, DataProfile profile) {
        return 1;
    }

    /**
     * Fits the members. Each one's outcome stands alone: a member that diverges leaves the others as they were.
     *
     * @param members at least one; equal cohort keys, equal train shapes
     * @throws java.util.concurrent.CancellationException when the context says stop
     */
    FittedCohort fit(List<Member> members, FitContext context);
}
