package org.reconbench.reports.svg;

import java.util.List;
import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.Plot;
import org.reconbench.reports.plot.Ticks;

/**
 * Title, axes, grid and legend around the area of a picture.
 *
 * @param height of the whole picture: the plot's own, or more where the legend would take too much of it
 */
record Frame(Pen pen, Scale x, Scale y, double left, double top, double right, double bottom, double height) {
    static final double MARGIN = 10;
    static final double HEAD = 34;
    private static final double AREA = 0.52;
    private static final double EVERY_X = 64;
    private static final double EVERY_Y = 44;

    /** Draws the frame of a picture with two axes of numbers. */
    static Frame draw(Plot plot, Axis xAxis, Axis yAxis, DoubleStream xs, DoubleStream ys, Key key) {
        Scale upright = Scale.of(yAxis, ys, 0, -100);
        double labels = upright.ticks(100 * EVERY_Y / Math.max(EVERY_Y, plot.height() - HEAD - 44)).stream()
                .mapToDouble(tick -> Letters.width(Ticks.label(tick), Pen.SMALL))
                .max()
                .orElse(0);
        double left = MARGIN + 20 + Math.max(24, labels) + 6;
        double right = plot.width() - 14.0;
        double below = 44;
        double legend = key.height(plot.width() - 2 * MARGIN);
        double height = Math.max(plot.height(), HEAD + AREA * plot.height() + below + legend);
        double bottom = height - below - legend;
        Pen pen = new Pen();
        Scale x = Scale.of(xAxis, xs, left, right);
        Scale y = new Scale(yAxis, upright.low(), upright.high(), bottom, HEAD);
        Frame frame = new Frame(pen, x, y, left, HEAD, right, bottom, height);
        frame.title(plot);
        frame.axes();
        key.draw(pen, MARGIN, bottom + below, plot.width() - 2 * MARGIN);
        return frame;
    }

    private void title(Plot plot) {
        title(pen, plot);
    }

    static void title(Pen pen, Plot plot) {
        pen.text(
                plot.title(),
                MARGIN,
                21,
                Pen.TITLE,
                Pen.Anchor.START,
                (plot.width() - 2 * MARGIN) / 1.08,
                " font-weight=\"600\"");
    }

    private void axes() {
        List<Double> across = x.ticks(EVERY_X);
        List<Double> up = y.ticks(EVERY_Y);
        StringBuilder grid = new StringBuilder();
        across.forEach(tick -> grid.append(Pen.line(x.at(tick), top, x.at(tick), bottom)));
        up.forEach(tick -> grid.append(Pen.line(left, y.at(tick), right, y.at(tick))));
        pen.path(grid.toString(), " stroke=\"" + Pen.GRID + "\" stroke-width=\".7\"");
        pen.rectangle(
                left,
                top,
                right - left,
                bottom - top,
                " fill=\"none\" stroke=\"" + Pen.FRAME + "\" stroke-width=\".7\"");
        for (double tick : apart(across)) {
            pen.text(Ticks.label(tick), x.at(tick), bottom + 16, Pen.SMALL, Pen.Anchor.MIDDLE, right - left);
        }
        for (double tick : up) {
            pen.text(Ticks.label(tick), left - 6, y.at(tick) + 4, Pen.SMALL, Pen.Anchor.END, left);
        }
        double room = right - left;
        double labelWidth = Letters.width(x.axis().label(), Pen.TEXT);
        double centre = labelWidth > room ? (right + MARGIN) / 2 : (left + right) / 2;
        pen.text(x.axis().label(), centre, bottom + 35, Pen.TEXT, Pen.Anchor.MIDDLE, right - MARGIN);
        pen.upwards(y.axis().label(), MARGIN + 8, (top + bottom) / 2, Pen.TEXT, bottom - top + 30);
    }

    /** The ticks whose labels do not meet. */
    private List<Double> apart(List<Double> ticks) {
        double free = Double.NEGATIVE_INFINITY;
        List<Double> kept = new java.util.ArrayList<>();
        for (double tick : ticks) {
            double half = Letters.width(Ticks.label(tick), Pen.SMALL) / 2;
            if (x.at(tick) - half > free) {
                kept.add(tick);
                free = x.at(tick) + half + 4;
            }
        }
        return kept;
    }
}
