package org.reconbench.reports.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.reports.plot.Look;

/**
 * A table.
 *
 * @param id unique in the document: lower-case letters, digits and hyphens
 * @param caption what it shows, with units and n
 */
public record Table(String id, String caption, List<Column> columns, List<Row> rows) implements Element {

    /** Copies the lists and checks the rows' lengths. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("table '" + id + "': a row of "
                        + row.cells().size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /**
     * A column.
     *
     * @param help one sentence on what it holds; empty when the title says it
     */
    public record Column(String title, String help, Kind kind) {
        /** A column of text. */
        public static Column text(String title) {
            return new Column(title, "", Kind.TEXT);
        }

        /** A column of numbers. */
        public static Column number(String title, String help) {
            return new Column(title, help, Kind.NUMBER);
        }
    }

    /** What a column holds. */
    public enum Kind {
        /** Text, left aligned. */
        TEXT,
        /** Numbers, right aligned. */
        NUMBER,
        /** Numbers that test labels chose: set apart. */
        ORACLE
    }

    /** A row. */
    public record Row(List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of these cells. */
        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * A remark with the section that shows why.
     *
     * @param section the section's id; a report without it shows the text alone
     */
    public record Remark(String text, String section) {}

    /**
     * A cell.
     *
     * @param text as shown
     * @param spread what qualifies it, shown smaller: {@code ± 0.010}; may be empty
     * @param value what to sort by; null sorts last, or by text in a column of text
     * @param look the look of the configuration it names, or null
     * @param best whether it is the best of its column
     * @param remarks what the text is made of, each part with its evidence; empty for plain text
     */
    public record Cell(
            String text,
            String spread,
            @Nullable Double value,
            @Nullable Look look,
            boolean best,
            List<Remark> remarks) {
        /** Copies the list. */
        public Cell {
            remarks = List.copyOf(remarks);
        }

        /** A cell of plain text or a number. */
        public Cell(String text, String spread, @Nullable Double value, @Nullable Look look, boolean best) {
            this(text, spread, value, look, best, List.of());
        }

        /** A cell of remarks. */
        public static Cell remarks(List<Remark> remarks) {
            String text = remarks.stream().map(Remark::text).collect(Collectors.joining(", "));
            return new Cell(text, "", null, null, false, remarks);
        }

        /** Text and spread in one line. */
        public String full() {
            return spread.isEmpty() ? text : text + " " + spread;
        }

        /** A cell of text. */
        public static Cell text(String text) {
            return new Cell(text, "", null, null, false);
        }

        /** A configuration's name with its look. */
        public static Cell named(String text, Look look) {
            return new Cell(text, "", null, look, false);
        }

        /** A cell of a number; null is shown by the text alone. */
        public static Cell number(String text, @Nullable Double value) {
            return new Cell(text, "", value, null, false);
        }
    }
}
