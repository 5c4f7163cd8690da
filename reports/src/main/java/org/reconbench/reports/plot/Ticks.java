package org.reconbench.reports.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round values for axes, and how they are written. */
public final class Ticks {
    private static final int MOST_LABELS = 8;
    private static final double WIDE = 2.2;
    private static final double MIDDLE = 1.1;
    private static final double NARROW = 0.6;

    private Ticks() {}

    /**
     * Round values between two ends, at even steps of 1, 2 or 5 times a power of ten.
     *
     * @param low finite
     * @param high finite, above low
     * @param steps about how many steps
     */
    public static List<Double> linear(double low, double high, int steps) {
        double wanted = (high - low) / steps;
        if (!(wanted > 0) || !Double.isFinite(wanted)) {
            return List.of(low);
        }
        BigDecimal raw = BigDecimal.valueOf(wanted);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        double mantissa = raw.divide(power, MathContext.DECIMAL64).doubleValue();
        BigDecimal step =
                power.multiply(BigDecimal.valueOf(mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10));
        List<Double> values = new ArrayList<>();
        BigDecimal at = BigDecimal.valueOf(low)
                .divide(step, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.CEILING)
                .multiply(step);
        for (; at.doubleValue() <= high && values.size() <= 3 * steps; at = at.add(step)) {
            values.add(at.doubleValue());
        }
        return values;
    }

    /**
     * Round values between two decadic logarithms: decades, parts of decades, or even steps inside one decade.
     *
     * @param low logarithm of the lower end
     * @param high logarithm of the upper end
     */
    public static List<Double> logarithmic(double low, double high) {
        double span = high - low;
        if (span > WIDE) {
            return decades(low, high, List.of(1), (int) Math.ceil(span / MOST_LABELS));
        } else if (span > MIDDLE) {
            return decades(low, high, List.of(1, 2, 5), 1);
        } else if (span > NARROW) {
            return decades(low, high, List.of(1, 2, 3, 5, 7), 1);
        }
        return linear(Math.pow(10, low), Math.pow(10, high), 4).stream()
                .filter(value -> value > 0)
                .toList();
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

    /** As people write it: sizes from 0.001 to 100000 in full, else with a power of ten. */
    public static String label(double value) {
        double size = Math.abs(value);
        if (size == 0 || (size >= 1e-3 && size < 1e5)) {
            String plain =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
            return plain.replace('-', '\u2212');
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e", -1);
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        return mantissa + "e" + Integer.parseInt(parts[1]);
    }
}
