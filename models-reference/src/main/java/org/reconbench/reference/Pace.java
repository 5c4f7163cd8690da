package org.reconbench.reference;

import org.reconbench.core.detector.FitContext;

/**
 * Asks now and then whether long work over many rows may go on.
 *
 * @param monitor whom to ask; it throws to end the work
 */
record Pace(FitContext.Monitor monitor) {
    private static final int ROWS = 64;

    /** Called before each row. */
    void row(int row, int rows) {
        if (row % ROWS == 0) {
            monitor.epochs(row, rows);
        }
    }
}
