package org.reconbench.reports.png;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.reconbench.reports.plot.HistogramPlot;

/** Draws histograms over each other, filled softly and outlined, with guides. */
final class HistogramChart {
    private static final double FILL = 0.38;
    private static final float OUTLINE = 1.3f;
    private static final float GUIDE = 1.6f;

    private HistogramChart() {}

    static JFreeChart of(HistogramPlot spec) {
        List<Double> edges = new ArrayList<>();
        for (double edge : spec.edges()) {
            edges.add(Axes.place(spec.x(), edge));
        }
        NumberAxis x = Axes.of(spec.x(), spec.width());
        x.setRange(edges.get(0), edges.get(edges.size() - 1));
        NumberAxis y = Axes.of(spec.y(), spec.height());
        XYPlot plot = new XYPlot(bars(spec, edges), x, y, barRenderer(spec));
        plot.setDataset(1, outlines(spec, edges));
        plot.setRenderer(1, outlineRenderer(spec));
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        LegendItemCollection legend = new LegendItemCollection();
        for (HistogramPlot.Bars each : spec.bars()) {
            legend.add(new LegendItem(
                    Theme.legendLabel(each.name(), spec.width()),
                    null,
                    null,
                    null,
                    new Rectangle2D.Double(-6, -5, 12, 10),
                    Theme.colour(each.look(), FILL),
                    Theme.stroke(each.look(), OUTLINE),
                    Theme.colour(each.look())));
        }
        for (HistogramPlot.Guide guide : spec.guides()) {
            guide(plot, spec, guide);
            legend.add(new LegendItem(
                    Theme.legendLabel(guide.name(), spec.width()),
                    null,
                    null,
                    null,
                    new Line2D.Double(-9, 0, 9, 0),
                    Theme.stroke(guide.look(), GUIDE),
                    Theme.colour(guide.look())));
        }
        plot.setFixedLegendItems(legend);
        Theme.legend(chart);
        return chart;
    }

    private static void guide(XYPlot plot, HistogramPlot spec, HistogramPlot.Guide guide) {
        double at = Axes.place(spec.x(), guide.value());
        if (!Double.isNaN(at)) {
            plot.addDomainMarker(
                    new ValueMarker(at, Theme.colour(guide.look()), Theme.stroke(guide.look(), GUIDE)),
                    Layer.FOREGROUND);
        }
    }

    private static XYIntervalSeriesCollection bars(HistogramPlot spec, List<Double> edges) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int s = 0; s < spec.bars().size(); s++) {
            XYIntervalSeries series = new XYIntervalSeries(s);
            List<Double> heights = spec.bars().get(s).heights();
            for (int i = 0; i < heights.size(); i++) {
                double low = edges.get(i);
                double high = edges.get(i + 1);
                double height = heights.get(i);
                if (height > 0) {
                    series.add((low + high) / 2, low, high, height, 0, height);
                }
            }
            data.addSeries(series);
        }
        return data;
    }

    private static XYBarRenderer barRenderer(HistogramPlot spec) {
        XYBarRenderer renderer = new XYBarRenderer(0);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setDrawBarOutline(false);
        for (int s = 0; s < spec.bars().size(); s++) {
            renderer.setSeriesPaint(s, Theme.colour(spec.bars().get(s).look(), FILL));
        }
        return renderer;
    }

    private static XYSeriesCollection outlines(HistogramPlot spec, List<Double> edges) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int s = 0; s < spec.bars().size(); s++) {
            XYSeries series = new XYSeries(s, false, true);
            List<Double> heights = spec.bars().get(s).heights();
            series.add((double) edges.get(0), 0);
            for (int i = 0; i < heights.size(); i++) {
                series.add(edges.get(i), heights.get(i));
                series.add(edges.get(i + 1), heights.get(i));
            }
            series.add((double) edges.get(edges.size() - 1), 0);
            data.addSeries(series);
        }
        return data;
    }

    private static XYLineAndShapeRenderer outlineRenderer(HistogramPlot spec) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int s = 0; s < spec.bars().size(); s++) {
            renderer.setSeriesPaint(s, Theme.colour(spec.bars().get(s).look()));
            renderer.setSeriesStroke(s, Theme.stroke(spec.bars().get(s).look(), OUTLINE));
        }
        return renderer;
    }
}
