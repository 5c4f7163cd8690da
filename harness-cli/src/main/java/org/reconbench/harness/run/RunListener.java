package org.reconbench.harness.run;

import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.Cohort;

/** Told of a run's progress, from several threads at a time. */
public interface RunListener {
    /** Ignores everything. */
    RunListener NONE = new RunListener() {};

    /** The run begins: trials to run, and trials that the directory already holds. */
    default void begin(int toRun, int held) {}

    /** A cohort begins. */
    default void cohortBegins(Cohort cohort) {}

    /** A cohort's epochs. */
    default void epochs(Cohort cohort, int done, int total) {}

    /** A trial's record is on disk. */
    default void recorded(TrialRecord record) {}

    /** A cohort has ended, well or not. */
    default void cohortEnded(Cohort cohort) {}

    /** The run has ended. */
    default void end() {}
}
