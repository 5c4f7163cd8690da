package org.reconbench.reports.plot;

import java.util.List;

/**
 * Histograms over common bins, with vertical guides.
 *
 * @param edges bin edges, ascending, one more than bins
 * @param guides vertical lines
 */
public record HistogramPlot(
        String title, Axis x, Axis y, List<Double> edges, List<Bars> bars, List<Guide> guides, int width, int height)
        implements Plot {

    /** Copies the lists and checks their lengths. */
    public HistogramPlot {
        edges = List.copyOf(edges);
        bars = List.copyOf(bars);
        guides = List.copyOf(guides);
        for (Bars each : bars) {
            if (each.heights().size() != edges.size() - 1) {
                throw new IllegalArgumentException("'" + each.name() + "' has "
                        + each.heights().size() + " heights for " + edges.size() + " edges");
            }
        }
    }

    /** One histogram: a height for each bin. */
    public record Bars(String name, Look look, List<Double> heights) {
        /** Copies the list. */
        public Bars {
            heights = List.copyOf(heights);
        }
    }

    /** A vertical line at a value. */
    public record Guide(String name, Look look, double value) {}
}
