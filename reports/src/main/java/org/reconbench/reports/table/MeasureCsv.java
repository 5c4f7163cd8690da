package org.reconbench.reports.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.PairComparison;

/**
 * A measure's table as CSV, one line a configuration and column, every number in full precision and empty where absent. What is
 * said of a configuration over all columns (average rank, comparison) is repeated in each of its lines.
 *
 * <p>A text that a spreadsheet would run as a formula is led by an apostrophe.
 */
public final class MeasureCsv {
    private static final List<String> HEADER = List.of(
            "measure",
            "dataset",
            "protocol",
            "configuration",
            "detector",
            "family",
            "config_id",
            "n",
            "mean",
            "sd",
            "lower",
            "upper",
            "failed",
            "imputed",
            "best",
            "compared_with",
            "difference",
            "difference_lower",
            "difference_upper",
            "p",
            "p_adjusted",
            "verdict",
            "better",
            "average_rank",
            "overall_compared_with",
            "overall_difference",
            "overall_difference_lower",
            "overall_difference_upper",
            "overall_p",
            "overall_p_adjusted",
            "overall_verdict",
            "overall_better");

    private MeasureCsv() {}

    /** The file's text. */
    public static String of(MeasureTable table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            for (MeasureTable.Line line : table.lines()) {
                for (int c = 0; c < table.columns().size(); c++) {
                    csv.writeRecord(record(table, line, c));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written to memory", e);
        }
        return text.toString();
    }

    private static List<String> record(MeasureTable table, MeasureTable.Line line, int c) {
        MeasureTable.Column column = table.columns().get(c);
        MeasureTable.Entry entry = line.entries().get(c);
        List<String> fields = new ArrayList<>(List.of(
                table.measure().id(),
                ComparisonCsv.harmless(column.dataset()),
                ComparisonCsv.harmless(column.protocol()),
                ComparisonCsv.harmless(line.label()),
                ComparisonCsv.harmless(line.detector()),
                ComparisonCsv.harmless(line.family()),
                ComparisonCsv.harmless(line.configId()),
                Integer.toString(entry.cell().n()),
                number(entry.cell().mean()),
                number(entry.cell().sd()),
                number(entry.interval() == null ? null : entry.interval().lower()),
                number(entry.interval() == null ? null : entry.interval().upper()),
                Integer.toString(entry.failed()),
                Boolean.toString(entry.imputed()),
                Boolean.toString(entry.best())));
        compare(fields, entry.comparison());
        fields.add(number(line.averageRank()));
        compare(fields, line.overall());
        return fields;
    }

    private static void compare(List<String> fields, @Nullable PairComparison made) {
        if (made == null) {
            fields.addAll(List.of("", "", "", "", "", "", "", ""));
            return;
        }
        fields.add(ComparisonCsv.harmless(made.second()));
        fields.add(number(made.difference()));
        fields.add(number(made.interval().lower()));
        fields.add(number(made.interval().upper()));
        fields.add(number(made.test().p()));
        fields.add(number(made.adjustedP()));
        fields.add(made.verdict().words());
        fields.add(ComparisonCsv.harmless(made.better().orElse("")));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
