package org.reconbench.reports.svg;

import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.plot.ScatterPlot;
import org.reconbench.reports.plot.VisibleText;

/** Draws points with bars in both directions. */
final class ScatterDrawing {
    private ScatterDrawing() {}

    static Frame draw(ScatterPlot plot) {
        Key key = new Key();
        plot.points().stream()
                .filter(point -> !point.look().equals(Palette.CONTEXT))
                .forEach(point -> key.add(point.name(), point.look(), Key.Sign.MARKER));
        Frame frame = Frame.draw(
                plot,
                plot.x(),
                plot.y(),
                plot.points().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.xHigh())),
                plot.points().stream().flatMapToDouble(p -> DoubleStream.of(p.yLow(), p.yHigh())),
                key);
        for (ScatterPlot.Point point : plot.points()) {
            double x = frame.x().at(point.x());
            double y = frame.y().at(point.y());
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            double low = frame.x().at(point.xLow());
            String bars = Pen.line(
                            Double.isFinite(low) ? low : frame.left(),
                            y,
                            frame.x().at(point.xHigh()),
                            y)
                    + Pen.line(x, frame.y().at(point.yLow()), x, frame.y().at(point.yHigh()));
            frame.pen()
                    .raw("<g><title>")
                    .raw(VisibleText.markup(point.name()))
                    .raw("</title>")
                    .path(bars, " stroke=\"" + point.look().colour() + "\" stroke-width=\"1.1\"")
                    .path(Pen.marker(point.look().marker(), x, y), Pen.fill(point.look()))
                    .raw("</g>");
        }
        return frame;
    }
}
