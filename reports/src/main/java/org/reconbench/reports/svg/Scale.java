package org.reconbench.reports.svg;

import java.util.List;
import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.Ticks;

/**
 * An axis with its ends and its place in the picture.
 *
 * @param low what stands at {@code from}: a value, or a decadic logarithm
 * @param high what stands at {@code to}
 */
record Scale(Axis axis, double low, double high, double from, double to) {
    private static final double AIR = 0.04;
    private static final double UNIT = 0.9;

    /** An axis with the ends that it states, or those of the values with a little air. */
    static Scale of(Axis axis, DoubleStream values, double from, double to) {
        var range = values.map(value -> placed(axis, value))
                .filter(Double::isFinite)
                .summaryStatistics();
        double low = range.getCount() == 0 ? 0 : range.getMin();
        double high = range.getCount() == 0 ? 1 : range.getMax();
        Double min = axis.min();
        Double max = axis.max();
        double air = high > low ? AIR * (high - low) : Math.max(Math.abs(low) * AIR, 1e-3);
        low -= air;
        high += air;
        if (min != null && max != null) {
            low = placed(axis, min);
            high = placed(axis, max);
        } else if (min != null) {
            low = Math.min(low + air, placed(axis, min));
        }
        return new Scale(axis, low, high > low ? high : low + 1, from, to);
    }

    private static double placed(Axis axis, double value) {
        if (!axis.log()) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    /** Where a value stands, at the nearer end when it is beyond; NaN when a logarithmic axis cannot show it. */
    double at(double value) {
        double share = (placed(axis, value) - low) / (high - low);
        return from + Math.min(1, Math.max(0, share)) * (to - from);
    }

    /** Round values on the axis, about one every given number of layout units. */
    List<Double> ticks(double every) {
        if (axis.log()) {
            return Ticks.logarithmic(low, high);
        }
        int steps = (int) Math.max(2, Math.abs(to - from) / every);
        boolean unit = low >= -0.1 && high <= 1.1 && high - low > UNIT;
        return Ticks.linear(low, high, unit ? Math.min(steps, 5) : steps);
    }
}
