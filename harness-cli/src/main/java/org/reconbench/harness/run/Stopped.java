package org.reconbench.harness.run;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/** The user asked the run to stop. */
final class Stopped extends CancellationException {
    @Serial
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped by the user");
    }
}
