package org.reconbench.harness.run;

import java.io.Serial;
import org.reconbench.harness.store.RunDirectory;

/** Results can no longer be written, for a reason outside the program: a full disk, say. The run can be resumed. */
public final class RunBrokenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RunBrokenException(RunDirectory directory, String reason, Throwable cause) {
        super(directory.root() + ": stopped, because results cannot be written: " + reason, cause);
    }
}
