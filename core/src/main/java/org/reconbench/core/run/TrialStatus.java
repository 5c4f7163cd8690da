package org.reconbench.core.run;

import java.util.Locale;

/** The one final state of a trial. */
public enum TrialStatus {
    /** Trained, scored and evaluated. */
    OK,
    /** The loss or a score left the finite numbers. */
    DIVERGED,
    /** Took longer than its limit. */
    TIMEOUT,
    /** Ran out of memory. */
    OOM,
    /** Its process died. */
    CRASHED,
    /** The program failed on it. */
    ERROR,
    /** Stopped by the user; {@code --resume} runs it again. */
    INTERRUPTED,
    /** Not run, for the reason given. */
    SKIPPED;

    /** The id on disk: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
