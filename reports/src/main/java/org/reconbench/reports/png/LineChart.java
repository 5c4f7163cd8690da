package org.reconbench.reports.png;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Palette;

/** Draws lines with bands. */
final class LineChart {
    /** What all bands together may cover, and the most that one may. */
    private static final float ALL_BANDS = 0.6f;

    private static final float ONE_BAND = 0.14f;

    private LineChart() {}

    static JFreeChart of(LinePlot spec) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        SparseMarkers renderer = new SparseMarkers(spec.lines());
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < spec.lines().size(); i++) {
            Line line = spec.lines().get(i);
            data.addSeries(series(spec, line, i));
            Color colour = Theme.colour(line.look());
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesStroke(i, Theme.stroke(line.look()));
            renderer.setSeriesFillPaint(i, line.hasBand() ? colour : new Color(0, 0, 0, 0));
            renderer.setSeriesShape(i, Theme.marker(line.look().marker()));
            renderer.setSeriesLinesVisible(i, true);
            if (!line.name().isEmpty() && !line.look().equals(Palette.CONTEXT)) {
                legend.add(item(line, spec.width()));
            }
        }
        XYPlot plot = new XYPlot(data, Axes.of(spec.x(), spec.width()), Axes.of(spec.y(), spec.height()), renderer);
        plot.setFixedLegendItems(legend);
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        if (legend.getItemCount() > 0) {
            Theme.legend(chart);
        }
        return chart;
    }

    private static YIntervalSeries series(LinePlot spec, Line line, int key) {
        YIntervalSeries series = new YIntervalSeries(key, false, true);
        for (int i = 0; i < line.x().size(); i++) {
            double x = Axes.place(spec.x(), line.x().get(i));
            double y = Axes.place(spec.y(), line.y().get(i));
            if (Double.isNaN(x) || Double.isNaN(y)) {
                continue;
            }
            double low = line.hasBand() ? Axes.place(spec.y(), line.lower().get(i)) : y;
            double high = line.hasBand() ? Axes.place(spec.y(), line.upper().get(i)) : y;
            series.add(x, y, Double.isNaN(low) ? y : low, high);
        }
        return series;
    }

    private static LegendItem item(Line line, int width) {
        Color colour = Theme.colour(line.look());
        return new LegendItem(
                Theme.legendLabel(line.name(), width),
                null,
                null,
                null,
                line.marked(),
                Theme.marker(line.look().marker()),
                true,
                colour,
                false,
                colour,
                Theme.stroke(line.look()),
                true,
                new java.awt.geom.Line2D.Double(-13, 0, 13, 0),
                Theme.stroke(line.look()),
                colour);
    }

    /** Lines with bands whose points are marked here and there, not everywhere, each line at places of its own. */
    private static final class SparseMarkers extends DeviationRenderer {
        private static final long serialVersionUID = 1L;
        private static final int MARKS = 6;

        private final transient List<Line> lines;

        SparseMarkers(List<Line> lines) {
            super(true, true);
            this.lines = lines;
            setAlpha(Math.min(ONE_BAND, ALL_BANDS / Math.max(1, lines.size())));
            setUseFillPaint(false);
            setDrawOutlines(false);
            setDefaultShapesFilled(true);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            Line line = lines.get(series);
            if (!line.marked()) {
                return false;
            }
            int stride = Math.max(1, line.x().size() / MARKS);
            int offset = stride * (series % MARKS) / MARKS;
            return item % stride == offset;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
