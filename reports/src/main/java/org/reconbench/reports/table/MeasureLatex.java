package org.reconbench.reports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.reconbench.evaluation.table.Measure;

/**
 * A measure's table as LaTeX with booktabs, its notes under it. More than {@value #MOST_COLUMNS} columns become several floats, each scaled down to
 * the line where it is wider; the average rank stands in the last.
 *
 * <p>Names are escaped ({@link LatexText}); a name in a script that the document's fonts lack is the document's to set.
 */
public final class MeasureLatex {
    /** Columns of data that fit a page beside the names. */
    static final int MOST_COLUMNS = 5;

    private static final String NEEDS =
            "% Needs \\usepackage{booktabs,graphicx}; a table wider than the line is scaled down to it.\n";
    /** As wide as it is, but no wider than the line. */
    private static final String FITTED = "  \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n";

    private final MeasureTable table;
    private final boolean oneDataset;
    private final boolean oneProtocol;

    private MeasureLatex(MeasureTable table) {
        this.table = table;
        this.oneDataset = table.columns().stream()
                        .map(MeasureTable.Column::dataset)
                        .distinct()
                        .count()
                <= 1;
        this.oneProtocol = table.columns().stream()
                        .map(MeasureTable.Column::protocol)
                        .distinct()
                        .count()
                <= 1;
    }

    /** The file's text. */
    public static String of(MeasureTable table) {
        return new MeasureLatex(table).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(NEEDS);
        List<Integer> ends = ends();
        for (int i = 0; i < ends.size(); i++) {
            text.append(part(i == 0 ? 0 : ends.get(i - 1), ends.get(i), i, ends.size()));
        }
        return text.toString();
    }

    /** Where each float ends: even shares - eleven columns are 4 + 4 + 3, not 5 + 5 + 1 - that part no data set where that is possible. */
    private List<Integer> ends() {
        List<MeasureTable.Column> columns = table.columns();
        int widest = 1;
        for (int start = 0; start < columns.size(); start = endOfDataset(columns, start)) {
            widest = Math.max(widest, endOfDataset(columns, start) - start);
        }
        int floats = Math.max(1, (columns.size() + MOST_COLUMNS - 1) / MOST_COLUMNS);
        int share = (columns.size() + floats - 1) / floats;
        int whole = widest <= MOST_COLUMNS ? Math.min(MOST_COLUMNS, (share + widest - 1) / widest * widest) : share;
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        while (columns.size() - start > whole) {
            int end = start + whole;
            while (widest <= MOST_COLUMNS
                    && columns.get(end - 1).dataset().equals(columns.get(end).dataset())) {
                end--;
            }
            ends.add(end);
            start = end;
        }
        ends.add(columns.size());
        return ends;
    }

    private static int endOfDataset(List<MeasureTable.Column> columns, int start) {
        int end = start + 1;
        while (end < columns.size()
                && columns.get(end).dataset().equals(columns.get(start).dataset())) {
            end++;
        }
        return end;
    }

    private String part(int from, int to, int number, int of) {
        boolean last = number == of - 1;
        StringBuilder text = new StringBuilder("\\begin{table}\n  \\centering\n  \\caption{");
        text.append(caption())
                .append(of > 1 ? " (" + (number + 1) + " of " + of + ")" : "")
                .append("}\n");
        text.append("  \\label{tab:")
                .append(table.measure().id().replace('_', '-'))
                .append(of > 1 ? "-" + (number + 1) : "")
                .append("}\n  \\small\n")
                .append(FITTED)
                .append("  \\begin{tabular}{l")
                .append("r".repeat(to - from + (last ? 1 : 0)))
                .append("}\n    \\toprule\n");
        text.append(header(from, to, last));
        text.append("    \\midrule\n");
        for (MeasureTable.Line line : table.lines()) {
            List<String> cells = new ArrayList<>(List.of(LatexText.escape(line.label())));
            line.entries().subList(from, to).forEach(entry -> cells.add(cell(table.measure(), entry)));
            if (last) {
                cells.add(rank(line));
            }
            text.append(row(cells));
        }
        text.append("    \\bottomrule\n  \\end{tabular}}\n");
        if (last) {
            text.append("\n  \\smallskip\n  \\parbox{\\linewidth}{\\footnotesize ")
                    .append(table.notes().stream().map(LatexText::escape).collect(Collectors.joining("\n  ")))
                    .append("}\n");
        }
        return text.append("\\end{table}\n").toString();
    }

    private String caption() {
        String what = LatexText.escape(table.measure().title());
        MeasureTable.Column first =
                table.columns().isEmpty() ? null : table.columns().get(0);
        if (first == null || !(oneDataset || oneProtocol)) {
            return what;
        }
        String where = oneDataset && oneProtocol ? first.title() : oneDataset ? first.dataset() : first.protocol();
        return what + " (" + LatexText.escape(where) + ")";
    }

    /** One line of what varies; two, data sets over their protocols, where both do. */
    private String header(int from, int to, boolean last) {
        List<MeasureTable.Column> columns = table.columns().subList(from, to);
        StringBuilder text = new StringBuilder();
        boolean two = !oneDataset && !oneProtocol;
        if (two) {
            text.append(spans(columns, last));
        }
        List<String> cells = new ArrayList<>(List.of("Configuration"));
        columns.forEach(column -> cells.add(LatexText.escape(oneProtocol ? column.dataset() : column.protocol())));
        if (last) {
            cells.add("Avg.\\ rank");
        }
        return text.append(row(cells)).toString();
    }

    private static String spans(List<MeasureTable.Column> columns, boolean last) {
        List<String> cells = new ArrayList<>(List.of(""));
        StringBuilder rules = new StringBuilder();
        int start = 0;
        while (start < columns.size()) {
            int end = endOfDataset(columns, start);
            cells.add("\\multicolumn{" + (end - start) + "}{c}{"
                    + LatexText.escape(columns.get(start).dataset()) + "}");
            rules.append("    \\cmidrule(lr){")
                    .append(start + 2)
                    .append('-')
                    .append(end + 1)
                    .append("}\n");
            start = end;
        }
        if (last) {
            cells.add("");
        }
        return row(cells) + rules;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" & ", "    ", " \\\\\n"));
    }

    private static String cell(Measure measure, MeasureTable.Entry entry) {
        String dagger = entry.imputed() ? "\\dagger" : "";
        Double mean = entry.cell().mean();
        if (mean == null) {
            return dagger.isEmpty() ? "--" : "--$^{" + dagger + "}$";
        }
        Double sd = entry.cell().sd();
        String number = Rounded.value(measure, mean) + (sd == null ? "" : " \\pm " + Rounded.spread(measure, mean, sd));
        String raised = dagger + Mark.of(entry.comparison()).map(Mark::sign).orElse("");
        return maths(number, entry.best(), raised);
    }

    private static String rank(MeasureTable.Line line) {
        Double rank = line.averageRank();
        return rank == null
                ? "--"
                : maths(
                        Rounded.rank(rank),
                        line.bestRank(),
                        Mark.of(line.overall()).map(Mark::sign).orElse(""));
    }

    private static String maths(String number, boolean best, String raised) {
        return "$" + (best ? "\\mathbf{" + number + "}" : number) + (raised.isEmpty() ? "" : "^{" + raised + "}") + "$";
    }
}
