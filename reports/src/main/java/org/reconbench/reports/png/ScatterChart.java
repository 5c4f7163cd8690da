package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.plot.ScatterPlot;

/** Draws points with bars in both directions. */
final class ScatterChart {
    private ScatterChart() {}

    static JFreeChart of(ScatterPlot spec) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(5);
        renderer.setErrorStroke(new BasicStroke(1.1f));
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < spec.points().size(); i++) {
            ScatterPlot.Point point = spec.points().get(i);
            data.addSeries(series(spec, point, i));
            Color colour = Theme.colour(point.look());
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesShape(i, Theme.marker(point.look().marker()));
            renderer.setSeriesShapesFilled(i, true);
            if (point.look().equals(Palette.CONTEXT)) {
                continue;
            }
            legend.add(new LegendItem(
                    Theme.legendLabel(point.name(), spec.width()),
                    null,
                    null,
                    null,
                    Theme.marker(point.look().marker()),
                    colour));
        }
        XYPlot plot = new XYPlot(data, Axes.of(spec.x(), spec.width()), Axes.of(spec.y(), spec.height()), renderer);
        plot.setFixedLegendItems(legend);
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        Theme.legend(chart);
        return chart;
    }

    private static XYIntervalSeries series(ScatterPlot spec, ScatterPlot.Point point, int key) {
        XYIntervalSeries series = new XYIntervalSeries(key);
        double x = Axes.place(spec.x(), point.x());
        double xLow = Axes.place(spec.x(), point.xLow());
        if (!Double.isNaN(x)) {
            series.add(
                    x,
                    Double.isNaN(xLow) ? x : xLow,
                    Axes.place(spec.x(), point.xHigh()),
                    Axes.place(spec.y(), point.y()),
                    Axes.place(spec.y(), point.yLow()),
                    Axes.place(spec.y(), point.yHigh()));
        }
        return series;
    }
}
