package org.reconbench.core.run;

import java.util.List;
import java.util.Optional;
import org.reconbench.core.detector.Curve;

/** Read access to what a run stored. */
public interface RunArchive {

    /** What was asked, and where it ran. */
    RunInfo info();

    /** One final record a trial, in the order of the plan. */
    List<TrialRecord> trials();

    /** The stored scores of a trial; empty if it has none. */
    Optional<TrialScores> scores(String trialId);

    /** The stored curve of a trial; empty if it has none. */
    Optional<Curve> curve(String trialId);

    /** The stored explanation of a trial; empty, as by default, if it has none. */
    default Optional<TrialExplanation> explanation(String trialId) {
        return Optional.empty();
    }
}
