package org.reconbench.harness.cli;

/** What the process tells its caller; the numbers are a contract with scripts. */
public enum ExitCode {
    /** All trials ok, or the verb did what was asked. */
    OK(0),
    /** The program failed: a bug, or a machine that gave way. */
    INTERNAL(1),
    /** The command line, the experiment or the data are wrong; nothing ran. */
    INPUT(2),
    /** Finished, but some trials are not ok. */
    SOME_TRIALS_FAILED(3),
    /** A gate that the user asked for did not hold. */
    GATE_FAILED(4),
    /** Stopped early; {@code --resume} goes on. */
    STOPPED(5),
    /** Interrupted by SIGINT after a clean flush. */
    INTERRUPTED(130),
    /** Ended by SIGTERM after a clean flush. */
    TERMINATED(143);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }
}
