package org.reconbench.reports.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Palette;

/** Draws lines with bands. Lines of context are one path. */
final class LineDrawing {
    private static final int MARKS = 6;
    private static final double ALL_BANDS = 0.6;
    private static final double ONE_BAND = 0.16;
    private static final double CONTEXT_TOLERANCE = 0.8;

    private final LinePlot plot;
    private final Frame frame;

    private LineDrawing(LinePlot plot, Frame frame) {
        this.plot = plot;
        this.frame = frame;
    }

    static Frame draw(LinePlot plot, Shared shared) {
        Key key = new Key();
        for (Line line : plot.lines()) {
            if (!context(line)) {
                key.add(line.name(), line.look(), line.marked() ? Key.Sign.MARKED_LINE : Key.Sign.LINE);
            }
        }
        if (plot.lines().stream().anyMatch(line -> context(line) && !line.name().isEmpty())) {
            key.add("others", Palette.CONTEXT, Key.Sign.LINE);
        }
        DoubleStream xs = plot.lines().stream().flatMapToDouble(line -> doubles(line.x()));
        DoubleStream ys = plot.lines().stream()
                .flatMapToDouble(
                        line -> Stream.of(line.y(), line.lower(), line.upper()).flatMapToDouble(LineDrawing::doubles));
        LineDrawing drawing = new LineDrawing(plot, Frame.draw(plot, plot.x(), plot.y(), xs, ys, key));
        drawing.context(shared);
        List<Line> lines = plot.lines().stream().filter(line -> !context(line)).toList();
        lines.forEach(line -> drawing.band(line, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            drawing.line(lines.get(i), i);
        }
        return drawing.frame;
    }

    private static boolean context(Line line) {
        return line.look().equals(Palette.CONTEXT);
    }

    private static DoubleStream doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private void context(Shared shared) {
        StringBuilder data = new StringBuilder();
        for (Line line : plot.lines()) {
            if (context(line)) {
                data.append(Pen.polyline(Thinning.of(points(line, line.y()), CONTEXT_TOLERANCE)));
            }
        }
        if (!data.isEmpty()) {
            frame.pen().raw(shared.path(data.toString(), Pen.stroke(Palette.CONTEXT, 1)));
        }
    }

    private void band(Line line, int lines) {
        if (!line.hasBand()) {
            return;
        }
        List<double[]> there = Thinning.of(points(line, line.upper()));
        List<double[]> back = new ArrayList<>(Thinning.of(points(line, line.lower())));
        java.util.Collections.reverse(back);
        List<double[]> around = new ArrayList<>(there);
        around.addAll(back);
        double alpha = Math.min(ONE_BAND, ALL_BANDS / lines);
        frame.pen()
                .path(
                        Pen.polyline(around),
                        Pen.fill(line.look()) + " fill-opacity=\"" + Math.round(alpha * 100) / 100.0 + "\"");
    }

    private void line(Line line, int index) {
        List<double[]> points = points(line, line.y());
        frame.pen().path(Pen.polyline(Thinning.of(points)), Pen.stroke(line.look(), 2));
        if (!line.marked() || points.isEmpty()) {
            return;
        }
        int stride = Math.max(1, points.size() / MARKS);
        StringBuilder marks = new StringBuilder();
        for (int i = stride * (index % MARKS) / MARKS; i < points.size(); i += stride) {
            marks.append(Pen.marker(line.look().marker(), points.get(i)[0], points.get(i)[1]));
        }
        frame.pen().path(marks.toString(), Pen.fill(line.look()));
    }

    private List<double[]> points(Line line, List<Double> heights) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < line.x().size(); i++) {
            double x = frame.x().at(line.x().get(i));
            double y = frame.y().at(heights.get(i));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                points.add(new double[] {x, y});
            }
        }
        return points;
    }
}
