package org.reconbench.reports.plot;

import java.util.List;

/**
 * Lines over a common axis.
 *
 * @param lines drawn in order, the last on top
 */
public record LinePlot(String title, Axis x, Axis y, List<Line> lines, int width, int height) implements Plot {
    /** Copies the list. */
    public LinePlot {
        lines = List.copyOf(lines);
    }
}
