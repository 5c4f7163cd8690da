package org.reconbench.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;

/** Takes the fields of a CSV as they are parsed: the header first, then each number straight to its place. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Integer> {
    private static final String NUMBERS = "finite decimal numbers such as 1.5 or -2e-3";
    private static final Set<String> MISSING =
            Set.of("nan", "na", "n/a", "null", "none", "nil", "?", "inf", "+inf", "-inf", "infinity", "-infinity");

    private final Path file;
    private final FileOptions options;
    private final CsvSurvey survey;
    private final LabelWords words;
    private final List<String> header = new ArrayList<>();
    private @Nullable CsvColumns columns;
    private double[] values = {};
    private int[] labels = {};
    private boolean blank = true;
    private int width;
    private int rows;

    CsvRows(Path file, FileOptions options, CsvSurvey survey) {
        this.file = file;
        this.options = options;
        this.survey = survey;
        this.words = new LabelWords(options.anomaly());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        blank = true;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column == 0 && !quoted && isBlank(buffer, offset, length)) {
            return; // an empty line, or an empty first cell: known when the next field or the end comes
        }
        if (column == 1 && blank) {
            take(0, buffer, offset, 0);
        }
        blank = false;
        take(column, buffer, offset, length);
    }

    private void take(int column, char[] buffer, int offset, int length) {
        CsvColumns known = columns;
        if (known == null) {
            header.add(new String(buffer, offset, length));
            return;
        }
        if (column >= known.count() || rows >= labels.length) {
            return; // refused when the row is complete
        }
        int role = known.role(column);
        if (role >= 0) {
            double value = NumberText.parse(buffer, offset, length);
            if (!Double.isFinite(value)) {
                throw refused(known.name(column), new String(buffer, offset, length).strip(), value);
            }
            values[rows * width + role] = value;
        } else if (role == CsvColumns.LABEL) {
            labels[rows] = label(known, new String(buffer, offset, length));
        }
    }

    @Override
    protected Integer buildRecord() {
        if (blank) {
            return rows;
        }
        CsvColumns known = columns;
        if (known == null) {
            columns = new CsvColumns(file, line(), header, options);
            allocate(columns);
            return 0;
        }
        if (getFieldCount() != known.count()) {
            throw InputException.atLine(
                    file,
                    line(),
                    "the row has " + getFieldCount() + " fields, the header has " + known.count()
                            + "; every row must have as many");
        }
        if (rows >= labels.length) {
            throw new IllegalStateException("more rows than lines: " + rows);
        }
        rows++;
        return rows;
    }

    /** No more rows than lines, and each row takes two bytes a column or more. */
    private void allocate(CsvColumns known) {
        width = known.features().size();
        long most = Math.min(survey.lines() - 1, survey.bytes() / (2L * known.count()));
        if (most * width > Integer.MAX_VALUE - 8) {
            throw InputException.inFile(
                    file,
                    "is too large: " + most + " rows of " + width + " features; at most " + (Integer.MAX_VALUE - 8)
                            + " values fit");
        }
        values = new double[(int) most * width];
        labels = new int[(int) most];
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private int label(CsvColumns known, String text) {
        if (text.isBlank()) {
            throw InputException.atLine(file, line(), "label column '" + known.labelName() + "': the cell is empty");
        }
        int label = words.classify(text);
        if (label >= 0) {
            return label;
        }
        String taken = "\nSay which values mean anomaly (anomaly: [...]); known without that are " + LabelWords.usual();
        if (known.labelGuessed()) {
            throw InputException.atLine(
                    file,
                    line(),
                    "no label column: none is called " + String.join(", ", CsvColumns.LABEL_NAMES)
                            + ", and the last one, '" + known.labelName() + "', holds '" + text.strip()
                            + "'. Name it (label: ...)." + taken);
        }
        throw InputException.atLine(
                file,
                line(),
                "label column '" + known.labelName() + "': '" + text.strip()
                        + "' is neither a known anomaly value nor a known normal one." + taken);
    }

    private InputException refused(String column, String text, double value) {
        String why;
        if (text.isEmpty()) {
            why = "the cell is empty";
        } else if (Double.isInfinite(value)) {
            why = "'" + text + "' is too great for a 64-bit number";
        } else if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            why = "'" + text + "' is not a finite number";
        } else if (text.matches("[+-]?\\d+,\\d+")) {
            why = "'" + text + "' has a decimal comma";
        } else {
            why = "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "' is not a number";
        }
        return InputException.atLine(
                file,
                line(),
                "column '" + column + "': " + why + "; allowed are " + NUMBERS
                        + " (a column can be left out with drop)");
    }

    private int line() {
        return (int) Math.min(Integer.MAX_VALUE, getStartingLineNumber());
    }

    /** The table, once every record has been taken. */
    Dataset finish(String name) {
        CsvColumns known = columns;
        if (known == null) {
            throw InputException.inFile(file, "is empty: a header and at least one row are needed");
        }
        if (rows == 0) {
            throw InputException.inFile(file, "has a header but no rows: at least one is needed");
        }
        if (words.givenButAbsent()) {
            throw InputException.inFile(
                    file,
                    "label column '" + known.labelName() + "': none of the anomaly values "
                            + String.join(", ", options.anomaly()) + " occurs; it holds " + words.seen());
        }
        double[] exact = values.length == rows * width ? values : Arrays.copyOf(values, rows * width);
        values = new double[0];
        int[] exactLabels = Arrays.copyOf(labels, rows);
        return Dataset.of(name, known.features(), Matrix.wrap(rows, width, exact), Labels.of(exactLabels));
    }
}
