package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.reconbench.reports.plot.DotPlot;

/** Draws a line of points for each name. */
final class DotChart {
    private static final double SOFT = 0.45;
    private static final double NAMES = 0.36;

    private DotChart() {}

    static JFreeChart of(DotPlot spec) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setErrorStroke(new BasicStroke(2));
        renderer.setCapLength(0);
        int count = spec.rows().size();
        for (int i = 0; i < count; i++) {
            DotPlot.Row row = spec.rows().get(i);
            double y = count - 1.0 - i;
            XYIntervalSeries points = new XYIntervalSeries(2 * i);
            row.points().forEach(value -> add(points, spec, value, value, value, y));
            XYIntervalSeries estimate = new XYIntervalSeries(2 * i + 1);
            DotPlot.Span span = row.span();
            if (span != null) {
                add(estimate, spec, span.middle(), span.low(), span.high(), y);
            }
            data.addSeries(points);
            data.addSeries(estimate);
            renderer.setSeriesPaint(2 * i, Theme.colour(row.look(), SOFT));
            renderer.setSeriesPaint(2 * i + 1, Theme.colour(row.look()));
            renderer.setSeriesShape(2 * i, Theme.marker(row.look().marker()));
            renderer.setSeriesShape(
                    2 * i + 1,
                    row.points().isEmpty() ? Theme.marker(row.look().marker()) : new Rectangle2D.Double(-1, -7, 2, 14));
        }
        NumberAxis x = Axes.of(spec.x(), spec.width());
        XYPlot plot = new XYPlot(data, x, names(spec), renderer);
        LegendItemCollection legend = new LegendItemCollection();
        for (DotPlot.Guide guide : spec.guides()) {
            plot.addDomainMarker(
                    new ValueMarker(
                            Axes.place(spec.x(), guide.value()),
                            Theme.colour(guide.look()),
                            Theme.stroke(guide.look(), 1.4f)),
                    Layer.BACKGROUND);
            if (!guide.name().isEmpty()) {
                legend.add(new LegendItem(
                        Theme.legendLabel(guide.name(), spec.width()),
                        null,
                        null,
                        null,
                        new java.awt.geom.Line2D.Double(-9, 0, 9, 0),
                        Theme.stroke(guide.look(), 1.4f),
                        Theme.colour(guide.look())));
            }
        }
        plot.setFixedLegendItems(legend);
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        plot.setRangeGridlinesVisible(false);
        if (legend.getItemCount() > 0) {
            Theme.legend(chart);
        }
        return chart;
    }

    private static void add(XYIntervalSeries series, DotPlot spec, double value, double low, double high, double y) {
        double x = Axes.place(spec.x(), value);
        if (!Double.isNaN(x)) {
            series.add(x, Axes.place(spec.x(), low), Axes.place(spec.x(), high), y, y, y);
        }
    }

    private static SymbolAxis names(DotPlot spec) {
        List<String> names = new java.util.ArrayList<>(spec.rows().stream()
                .map(row -> Theme.fit(row.name(), Theme.TICK, NAMES * spec.width()))
                .toList());
        java.util.Collections.reverse(names);
        SymbolAxis axis = new SymbolAxis(null, names.toArray(new String[0]));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.size() - 0.5);
        axis.setTickLabelPaint(Color.BLACK);
        return axis;
    }
}
