package org.reconbench.reports.svg;

import java.util.List;
import java.util.stream.Collectors;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Marker;
import org.reconbench.reports.plot.VisibleText;

/** Writes SVG elements. Places are rounded to tenths of a layout unit. */
final class Pen {
    static final String INK = "#222222";
    static final String SOFT = "#5A626C";
    static final String GRID = "#E2E2E2";
    static final String FRAME = "#9A9A9A";
    static final double TITLE = 14;
    static final double TEXT = 12.5;
    static final double SMALL = 12;

    private static final int TENTHS = 10;
    private static final double MARKER = 3.5;

    private final StringBuilder out = new StringBuilder();

    /** How text stands at its place. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    String written() {
        return out.toString();
    }

    Pen raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A text, shortened to the room; a shortened one tells the whole as its title. */
    Pen text(String raw, double x, double y, double size, Anchor anchor, double room, String attributes) {
        String fitted = Letters.fit(raw, size, room);
        if (fitted.isEmpty()) {
            return this;
        }
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-size=\"");
        out.append(number(size)).append('"');
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"").append(anchor.word).append('"');
        }
        out.append(attributes).append('>');
        if (!fitted.equals(VisibleText.of(raw))) {
            out.append("<title>").append(VisibleText.markup(raw)).append("</title>");
        }
        out.append(VisibleText.markup(fitted)).append("</text>");
        return this;
    }

    Pen text(String raw, double x, double y, double size, Anchor anchor, double room) {
        return text(raw, x, y, size, anchor, room, "");
    }

    /** A text that reads upwards along the left border. */
    Pen upwards(String raw, double x, double y, double size, double room) {
        return text(
                raw, x, y, size, Anchor.MIDDLE, room, " transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"");
    }

    Pen rectangle(double x, double y, double width, double height, String attributes) {
        out.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"");
        out.append(number(Math.max(0, width))).append("\" height=\"").append(number(Math.max(0, height)));
        out.append('"').append(attributes).append("/>");
        return this;
    }

    Pen path(String data, String attributes) {
        if (!data.isEmpty()) {
            out.append("<path d=\"").append(data).append('"').append(attributes).append("/>");
        }
        return this;
    }

    /** A straight line's data. */
    static String line(double x1, double y1, double x2, double y2) {
        return polyline(List.of(new double[] {x1, y1}, new double[] {x2, y2}));
    }

    /** The data of a line through the points: relative steps of whole tenths, so that rounding does not add up. */
    static String polyline(List<double[]> points) {
        StringBuilder data = new StringBuilder();
        long atX = 0;
        long atY = 0;
        for (int i = 0; i < points.size(); i++) {
            long x = Math.round(points.get(i)[0] * TENTHS);
            long y = Math.round(points.get(i)[1] * TENTHS);
            if (i == 0) {
                data.append('M');
                append(data, x, false);
                append(data, y, true);
            } else if (x != atX || y != atY) {
                data.append(x == atX ? 'v' : y == atY ? 'h' : 'l');
                if (x != atX) {
                    append(data, x - atX, false);
                }
                if (y != atY) {
                    append(data, y - atY, x != atX);
                }
            }
            atX = x;
            atY = y;
        }
        return data.toString();
    }

    private static void append(StringBuilder data, long tenths, boolean apart) {
        String written = tenths(tenths);
        if (apart && written.charAt(0) != '-') {
            data.append(' ');
        }
        data.append(written);
    }

    /** A marker's data at a place. */
    static String marker(Marker marker, double x, double y) {
        return "M" + number(x) + " " + number(y) + shape(marker, MARKER);
    }

    private static String shape(Marker marker, double r) {
        return switch (marker) {
            case CIRCLE ->
                "m" + number(-r) + " 0a" + number(r) + " " + number(r) + " 0 1 0 " + number(2 * r) + " 0a" + number(r)
                        + " " + number(r) + " 0 1 0" + number(-2 * r) + " 0z";
            case SQUARE -> closed(-0.9 * r, -0.9 * r, 1.8 * r, 0, 0, 1.8 * r, -1.8 * r, 0);
            case TRIANGLE -> closed(0, -1.15 * r, 1.15 * r, 2.05 * r, -2.3 * r, 0);
            case DOWN -> closed(0, 1.15 * r, 1.15 * r, -2.05 * r, -2.3 * r, 0);
            case DIAMOND -> closed(0, -1.3 * r, 1.3 * r, 1.3 * r, -1.3 * r, 1.3 * r, -1.3 * r, -1.3 * r);
            case CROSS -> {
                double w = 0.4 * r;
                double s = r - w;
                yield closed(
                        -w, -r, 2 * w, 0, 0, s, s, 0, 0, 2 * w, -s, 0, 0, s, -2 * w, 0, 0, -s, -s, 0, 0, -2 * w, s, 0);
            }
        };
    }

    private static String closed(double... steps) {
        StringBuilder data = new StringBuilder("m");
        for (int i = 0; i < steps.length; i++) {
            append(data, Math.round(steps[i] * TENTHS), i > 0);
        }
        return data.append('z').toString();
    }

    /** Attributes of a line in a look. */
    static String stroke(Look look, double width) {
        String dash = look.dash().isEmpty()
                ? ""
                : " stroke-dasharray=\"" + look.dash().stream().map(Pen::number).collect(Collectors.joining(" "))
                        + "\"";
        return " fill=\"none\" stroke=\"" + look.colour() + "\" stroke-width=\"" + number(width) + "\"" + dash;
    }

    static String fill(Look look) {
        return " fill=\"" + look.colour() + "\"";
    }

    static String number(double value) {
        return tenths(Math.round(value * TENTHS));
    }

    private static String tenths(long value) {
        long whole = Math.abs(value) / TENTHS;
        long rest = Math.abs(value) % TENTHS;
        String size = rest == 0 ? Long.toString(whole) : (whole == 0 ? "" : Long.toString(whole)) + "." + rest;
        return value < 0 ? "-" + size : size;
    }
}
