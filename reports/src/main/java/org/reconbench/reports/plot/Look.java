package org.reconbench.reports.plot;

import java.util.List;

/**
 * How a configuration looks in every picture of a report.
 *
 * @param colour {@code #rrggbb}
 * @param dash lengths of strokes and gaps in layout units; empty for an unbroken line
 * @param marker shape of its points
 */
public record Look(String colour, List<Double> dash, Marker marker) {
    /** Copies the list. */
    public Look {
        dash = List.copyOf(dash);
    }
}
