package org.reconbench.reports.study;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.table.Cell;

/** How numbers are written for people, the same in every section. */
public final class Numbers {
    /** What stands where there is no number. */
    public static final String NONE = "\u2013";

    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** A metric between 0 and 1: three decimals. */
    public static String metric(@Nullable Double value) {
        return value == null ? NONE : format("%.3f", value);
    }

    /** Mean and standard deviation of a metric: {@code 0.984 ± 0.010}; the mean alone for one value. */
    public static String metric(Cell cell) {
        String spread = spread(cell);
        return spread.isEmpty() ? metric(cell.mean()) : metric(cell.mean()) + " " + spread;
    }

    /** The standard deviation of a metric: {@code ± 0.010}; empty for fewer than two values. */
    public static String spread(Cell cell) {
        Double sd = cell.sd();
        return sd == null ? "" : "\u00b1 " + metric(sd);
    }

    /** Mean seconds without the unit, the digits chosen by size. */
    public static String meanSeconds(Cell cell) {
        Double mean = cell.mean();
        return mean == null ? NONE : bySize(mean, mean);
    }

    /** Standard deviation of seconds with the digits of their mean: {@code ± 0.01}; empty for fewer than two values. */
    public static String spreadSeconds(Cell cell) {
        Double mean = cell.mean();
        Double sd = cell.sd();
        return mean == null || sd == null ? "" : "\u00b1 " + bySize(mean, sd);
    }

    private static String bySize(double mean, double shown) {
        int decimals = mean >= 100 ? 0 : mean >= 1 ? 2 : mean >= 0.01 ? 3 : 5;
        return format("%." + decimals + "f", shown);
    }

    /** Seconds, or milliseconds below a tenth of one, with the unit. */
    public static String seconds(double value) {
        if (value >= 100) {
            return format("%.0f s", value);
        } else if (value >= 0.1) {
            return format("%.2f s", value);
        }
        return value >= 0.01 ? format("%.0f ms", value * 1e3) : format("%.2f ms", value * 1e3);
    }

    /** Three significant digits, without an exponent where people need none. */
    public static String plain(@Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e7) {
            return format("%.0f", value);
        }
        if (size >= 1e-3 && size < 1e5) {
            String text = format(size >= 100 ? "%.1f" : size >= 1 ? "%.3f" : "%.4f", value);
            return text.replaceAll("\\.?0+$", "");
        }
        return format("%.2e", value);
    }

    /** A share as a whole or one-decimal percentage. */
    public static String percent(@Nullable Double share) {
        return share == null ? NONE : format(share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /** A difference with its interval: {@code +0.031 (95 % interval -0.004 to +0.066, n = 10)}. */
    public static String difference(PairedDifference difference) {
        return signed(difference.mean()) + " (95 % interval "
                + signed(difference.interval().lower()) + " to "
                + signed(difference.interval().upper()) + ", n = " + difference.n() + ")";
    }

    /** A difference with its sign: {@code +0.031}; {@code 0.000} without one. */
    public static String signed(double value) {
        String text = format("%+.3f", value);
        return text.substring(1).equals("0.000") ? "0.000" : text.replace('-', MINUS);
    }

    /** A mean difference with its interval: {@code +0.031 (95 % interval -0.004 to +0.066)}. */
    public static String difference(PairComparison pair) {
        return signed(pair.difference()) + " (95 % interval "
                + signed(pair.interval().lower()) + " to "
                + signed(pair.interval().upper()) + ")";
    }

    /** A probability: three decimals, {@code < 0.001} below. */
    public static String probability(double p) {
        return p < 0.001 ? "< 0.001" : format("%.3f", p);
    }

    /** A probability after its letter: {@code = 0.031}, {@code < 0.001}. */
    public static String equalsProbability(double p) {
        return p < 0.001 ? "< 0.001" : "= " + probability(p);
    }

    /** The first names, and how many more there are. */
    public static String some(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** A count with its noun, whose plural is given. */
    public static String count(long count, String noun, String plural) {
        return count + " " + (count == 1 ? noun : plural);
    }

    /** A count with its noun: {@code 1 trial}, {@code 3 trials}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
