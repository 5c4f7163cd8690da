package org.reconbench.reports.svg;

import org.reconbench.reports.plot.Cividis;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.Ticks;

/** Draws a heat map on the cividis scale with the numbers in the cells. */
final class HeatDrawing {
    private static final double STRIP = 14;
    private static final double RIGHT = 78;
    private static final double SMALLEST = 7.5;

    private HeatDrawing() {}

    static Frame draw(HeatPlot plot) {
        Pen pen = new Pen();
        Frame.title(pen, plot);
        HeatPlot.Range range = plot.range().orElse(new HeatPlot.Range(0, 1));
        double names = plot.rows().stream()
                .mapToDouble(name -> Letters.width(name, Pen.SMALL))
                .max()
                .orElse(0);
        double left = Frame.MARGIN + 24 + Math.min(names, 0.34 * plot.width()) + 6;
        double right = plot.width() - RIGHT;
        double wide = (right - left) / plot.columns().size();
        boolean slanted = plot.columns().stream().anyMatch(name -> Letters.width(name, Pen.SMALL) > wide - 4);
        double longest = plot.columns().stream()
                .mapToDouble(name -> Letters.width(name, Pen.SMALL))
                .max()
                .orElse(0);
        double below = 26 + (slanted ? Math.min(longest, 130) + 6 : 20);
        double bottom = plot.height() - below;
        double high = (bottom - Frame.HEAD) / plot.rows().size();
        for (int i = 0; i < plot.cells().size(); i++) {
            int column = i % plot.columns().size();
            int row = Math.floorDiv(i, plot.columns().size());
            cell(pen, plot.cells().get(i), range, left + column * wide, bottom - (row + 1) * high, wide, high);
        }
        for (int row = 0; row < plot.rows().size(); row++) {
            pen.text(
                    plot.rows().get(row),
                    left - 6,
                    bottom - (row + 0.5) * high + 4,
                    Pen.SMALL,
                    Pen.Anchor.END,
                    0.34 * plot.width());
        }
        for (int column = 0; column < plot.columns().size(); column++) {
            double x = left + (column + 0.5) * wide;
            if (slanted) {
                String turn = " transform=\"rotate(-90 " + Pen.number(x + 4) + " " + Pen.number(bottom + 6) + ")\"";
                pen.text(plot.columns().get(column), x + 4, bottom + 6, Pen.SMALL, Pen.Anchor.END, 130, turn);
            } else {
                pen.text(plot.columns().get(column), x, bottom + 16, Pen.SMALL, Pen.Anchor.MIDDLE, wide);
            }
        }
        pen.text(
                plot.xLabel(), (left + right) / 2, plot.height() - 8.0, Pen.TEXT, Pen.Anchor.MIDDLE, right - left + 40);
        pen.upwards(plot.yLabel(), Frame.MARGIN + 8, (Frame.HEAD + bottom) / 2, Pen.TEXT, bottom - Frame.HEAD + 20);
        scale(pen, plot, range, right + 12, bottom);
        return new Frame(
                pen,
                new Scale(org.reconbench.reports.plot.Axis.linear(""), 0, 1, left, right),
                new Scale(org.reconbench.reports.plot.Axis.linear(""), 0, 1, bottom, Frame.HEAD),
                left,
                Frame.HEAD,
                right,
                bottom,
                plot.height());
    }

    private static void cell(
            Pen pen, HeatPlot.Cell cell, HeatPlot.Range range, double x, double y, double wide, double high) {
        Double value = cell.value();
        double share = value == null ? 0 : share(value, range);
        String fill = value == null ? Cividis.MISSING : Cividis.colour(share);
        pen.rectangle(x, y, wide, high, " fill=\"" + fill + "\" class=\"heat\"");
        String[] lines = cell.text().split("\n", -1);
        double size = Pen.TEXT;
        for (String line : lines) {
            size = Math.min(size, (wide - 3) / Math.max(0.1, Letters.width(line, 1)));
        }
        size = Math.min(size, (high - 2) / lines.length / 1.1);
        String ink = value == null ? "#000000" : Cividis.ink(share);
        for (int l = 0; l < lines.length && size >= SMALLEST; l++) {
            double down = (l - (lines.length - 1) / 2.0) * size * 1.3;
            pen.text(
                    lines[l],
                    x + wide / 2,
                    y + high / 2 + down + size * 0.35,
                    size,
                    Pen.Anchor.MIDDLE,
                    wide,
                    " class=\"heat\" fill=\"" + ink + "\"" + (cell.best() && l == 0 ? " font-weight=\"700\"" : ""));
        }
        if (cell.best()) {
            pen.rectangle(x + 2, y + 2, wide - 4, high - 4, " fill=\"none\" stroke=\"#D55E00\" stroke-width=\"3\"");
        }
    }

    private static double share(double value, HeatPlot.Range range) {
        return range.high() > range.low() ? (value - range.low()) / (range.high() - range.low()) : 0;
    }

    private static void scale(Pen pen, HeatPlot plot, HeatPlot.Range range, double x, double bottom) {
        int steps = 24;
        double high = (bottom - Frame.HEAD) / steps;
        for (int i = 0; i < steps; i++) {
            pen.rectangle(
                    x,
                    bottom - (i + 1) * high,
                    STRIP,
                    high + 0.5,
                    " fill=\"" + Cividis.colour((i + 0.5) / steps) + "\" class=\"heat\"");
        }
        for (double tick : Ticks.linear(range.low(), range.high(), 4)) {
            double y = bottom - share(tick, range) * (bottom - Frame.HEAD);
            pen.text(Ticks.label(tick), x + STRIP + 4, y + 4, 11, Pen.Anchor.START, RIGHT - STRIP);
        }
        pen.upwards(plot.scaleLabel(), plot.width() - 4.0, (Frame.HEAD + bottom) / 2, 11, bottom - Frame.HEAD + 20);
    }
}
