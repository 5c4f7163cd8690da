package org.reconbench.reports.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.HistogramPlot;

/** Draws histograms over each other, filled softly and outlined, with guides. */
final class HistogramDrawing {
    private HistogramDrawing() {}

    static Frame draw(HistogramPlot plot) {
        Key key = new Key();
        plot.bars().forEach(bars -> key.add(bars.name(), bars.look(), Key.Sign.BOX));
        plot.guides().forEach(guide -> key.add(guide.name(), guide.look(), Key.Sign.LINE));
        List<Double> edges = plot.edges();
        Axis x = new Axis(
                plot.x().label(),
                edges.get(0),
                edges.get(edges.size() - 1),
                plot.x().log());
        DoubleStream heights = plot.bars().stream()
                .flatMapToDouble(bars -> bars.heights().stream().mapToDouble(Double::doubleValue));
        Frame frame = Frame.draw(plot, x, plot.y(), DoubleStream.empty(), heights, key);
        for (HistogramPlot.Bars bars : plot.bars()) {
            List<double[]> outline = new ArrayList<>();
            outline.add(new double[] {frame.left(), frame.bottom()});
            for (int i = 0; i < bars.heights().size(); i++) {
                double y = frame.y().at(bars.heights().get(i));
                outline.add(new double[] {frame.x().at(edges.get(i)), y});
                outline.add(new double[] {frame.x().at(edges.get(i + 1)), y});
            }
            outline.add(new double[] {frame.right(), frame.bottom()});
            String colour = bars.look().colour();
            frame.pen()
                    .path(
                            Pen.polyline(Thinning.of(outline)),
                            " fill=\"" + colour + "\" fill-opacity=\".36\" stroke=\"" + colour
                                    + "\" stroke-width=\"1.3\"");
        }
        for (HistogramPlot.Guide guide : plot.guides()) {
            double at = frame.x().at(guide.value());
            if (Double.isFinite(at)) {
                frame.pen().path(Pen.line(at, frame.top(), at, frame.bottom()), Pen.stroke(guide.look(), 1.6));
            }
        }
        return frame;
    }
}
