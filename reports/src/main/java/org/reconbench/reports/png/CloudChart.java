package org.reconbench.reports.png;

import java.awt.geom.Ellipse2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.Marker;

/** Draws many points of a few groups. */
final class CloudChart {
    private static final double DOT = 3.2;
    private static final double SOFT = 0.6;
    private static final double FULL = 0.85;

    private CloudChart() {}

    static JFreeChart of(CloudPlot spec) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < spec.clouds().size(); i++) {
            CloudPlot.Cloud cloud = spec.clouds().get(i);
            XYSeries series = new XYSeries(i, false, true);
            cloud.points().forEach(point -> series.add(within(spec.x(), point.x()), within(spec.y(), point.y())));
            data.addSeries(series);
            boolean dots = cloud.look().marker() == Marker.CIRCLE;
            renderer.setSeriesPaint(i, Theme.colour(cloud.look(), dots ? SOFT : FULL));
            renderer.setSeriesShape(
                    i,
                    dots
                            ? new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT)
                            : Theme.marker(cloud.look().marker()));
            legend.add(new LegendItem(
                    Theme.legendLabel(cloud.name(), spec.width()),
                    null,
                    null,
                    null,
                    Theme.marker(cloud.look().marker()),
                    Theme.colour(cloud.look())));
        }
        XYPlot plot = new XYPlot(data, Axes.of(spec.x(), spec.width()), Axes.of(spec.y(), spec.height()), renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setFixedLegendItems(legend);
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        Theme.legend(chart);
        return chart;
    }

    private static double within(Axis axis, double value) {
        Double min = axis.min();
        Double max = axis.max();
        double placed = Axes.place(axis, value);
        return min == null || max == null
                ? placed
                : Math.min(Axes.place(axis, max), Math.max(Axes.place(axis, min), placed));
    }
}
