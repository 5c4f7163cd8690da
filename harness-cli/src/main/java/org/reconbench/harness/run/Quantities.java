package org.reconbench.harness.run;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reconbench.core.InputException;

/** Reads and shows times and sizes as people write them. */
public final class Quantities {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)?");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmgt]?)i?b?");

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final long MOST_BYTES = 1L << 50;

    private Quantities() {}

    /** A time such as {@code 90s}, {@code 10m}, {@code 1h}; a bare number is seconds. */
    public static Duration duration(String option, String text) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            Duration time = switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofSeconds(count);
            };
            if (!time.isZero() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        }
        throw InputException.of(option + " " + text + ": must be a time above 0 such as 500ms, 90s, 10m or 1h, at most "
                + LONGEST.toHours() + "h");
    }

    /** A size such as {@code 512m} or {@code 4g}; a bare number is bytes. */
    public static long bytes(String option, String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            int shift = matcher.group(2).isEmpty() ? 0 : 10 * ("kmgt".indexOf(matcher.group(2)) + 1);
            if (count > 0 && count <= MOST_BYTES >> shift) {
                return count << shift;
            }
        }
        throw InputException.of(option + " " + text + ": must be a size above 0 such as 512m or 4g, at most "
                + (MOST_BYTES >> 40) + "t");
    }

    /** A time to show: {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String seconds(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** A size to show: {@code 640 KiB}, {@code 1.5 GiB}. */
    public static String bytes(long bytes) {
        if (bytes < 1L << 20) {
            return (bytes + 1023) / 1024 + " KiB";
        }
        return bytes < 1L << 30
                ? String.format(Locale.ROOT, "%.0f MiB", bytes / (double) (1L << 20))
                : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
