package org.reconbench.reports.svg;

import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.Ticks;

/** Draws a line of points for each name. */
final class DotDrawing {
    private static final double NAMES = 0.4;

    private DotDrawing() {}

    static Frame draw(DotPlot plot) {
        Key key = new Key();
        plot.guides().forEach(guide -> key.add(guide.name(), guide.look(), Key.Sign.LINE));
        double legend = key.height(plot.width() - 2 * Frame.MARGIN);
        double names = plot.rows().stream()
                .mapToDouble(row -> Letters.width(row.name(), Pen.TEXT))
                .max()
                .orElse(0);
        double room = Math.min(names, NAMES * plot.width());
        double left = Frame.MARGIN + room + 8;
        double right = plot.width() - 18.0;
        double bottom = plot.height() - 44.0;
        Scale x = Scale.of(plot.x(), values(plot), left, right);
        Pen pen = new Pen();
        Frame frame = new Frame(
                pen,
                x,
                new Scale(Axis.linear(""), 0, plot.rows().size(), Frame.HEAD, bottom),
                left,
                Frame.HEAD,
                right,
                bottom,
                plot.height() + legend);
        Frame.title(pen, plot);
        StringBuilder grid = new StringBuilder();
        for (double tick : x.ticks(64)) {
            grid.append(Pen.line(x.at(tick), Frame.HEAD, x.at(tick), bottom));
            pen.text(Ticks.label(tick), x.at(tick), bottom + 16, Pen.SMALL, Pen.Anchor.MIDDLE, right);
        }
        pen.path(grid.toString(), " stroke=\"" + Pen.GRID + "\" stroke-width=\".7\"");
        for (DotPlot.Guide guide : plot.guides()) {
            double at = x.at(guide.value());
            pen.path(Pen.line(at, Frame.HEAD, at, bottom), Pen.stroke(guide.look(), 1.4));
        }
        for (int i = 0; i < plot.rows().size(); i++) {
            row(frame, plot.rows().get(i), frame.y().at(i + 0.5), room);
        }
        pen.text(
                plot.x().label(),
                (Frame.MARGIN + right) / 2,
                bottom + 35,
                Pen.TEXT,
                Pen.Anchor.MIDDLE,
                right - Frame.MARGIN);
        key.draw(pen, Frame.MARGIN, bottom + 44, plot.width() - 2 * Frame.MARGIN);
        return frame;
    }

    private static DoubleStream values(DotPlot plot) {
        return DoubleStream.concat(
                plot.guides().stream().mapToDouble(DotPlot.Guide::value),
                plot.rows().stream().flatMapToDouble(row -> {
                    DotPlot.Span span = row.span();
                    DoubleStream points = row.points().stream().mapToDouble(Double::doubleValue);
                    return span == null
                            ? points
                            : DoubleStream.concat(points, DoubleStream.of(span.low(), span.high()));
                }));
    }

    private static void row(Frame frame, DotPlot.Row row, double y, double room) {
        Pen pen = frame.pen();
        pen.text(row.name(), frame.left() - 8, y + 4, Pen.TEXT, Pen.Anchor.END, room + 1);
        StringBuilder dots = new StringBuilder();
        for (double point : row.points()) {
            double x = frame.x().at(point);
            if (Double.isFinite(x)) {
                dots.append(Pen.marker(row.look().marker(), x, y));
            }
        }
        pen.path(dots.toString(), Pen.fill(row.look()) + " fill-opacity=\".45\"");
        DotPlot.Span span = row.span();
        if (span != null) {
            double middle = frame.x().at(span.middle());
            double low = frame.x().at(span.low());
            double high = frame.x().at(span.high());
            String colour = row.look().colour();
            pen.path(Pen.line(low, y, high, y), " stroke=\"" + colour + "\" stroke-width=\"2\"");
            String mark = row.points().isEmpty()
                    ? Pen.marker(row.look().marker(), middle, y)
                    : Pen.line(middle, y - 7, middle, y + 7);
            pen.path(mark, Pen.fill(row.look()) + " stroke=\"" + colour + "\" stroke-width=\"2\"");
        }
    }
}
