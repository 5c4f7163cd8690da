package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.reports.table.MeasureJson;

/**
 * Comparisons of A with B made over the same blocks: one line each.
 *
 * @param title what they are over
 * @param head what a line is about: {@code Measure}
 * @param difference how the difference is told: {@code A - B} or {@code B - A}
 */
record PairTable(String title, String head, String difference, List<Line> lines) {
    PairTable {
        lines = List.copyOf(lines);
    }

    /**
     * A comparison.
     *
     * @param a mean of A over the blocks
     * @param b mean of B
     * @param comparison told from the side that a positive difference speaks for
     */
    record Line(String name, double a, double b, PairComparison comparison) {}

    private boolean fromA() {
        return difference.startsWith("A");
    }

    /** The side that a verdict calls better: {@code A} or {@code B}. */
    private Optional<String> better(PairComparison comparison) {
        return comparison.better().map(label -> label.equals(comparison.first()) == fromA() ? "A" : "B");
    }

    /** The table, at most so wide. */
    List<String> lines(int width) {
        TextTable text = TextTable.of(head, ">n", ">A", ">B", ">" + difference, ">95 % interval", ">W/T/L", "Verdict");
        for (Line line : lines) {
            PairComparison made = line.comparison();
            text.row(
                    line.name(),
                    Integer.toString(made.blocks()),
                    plain(line.a()),
                    plain(line.b()),
                    signed(made.difference()),
                    interval(made.interval()),
                    made.winTieLoss().wins() + "/" + made.winTieLoss().ties() + "/"
                            + made.winTieLoss().losses(),
                    verdict(made));
        }
        return text.lines(width);
    }

    private String verdict(PairComparison made) {
        String words =
                better(made).map(side -> side + " ").orElse("") + made.verdict().words();
        return made.verdict() == made.verdictWithoutImputed()
                ? words
                : words + " (without failed trials: "
                        + made.verdictWithoutImputed().words() + ")";
    }

    /** What says that the given side is better. */
    List<String> saying(String side) {
        List<String> found = new ArrayList<>();
        for (Line line : lines) {
            if (better(line.comparison()).equals(Optional.of(side))) {
                found.add(line.name() + " is " + line.comparison().verdict().words() + " in " + side + " (" + difference
                        + " " + signed(line.comparison().difference()) + "; " + title + ")");
            }
        }
        return found;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("over", title);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(head.toLowerCase(Locale.ROOT), line.name());
            row.put("a", line.a());
            row.put("b", line.b());
            row.put("difference_is", difference);
            row.putAll(Objects.requireNonNull(MeasureJson.comparison(line.comparison())));
            row.put("with", fromA() ? "B" : "A");
            row.put("better", better(line.comparison()).orElse(null));
            rows.add(row);
        }
        json.put("lines", rows);
        return json;
    }

    private static String interval(Interval interval) {
        return signed(interval.lower()) + " " + signed(interval.upper());
    }

    private static String plain(double value) {
        return shorter(String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value));
    }

    private static String signed(double value) {
        return shorter(String.format(Locale.ROOT, Math.abs(value) < 10 ? "%+.3f" : "%+.1f", value));
    }

    private static String shorter(String number) {
        return number.replaceFirst("^([+-]?)0\\.", "$1.");
    }
}
