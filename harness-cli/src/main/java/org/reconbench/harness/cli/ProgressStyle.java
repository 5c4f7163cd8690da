package org.reconbench.harness.cli;

import java.util.Locale;

/** How a run shows that it goes on. */
enum ProgressStyle {
    /** A live bar on a terminal, else plain lines. */
    AUTO,
    /** A line now and then. */
    PLAIN,
    /** A JSON object a line. */
    JSON,
    /** Nothing. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
