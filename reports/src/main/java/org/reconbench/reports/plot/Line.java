package org.reconbench.reports.plot;

import java.util.List;

/**
 * A line with an optional band around it.
 *
 * @param name in the legend; empty: not in the legend
 * @param x horizontal values, ascending
 * @param y as long as x
 * @param lower lower edge of the band, as long as x, or empty for no band
 * @param upper upper edge likewise
 * @param marked whether some of its points carry the look's marker
 */
public record Line(
        String name,
        Look look,
        List<Double> x,
        List<Double> y,
        List<Double> lower,
        List<Double> upper,
        boolean marked) {

    /** Copies the lists and checks their lengths. */
    public Line {
        x = List.copyOf(x);
        y = List.copyOf(y);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        if (x.size() != y.size() || lower.size() != upper.size() || (!lower.isEmpty() && lower.size() != x.size())) {
            throw new IllegalArgumentException("line '" + name + "': " + x.size() + " x, " + y.size() + " y, "
                    + lower.size() + " lower, " + upper.size() + " upper");
        }
    }

    /** A line without band and markers. */
    public static Line plain(String name, Look look, List<Double> x, List<Double> y) {
        return new Line(name, look, x, y, List.of(), List.of(), false);
    }

    /** Whether it has a band. */
    public boolean hasBand() {
        return !lower.isEmpty();
    }
}
