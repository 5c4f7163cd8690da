package org.reconbench.reports.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.table.Measure;

/** The sentences under a table: what is shown, what the marks mean and which test they come from, and what is missing. */
final class TableNotes {
    private TableNotes() {}

    /**
     * The notes of a table.
     *
     * @param valued how many columns have a value or a chance level for every configuration
     */
    static List<String> of(MeasureTable table, DatasetGroups groups, int valued) {
        List<String> notes = new ArrayList<>();
        notes.add(shown(table));
        if (table.reference() != null) {
            notes.add(marks(table));
            notes.add(tests(table, groups));
            shortage(table, valued, notes);
        }
        if (table.anyImputed()) {
            notes.add(
                    "\u2020 Some trials failed or are missing: the mean is over the others, while ranks and comparisons"
                            + " count each of them at chance level.");
        }
        return notes;
    }

    private static String shown(MeasureTable table) {
        int[] counts = table.lines().stream()
                .flatMap(line -> line.entries().stream())
                .mapToInt(entry -> entry.cell().n())
                .filter(n -> n > 0)
                .sorted()
                .distinct()
                .toArray();
        String seeds = counts.length == 0
                ? "no values"
                : "n = " + counts[0] + (counts.length == 1 ? "" : " to " + counts[counts.length - 1]);
        return table.measure().title() + ", mean \u00b1 standard deviation over seeds (" + seeds + "); "
                + (table.measure().higherIsBetter() ? "higher" : "lower")
                + " is better, the best of a column in bold."
                + (table.measure().oracle() ? " Test labels used: an upper bound, no result." : "");
    }

    private static String marks(MeasureTable table) {
        String whom = table.baseline() == null
                ? "the best of the column, beside the average rank with the best average rank (" + table.reference()
                        + ")"
                : table.baseline();
        return "Marks compare with " + whom + ": "
                + Arrays.stream(Mark.values())
                        .map(mark -> mark.sign() + " " + mark.words())
                        .collect(Collectors.joining(", "))
                + "; no mark: no difference detected"
                + (table.baseline() == null
                        ? ". The best was picked on the numbers that judge it, which flatters it."
                        : ".");
    }

    private static String tests(MeasureTable table, DatasetGroups groups) {
        return String.format(
                Locale.ROOT,
                "Test: Wilcoxon's signed-rank with Holm's adjustment at %s, and the Bayesian signed-rank with"
                        + " differences up to %s%s counting as equivalent; in a column over its seeds, beside the average"
                        + " rank over %s%d columns%s.",
                number(table.settings().alpha()),
                number(table.settings().rope()),
                table.measure() == Measure.TRAIN_SECONDS ? " s" : "",
                groups.members().isEmpty() ? "the " : "",
                table.ranked(),
                groups.members().isEmpty()
                        ? ""
                        : ", near-identical data sets taken as one: " + String.join("; ", groups.phrases()));
    }

    private static void shortage(MeasureTable table, int valued, List<String> notes) {
        List<MeasureTable.Column> few =
                table.columns().stream().filter(column -> !column.enough()).toList();
        if (!few.isEmpty()) {
            int needed = few.stream()
                    .mapToInt(MeasureTable.Column::neededSeeds)
                    .max()
                    .orElse(0);
            notes.add("Not enough seeds for any mark in "
                    + (few.size() == table.columns().size()
                            ? "any column"
                            : few.stream().map(MeasureTable.Column::title).collect(Collectors.joining("; ")))
                    + (needed > 0 ? ": " + needed + " are needed." : "."));
        }
        if (table.ranked() < table.neededColumns()) {
            notes.add("Not enough data sets for any mark beside the average rank: " + table.neededColumns()
                    + " are needed.");
        }
        if (valued < table.columns().size()) {
            notes.add("The average rank is over the " + valued + " columns in which every configuration has a"
                    + " value or a chance level.");
        }
        long datasets = table.columns().stream()
                .map(MeasureTable.Column::dataset)
                .distinct()
                .count();
        if (datasets < table.columns().size()) {
            notes.add("Columns of one data set under several protocols are not independent of each other.");
        }
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
