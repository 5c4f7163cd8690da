package org.reconbench.reports.plot;

import org.jspecify.annotations.Nullable;

/**
 * An axis: what it measures, with the unit, and its range.
 *
 * @param label name and unit
 * @param min lower end in the values' own unit; null: from the data. Without an upper end only 0 counts: the axis starts
 *     there
 * @param max upper end; null: from the data
 * @param log whether it is logarithmic; then only positive values are drawn
 */
public record Axis(
        String label, @Nullable Double min, @Nullable Double max, boolean log) {

    /** A linear axis that fits the data. */
    public static Axis linear(String label) {
        return new Axis(label, null, null, false);
    }

    /** A logarithmic axis that fits the data. */
    public static Axis log(String label) {
        return new Axis(label, null, null, true);
    }

    /** A linear axis from 0 to 1 with a little air, so that lines on the border stay whole. */
    public static Axis unit(String label) {
        return new Axis(label, -0.02, 1.02, false);
    }
}
