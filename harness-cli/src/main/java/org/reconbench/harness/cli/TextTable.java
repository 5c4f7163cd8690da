package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plain text table that keeps to a width: columns are as wide as their cells; when that is too much, the widest ones
 * shrink and their cells wrap between words.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST_COLUMN = 8;

    private final List<String> headers;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> headers, boolean[] right) {
        this.headers = headers;
        this.right = right;
    }

    /**
     * An empty table.
     *
     * @param headers one for each column; one that begins with {@code >} aligns its column to the right
     */
    public static TextTable of(String... headers) {
        boolean[] right = new boolean[headers.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headers.length; i++) {
            right[i] = headers[i].startsWith(">");
            names.add(right[i] ? headers[i].substring(1) : headers[i]);
        }
        return new TextTable(names, right);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has not one cell for each column
     */
    public TextTable row(String... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Turns a line of a row into what is printed, coloured say. */
    interface Painter {
        /**
         * The line to print.
         *
         * @param row the row, counted from 0; -1 for the headers
         */
        String paint(int row, String line);
    }

    /** The lines of the table, the headers first; without trailing spaces. */
    public List<String> lines(int width) {
        return lines(width, (row, line) -> line);
    }

    /** The lines of the table, each painted after it was laid out. */
    List<String> lines(int width, Painter painter) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        for (int row = -1; row < rows.size(); row++) {
            List<String> laidOut = new ArrayList<>();
            addLines(row < 0 ? headers : rows.get(row), widths, laidOut);
            for (String line : laidOut) {
                lines.add(painter.paint(row, line));
            }
        }
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = new int[headers.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = headers.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int room = width - GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] >= widths[widest] ? i : widest;
            }
            if (widths[widest] <= LEAST_COLUMN) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private void addLines(List<String> cells, int[] widths, List<String> lines) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                String pad = " ".repeat(Math.max(0, widths[i] - part.length()));
                text.append(i == 0 ? "" : GAP).append(right[i] ? pad + part : part + pad);
            }
            lines.add(text.toString().stripTrailing());
        }
    }

    /** Breaks a text between words; a word longer than a line after a hyphen, a dot or the like, or else anywhere. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : insideWord(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int insideWord(String word, int width) {
        for (int end = width; end > width / 2; end--) {
            if ("-_./=,:".indexOf(word.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return width;
    }
}
