package org.reconbench.reports.plot;

import java.util.List;

/** Points with error bars in both directions, one a configuration. */
public record ScatterPlot(String title, Axis x, Axis y, List<Point> points, int width, int height) implements Plot {
    /** Copies the list. */
    public ScatterPlot {
        points = List.copyOf(points);
    }

    /**
     * A point; a bar whose ends equal the value is not seen.
     *
     * @param name in the legend
     * @param xLow lower end of the horizontal bar
     * @param xHigh upper end
     * @param yLow lower end of the vertical bar
     * @param yHigh upper end
     */
    public record Point(
            String name, Look look, double x, double xLow, double xHigh, double y, double yLow, double yHigh) {}
}
