package org.reconbench.reports.svg;

import java.util.ArrayList;
import java.util.List;
import org.reconbench.reports.plot.Look;

/** The legend of a picture: names in as many lines as they need. */
final class Key {
    static final double LINE = 19;
    private static final double SIGN = 28;
    private static final double GAP = 16;

    /** How an entry is signed. */
    enum Sign {
        LINE,
        MARKED_LINE,
        MARKER,
        BOX
    }

    private record Entry(String name, Look look, Sign sign) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(String name, Look look, Sign sign) {
        if (!name.isEmpty()) {
            entries.add(new Entry(name, look, sign));
        }
    }

    /** The height that the legend takes in that width. */
    double height(double width) {
        return entries.isEmpty() ? 0 : lines(width).size() * LINE + 6;
    }

    void draw(Pen pen, double left, double top, double width) {
        double y = top + 14;
        for (List<Entry> line : lines(width)) {
            double x = left;
            for (Entry entry : line) {
                sign(pen, entry, x, y - 4);
                pen.text(entry.name(), x + SIGN + 4, y, Pen.TEXT, Pen.Anchor.START, width - SIGN - 4);
                x += wide(entry, width);
            }
            y += LINE;
        }
    }

    private static void sign(Pen pen, Entry entry, double x, double y) {
        Look look = entry.look();
        if (entry.sign() == Sign.BOX) {
            pen.rectangle(
                    x + 8, y - 5, 14, 10, Pen.fill(look) + " fill-opacity=\".4\" stroke=\"" + look.colour() + "\"");
            return;
        }
        if (entry.sign() != Sign.MARKER) {
            pen.path(Pen.line(x, y, x + SIGN, y), Pen.stroke(look, 2));
        }
        if (entry.sign() != Sign.LINE) {
            pen.path(Pen.marker(look.marker(), x + SIGN / 2, y), Pen.fill(look));
        }
    }

    private List<List<Entry>> lines(double width) {
        List<List<Entry>> lines = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (Entry entry : entries) {
            double wide = wide(entry, width);
            if (used + wide - GAP > width) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            used += wide;
        }
        return lines;
    }

    private static double wide(Entry entry, double width) {
        return Math.min(width, SIGN + 4 + Letters.width(entry.name(), Pen.TEXT) + GAP);
    }
}
