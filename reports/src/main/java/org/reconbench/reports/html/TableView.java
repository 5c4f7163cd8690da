package org.reconbench.reports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reconbench.reports.document.Table;

/** A table as the template wants it. */
final class TableView {
    private static final int LONGEST_WORD = 28;

    private TableView() {}

    static Map<String, Object> of(Table table, Set<String> sections) {
        List<Map<String, Object>> columns = table.columns().stream()
                .map(column -> {
                    Map<String, Object> view = new HashMap<>();
                    view.put("title", column.title() + (column.kind() == Table.Kind.ORACLE ? " \u2020" : ""));
                    view.put("css", css(column.kind()));
                    view.put("help", column.help());
                    view.put("hasHelp", !column.help().isEmpty());
                    return view;
                })
                .toList();
        List<Map<String, Object>> rows = table.rows().stream()
                .map(row -> Map.<String, Object>of("cells", cells(table, row, sections)))
                .toList();
        return Map.of("tableId", table.id(), "caption", table.caption(), "columns", columns, "rows", rows);
    }

    private static List<Map<String, Object>> cells(Table table, Table.Row row, Set<String> sections) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            Double value = cell.value();
            Map<String, Object> view = new HashMap<>();
            view.put("first", i == 0);
            boolean remarks = !cell.remarks().isEmpty();
            view.put("text", remarks ? "" : cell.text());
            view.put("remarks", remarks(cell, sections));
            view.put("spread", cell.spread());
            view.put("hasSpread", !cell.spread().isEmpty());
            view.put(
                    "css",
                    css(table.columns().get(i).kind()) + (cell.best() ? " best" : "") + (cramped(cell) ? " long" : ""));
            view.put("hasValue", value != null);
            view.put("sort", value == null ? "" : Double.toString(value));
            view.put("swatch", cell.look() == null ? "" : Swatch.svg(cell.look()));
            views.add(view);
        }
        return views;
    }

    private static List<Map<String, Object>> remarks(Table.Cell cell, Set<String> sections) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Table.Remark remark : cell.remarks()) {
            boolean linked = sections.contains(remark.section());
            views.add(Map.of(
                    "comma", !views.isEmpty(), "linked", linked, "words", remark.text(), "section", remark.section()));
        }
        return views;
    }

    private static String css(Table.Kind kind) {
        return switch (kind) {
            case TEXT -> "t";
            case NUMBER -> "n";
            case ORACLE -> "n o";
        };
    }

    /** Whether a word of the text is too long to be kept whole. */
    private static boolean cramped(Table.Cell cell) {
        return Arrays.stream(cell.text().split("\\s+", -1)).anyMatch(word -> word.length() > LONGEST_WORD);
    }
}
