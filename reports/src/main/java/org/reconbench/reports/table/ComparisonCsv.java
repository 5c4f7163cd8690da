package org.reconbench.reports.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/**
 * The comparison table as CSV: one line a data set, protocol and configuration; mean, standard deviation and n of every
 * measure in full precision, empty where absent.
 *
 * <p>A text that a spreadsheet would run as a formula is led by an apostrophe.
 */
public final class ComparisonCsv {
    private static final String FORMULA = "=+-@\t\r\n";

    private ComparisonCsv() {}

    /** The file's text. */
    public static String of(ComparisonTable table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header());
            for (Row row : table.rows()) {
                csv.writeRecord(line(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written to memory", e);
        }
        return text.toString();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "dataset", "protocol", "configuration", "detector", "family", "config_id", "trials", "ok", "failed"));
        for (Measure measure : Measure.values()) {
            header.add(measure.id() + "_mean");
            header.add(measure.id() + "_sd");
            header.add(measure.id() + "_n");
        }
        header.add("notes");
        return header;
    }

    private static List<String> line(Row row) {
        List<String> line = new ArrayList<>(List.of(
                harmless(row.key().dataset()),
                harmless(row.key().protocol()),
                harmless(row.label()),
                harmless(row.detector()),
                harmless(row.family()),
                harmless(row.configId()),
                Integer.toString(row.trials().size()),
                Integer.toString(row.ok()),
                Integer.toString(row.failed())));
        for (Measure measure : Measure.values()) {
            Cell cell = row.cell(measure);
            line.add(number(cell.mean()));
            line.add(number(cell.sd()));
            line.add(Integer.toString(cell.n()));
        }
        line.add(harmless(row.noteText()));
        return line;
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    /** The text, led by an apostrophe if a spreadsheet would take it for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
