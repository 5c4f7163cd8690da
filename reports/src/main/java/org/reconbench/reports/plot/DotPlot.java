package org.reconbench.reports.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of points for each name: single trials with their mean, or an estimate with its interval (a forest plot).
 *
 * @param x what is measured
 * @param rows top to bottom
 * @param guides vertical lines for orientation
 */
public record DotPlot(String title, Axis x, List<Row> rows, List<Guide> guides, int width, int height) implements Plot {
    private static final int ROW = 22;
    private static final int AROUND = 86;

    /** Copies the lists. */
    public DotPlot {
        rows = List.copyOf(rows);
        guides = List.copyOf(guides);
    }

    /** The height that so many rows need. */
    public static int heightFor(int rows) {
        return AROUND + ROW * Math.max(3, rows);
    }

    /**
     * A line of points.
     *
     * @param points single values, drawn softly
     * @param span the estimate; null for none
     */
    public record Row(
            String name,
            Look look,
            List<Double> points,
            @Nullable Span span) {
        /** Copies the list. */
        public Row {
            points = List.copyOf(points);
        }
    }

    /** An estimate with the ends of its bar; equal ends are not seen. */
    public record Span(double low, double middle, double high) {}

    /** A vertical line; an empty name is not in the legend. */
    public record Guide(String name, Look look, double value) {}
}
