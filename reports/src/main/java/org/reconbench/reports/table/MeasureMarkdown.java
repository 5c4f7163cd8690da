package org.reconbench.reports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.reconbench.evaluation.table.Measure;

/** A measure's table as Markdown (GitHub's), its notes under it. No name in it means anything to Markdown or HTML. */
public final class MeasureMarkdown {
    private MeasureMarkdown() {}

    /** The file's text. */
    public static String of(MeasureTable table) {
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("Configuration"));
        List<String> protocols = table.columns().stream()
                .map(MeasureTable.Column::protocol)
                .distinct()
                .toList();
        boolean one = protocols.size() == 1;
        table.columns().forEach(column -> header.add(MarkdownTables.escape(one ? column.dataset() : column.title())));
        header.add("Avg. rank");
        text.append(row(header));
        text.append("|---|").append("---:|".repeat(header.size() - 1)).append('\n');
        for (MeasureTable.Line line : table.lines()) {
            List<String> cells = new ArrayList<>(List.of(MarkdownTables.escape(line.label())));
            line.entries().forEach(entry -> cells.add(cell(table.measure(), entry)));
            Double rank = line.averageRank();
            cells.add(rank == null ? "\u2013" : bold(Rounded.rank(rank), line.bestRank()) + raised(line));
            text.append(row(cells));
        }
        if (one) {
            text.append("\nProtocol: ")
                    .append(MarkdownTables.escape(protocols.get(0)))
                    .append(".\n");
        }
        table.notes()
                .forEach(note ->
                        text.append('\n').append(MarkdownTables.escape(note)).append('\n'));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Measure measure, MeasureTable.Entry entry) {
        String dagger = entry.imputed() ? "\u2020" : "";
        Double mean = entry.cell().mean();
        if (mean == null) {
            return "\u2013" + dagger;
        }
        Double sd = entry.cell().sd();
        String number =
                Rounded.value(measure, mean) + (sd == null ? "" : " \u00b1 " + Rounded.spread(measure, mean, sd));
        return bold(number, entry.best())
                + dagger
                + Mark.of(entry.comparison()).map(mark -> " " + mark.raised()).orElse("");
    }

    private static String raised(MeasureTable.Line line) {
        return Mark.of(line.overall()).map(mark -> " " + mark.raised()).orElse("");
    }

    private static String bold(String text, boolean bold) {
        return bold ? "**" + text + "**" : text;
    }
}
