package org.reconbench.core.detector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * What the member's reconstruction leaves of rows, {@code r = x - xhat}, in the units of the rows; optional, for
     * explanations. Where the detector has a score {@code recon}, a row's squares add up to it. Every number is finite, a
     * row's numbers are its own, and two calls agree to the bit.
     *
     * @param member the member's index; its outcome must be {@link FitOutcome.Fitted}
     * @param rows scaled rows
     * @return {@code [rows, d]}; empty, as by default, for a detector that reconstructs nothing
     * @throws IllegalArgumentException if the member was not fitted or the columns do not match
     */
    default Optional<Matrix> residuals(int member, Matrix rows) {
        return Optional.empty();
    }

    /**
     * The codes of rows, of a distribution its mean; optional, for explanations. Promises as {@link #residuals} does.
     *
     * @param member the member's index; its outcome must be {@link FitOutcome.Fitted}
     * @param rows scaled rows
     * @return {@code [rows, latent]}; empty, as by default, for a detector without a code
     * @throws IllegalArgumentException if the member was not fitted or the columns do not match
     */
    default Optional<Matrix> codes(int member, Matrix rows) {
        return Optional.empty();
    }

    /** Frees what the cohort holds. */
    @Override
    void close();
}
