package org.reconbench.reports.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines of fields as CSV. A text that a spreadsheet would run as a formula is led by an apostrophe; numbers stay as they are. */
public final class CsvText {
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";

    private CsvText() {}

    /** The file's text, lines ending in a line feed. */
    public static String of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            for (List<String> line : lines) {
                csv.writeRecord(line.stream().map(CsvText::field).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written to memory", e);
        }
        return text.toString();
    }

    private static String field(String text) {
        return text.matches(NUMBER) ? text : ComparisonCsv.harmless(text);
    }
}
