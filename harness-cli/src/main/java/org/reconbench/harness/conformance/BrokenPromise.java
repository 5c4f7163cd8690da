package org.reconbench.harness.conformance;

import java.io.Serial;

/** A detector does not do what it promises. */
final class BrokenPromise extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The message is one line for the detector's author. */
    BrokenPromise(String message) {
        super(message);
    }

    /** Breaks off unless the promise holds. */
    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new BrokenPromise(message);
        }
    }
}
