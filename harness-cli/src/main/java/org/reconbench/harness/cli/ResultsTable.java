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
    private ResultsTable() {}

    static void print(StoredRun run, Console console) {
        ComparisonTable table = ComparisonTable.of(run.trials());
        for (Block block : table.blocks()) {
            console.out().println();
            console.out()
                    .println(block.dataset() + ", " + block.protocol()
                            + ": mean ± std over seeds; Secs: training of one trial");
            lines(block, console.width()).forEach(console.out()::println);
        }
        console.out().println();
    }

    /** The lines of one block; without standard deviations where the width has no room for them. */
    static List<String> lines(Block block, int width) {
        List<String> full = lines(block, width, true);
        return full.stream().allMatch(line -> line.length() <= width) ? full : lines(block, width, false);
    }

    private static List<String> lines(Block block, int width, boolean spreads) {
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
        List<String> lines = new ArrayList<>(text.lines(width));
        lines.add(
                1,
                "-"
                        .repeat(Math.min(
                                width,
                                lines.stream().mapToInt(String::length).max().orElse(0))));
        marks.forEach((note, mark) -> lines.add("  " + mark + "  " + note));
        return lines;
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
