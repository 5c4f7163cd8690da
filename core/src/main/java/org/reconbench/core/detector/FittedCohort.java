package org.reconbench.core.detector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.reconbench.core.data.Matrix;

/**
 * Fitted members, ready to score. Holds native memory until closed. Not thread-safe.
 */
public interface FittedCohort extends AutoCloseable {

    /** One outcome for each member, in the order of the fit. */
    List<FitOutcome> outcomes();

    /**
     * Scores rows by one fitted member; higher is more anomalous. Every score is finite. Two calls agree to the bit,
     * sampled scores included.
     *
     * @param member the member's index; its outcome must be {@link FitOutcome.Fitted}
     * @param rows scaled rows, at least none
     * @param scores ids from the detector's card
     * @return for each id asked one value a row
     * @throws IllegalArgumentException if the member was not fitted, a score is unknown or the columns do not match
     */
    Map<String, double[]> score(int member, Matrix rows, Collection<String> scores);

    /**
     * Scores the member's own train rows, for thresholds. The default scores them as any rows. A method that looks rows up
     * among the train rows leaves the row itself out, as it would otherwise meet itself at distance 0 and every threshold
     * would be too low.
     *
     * @param train the rows that the member was fitted on, in their order
     * @param scores ids from the detector's card
     * @return for each id asked one value a row
     * @throws IllegalArgumentException as {@link #score} does
     */
    default Map<String, double[]> scoreTrain(int member, Matrix train, Collection<String> scores) {
        return score(member, train, scores);
    }

    /** Frees what the cohort holds. */
    @Override
    void close();
}
