package org.reconbench.reports.png;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis over log10 of the values, with ticks at round values (1, 2, 5 of each decade, or decades alone when there are
 * many) labelled in the values' own unit.
 */
final class DecadeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LABELS = 8;

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        List<NumberTick> ticks = new ArrayList<>();
        for (double value : values(getRange().getLowerBound(), getRange().getUpperBound())) {
            ticks.add(new NumberTick(TickType.MAJOR, Math.log10(value), label(value), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /** Round values between two logarithms: decades, parts of decades, or even steps inside one decade. */
    static List<Double> values(double low, double high) {
        double span = high - low;
        if (span > 2.2) {
            return decades(low, high, List.of(1), (int) Math.ceil(span / MOST_LABELS));
        } else if (span > 1.1) {
            return decades(low, high, List.of(1, 2, 5), 1);
        } else if (span > 0.6) {
            return decades(low, high, List.of(1, 2, 3, 5, 7), 1);
        }
        return evenSteps(Math.pow(10, low), Math.pow(10, high));
    }

    private static List<Double> decades(double low, double high, List<Integer> steps, int stride) {
        List<Double> values = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(low), stride) * stride;
        for (int decade = first; decade <= high; decade += stride) {
            for (int step : steps) {
                double value = Double.parseDouble(step + "e" + decade);
                if (Math.log10(value) >= low && Math.log10(value) <= high) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static List<Double> evenSteps(double low, double high) {
        BigDecimal raw = BigDecimal.valueOf((high - low) / 4);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        double mantissa = raw.divide(power, MathContext.DECIMAL64).doubleValue();
        BigDecimal step = power.multiply(BigDecimal.valueOf(mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : 5));
        List<Double> values = new ArrayList<>();
        BigDecimal first = BigDecimal.valueOf(low)
                .divide(step, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.CEILING)
                .multiply(step);
        for (BigDecimal at = first; at.doubleValue() <= high; at = at.add(step)) {
            if (at.signum() > 0) {
                values.add(at.doubleValue());
            }
        }
        return values;
    }

    /** As people write it: 0.001 to 10000 in full, else with a power of ten. */
    static String label(double value) {
        if (value >= 1e-3 && value < 1e5) {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e", -1);
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        return mantissa + "e" + Integer.parseInt(parts[1]);
    }
}
