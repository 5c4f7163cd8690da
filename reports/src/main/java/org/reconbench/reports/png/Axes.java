package org.reconbench.reports.png;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.reconbench.reports.plot.Axis;

/** Axes of the charts. A logarithmic axis runs over log10 of the values: data go through {@link #place} first. */
final class Axes {
    private Axes() {}

    /** The chart's axis for a plot's axis. */
    static NumberAxis of(Axis axis, int width) {
        NumberAxis made = axis.log() ? new DecadeAxis() : new NumberAxis();
        made.setLabel(Theme.fit(axis.label(), Theme.LABEL, width - 60.0));
        made.setAutoRangeIncludesZero(false);
        if (!axis.log()) {
            made.setNumberFormatOverride(new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
            made.setStandardTickUnits(new NumberTickUnitSource());
        }
        Double min = axis.min();
        Double max = axis.max();
        if (min != null && max != null) {
            double low = place(axis, min);
            double high = place(axis, max);
            made.setRange(low, high);
            if (!axis.log() && low >= -0.1 && high <= 1.1 && high - low > 0.9) {
                made.setTickUnit(new NumberTickUnit(
                        0.2, new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
            }
        } else if (min != null) {
            made.setAutoRangeIncludesZero(min == 0);
            made.setLowerMargin(0);
        }
        return made;
    }

    /** Where a value stands on the chart's axis; NaN when a logarithmic axis cannot show it. */
    static double place(Axis axis, double value) {
        if (!axis.log()) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NaN;
    }
}
