package org.reconbench.harness.run;

import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;

/**
 * What one trial gave: its record, and what is stored beside it.
 *
 * @param scores null unless ok
 * @param curve null for a detector without one
 * @param explanation null for a detector that gives none
 */
record TrialRun(
        TrialRecord record,
        @Nullable TrialScores scores,
        @Nullable Curve curve,
        @Nullable TrialExplanation explanation) {}
