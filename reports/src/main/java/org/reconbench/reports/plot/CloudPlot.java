package org.reconbench.reports.plot;

import java.util.List;

/**
 * Many points of a few groups in a plane, the later groups on top. A point beyond an axis that states its ends stands at
 * the border.
 */
public record CloudPlot(String title, Axis x, Axis y, List<Cloud> clouds, int width, int height) implements Plot {
    /** Copies the list. */
    public CloudPlot {
        clouds = List.copyOf(clouds);
    }

    /**
     * The points of a group.
     *
     * @param name in the legend
     * @param look circles are drawn small and see-through, other markers in full
     */
    public record Cloud(String name, Look look, List<Point> points) {
        /** Copies the list. */
        public Cloud {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param row what it stands for: a number to find it again by
     */
    public record Point(int row, double x, double y) {}
}
