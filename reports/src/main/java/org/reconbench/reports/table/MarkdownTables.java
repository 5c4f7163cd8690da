package org.reconbench.reports.table;

import java.util.stream.Collectors;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.VisibleText;

/** The tables of a section as Markdown, with their headings and captions, the numbers as the page shows them. */
public final class MarkdownTables {
    private MarkdownTables() {}

    /** The tables of the section with that id; a line saying so if there are none. */
    public static String of(Document document, String sectionId) {
        StringBuilder text =
                new StringBuilder("# ").append(escape(document.title())).append("\n");
        for (Section section : document.sections()) {
            if (section.id().equals(sectionId)) {
                text.append('\n').append(escape(section.finding())).append('\n');
                for (Element element : section.elements()) {
                    append(text, element);
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Element element) {
        if (element instanceof Element.Heading heading) {
            text.append("\n## ").append(escape(heading.text())).append("\n");
        } else if (element instanceof Table table) {
            text.append("\n|");
            for (Table.Column column : table.columns()) {
                String mark = column.kind() == Table.Kind.ORACLE ? " \u2020" : "";
                text.append(' ').append(escape(column.title())).append(mark).append(" |");
            }
            text.append("\n|");
            for (Table.Column column : table.columns()) {
                text.append(column.kind() == Table.Kind.TEXT ? "---|" : "---:|");
            }
            for (Table.Row row : table.rows()) {
                text.append(row.cells().stream()
                        .map(MarkdownTables::cell)
                        .collect(Collectors.joining(" | ", "\n| ", " |")));
            }
            text.append("\n\n").append(escape(table.caption())).append('\n');
        }
    }

    private static String cell(Table.Cell cell) {
        return cell.best() ? "**" + escape(cell.full()) + "**" : escape(cell.full());
    }

    /** One line in which neither Markdown nor HTML means anything. */
    static String escape(String text) {
        return VisibleText.of(text)
                .replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_|\\[\\]])", "\\\\$1");
    }
}
