package org.reconbench.core.detector;

import org.reconbench.core.data.Matrix;

/**
 * Rows that the user wants scored after every epoch, to see how detection changes while a network learns.
 *
 * <p>What the rows are labelled never enters a detector: it gets rows and gives scores. Watching must not change the
 * member's numbers by a bit: nothing is drawn from a stream of the training, no state of the optimiser is touched, and the
 * scores of an epoch are those that {@link FittedCohort#score} would give had the training ended there. Called from the
 * fitting thread.
 */
public interface EpochWatch {
    /** The id of the score to report, one of the detector's card. */
    String score();

    /**
     * The rows of one member, scaled as its train rows are. The same object at each call; members need not have equally
     * many rows.
     *
     * @param member the member's index in the fit
     */
    Matrix rows(int member);

    /**
     * Takes the scores of one member's rows as the weights stand at the end of an epoch. To be called once for each epoch
     * and member, epochs in order; a member that has diverged is reported no more. The array is the caller's again
     * afterwards.
     *
     * @param epoch counted from 1, as in the member's {@link Curve}
     * @param scores one value a row; a value that is not finite is taken too
     */
    void scored(int member, int epoch, double[] scores);
}
