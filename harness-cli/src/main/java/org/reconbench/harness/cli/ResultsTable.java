package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Note;
import org.reconbench.evaluation.table.Row;
import org.reconbench.harness.store.StoredRun;

/** The comparison as the console shows it: one table a data set and protocol, notes under it. */
final class ResultsTable {
    private static final String PLAIN = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[1;32m";

    private ResultsTable() {}

    static void print(StoredRun run, Console console) {
        ComparisonTable table = ComparisonTable.of(
                run.trials(), Selection.measure(run.info().stats().primary()));
        for (Block block : table.blocks()) {
            List<String> lines = lines(block, console.width(), console.colour());
            boolean spreads = lines.stream().anyMatch(line -> line.contains("\u00b1"));
            console.out().println();
            console.out()
                    .println(block.dataset() + ", " + block.protocol() + (spreads ? ": mean \u00b1 std" : ": mean")
                            + " over seeds; Secs: training of one trial");
            lines.forEach(console.out()::println);
        }
        console.out().println();
    }

    /** The lines of one block; without standard deviations where the width has no room for them, or names would wrap much. */
    static List<String> lines(Block block, int width, boolean colour) {
        List<String> full = lines(block, width, true, false);
        int without = lines(block, width, false, false).size();
        boolean fits = full.stream().allMatch(line -> line.length() <= width) && 3 * full.size() <= 4 * without;
        return fits && !colour ? full : lines(block, width, fits, colour);
    }

    private static List<String> lines(Block block, int width, boolean spreads, boolean colour) {
        TextTable text = TextTable.of("Model", ">Prec.", ">Recall", ">F1", ">AUC-ROC", ">AUC-PR", ">Secs", "Notes");
        Map<String, Integer> marks = new LinkedHashMap<>();
        for (Row row : block.rows()) {
            List<String> ownMarks = new ArrayList<>();
            for (Note note : row.notes()) {
                ownMarks.add(Integer.toString(marks.computeIfAbsent(note.text(), key -> marks.size() + 1)));
            }
            text.row(
                    row.label(),
                    mean(row.cell(Measure.PRECISION), spreads),
                    mean(row.cell(Measure.RECALL), spreads),
                    mean(row.cell(Measure.F1), spreads),
                    mean(row.cell(Measure.AUC_ROC), spreads),
                    mean(row.cell(Measure.AUC_PR), spreads),
                    seconds(row.cell(Measure.TRAIN_SECONDS)),
                    String.join(",", ownMarks));
        }
        List<String> lines = new ArrayList<>(text.lines(width, (row, line) -> {
            return colour ? painted(row < 0 ? BOLD : code(block.rows().get(row)), line) : line;
        }));
        int widest = text.lines(width).stream().mapToInt(String::length).max().orElse(0);
        lines.add(1, painted(colour ? DIM : "", "-".repeat(Math.min(width, widest))));
        marks.forEach((note, mark) -> lines.add(painted(colour ? DIM : "", "  " + mark + "  " + note)));
        return lines;
    }

    /** The best green, one without numbers red, references dim. */
    private static String code(Row row) {
        if (row.notes().stream().anyMatch(note -> note.kind() == Note.Kind.BEST)) {
            return GREEN;
        }
        return row.ok() == 0 ? RED : row.network() ? "" : DIM;
    }

    private static String painted(String code, String line) {
        return code.isEmpty() ? line : code + line + PLAIN;
    }

    private static String mean(Cell cell, boolean spreads) {
        Double mean = cell.mean();
        Double sd = cell.sd();
        if (mean == null) {
            return "-";
        }
        return sd == null || !spreads ? fraction(mean, 3) : fraction(mean, 3) + "±" + fraction(sd, 2);
    }

    /** {@code .984}, {@code 1.00}: as many digits as fit the same width. */
    private static String fraction(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.startsWith("0.") ? text.substring(1) : text.substring(0, digits + 1);
    }

    private static String seconds(Cell cell) {
        Double mean = cell.mean();
        return mean == null ? "-" : String.format(Locale.ROOT, mean < 10 ? "%.2f" : "%.0f", mean);
    }

    /** One line on a trial that is not ok. */
    static String describe(TrialRecord trial) {
        TrialRecord.Failure failure = trial.failure();
        return trial.detector().name() + " on " + trial.dataset().name() + ", "
                + trial.protocol().name() + ", seed " + trial.seed() + ": "
                + trial.status().id()
                + (failure == null ? "" : " (" + failure.phase() + ": " + failure.message() + ")");
    }
}
