package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import org.reconbench.reports.plot.HeatPlot;

/** Draws a heat map on the cividis scale with the numbers in the cells. */
final class HeatChart {
    private static final Color MISSING = new Color(0xEE, 0xEE, 0xEE);
    private static final Font CELL = Theme.LABEL;
    private static final double LINE_HEIGHT = 18;
    /** Room that title, axes and margins take of the height. */
    private static final double AROUND = 120;

    private HeatChart() {}

    static JFreeChart of(HeatPlot spec) {
        int columns = spec.columns().size();
        int rows = spec.rows().size();
        double[][] xyz = new double[3][columns * rows];
        for (int i = 0; i < columns * rows; i++) {
            Double value = spec.cells().get(i).value();
            xyz[0][i] = i % columns;
            xyz[1][i] = Math.floorDiv(i, columns);
            xyz[2][i] = value == null ? Double.NaN : value;
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("cells", xyz);
        HeatPlot.Range range = spec.range().orElse(new HeatPlot.Range(0, 1));
        Scale scale = new Scale(range.low(), range.high() > range.low() ? range.high() : range.low() + 1e-9);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        XYPlot plot =
                new XYPlot(data, symbols(spec.xLabel(), spec.columns()), symbols(spec.yLabel(), spec.rows()), renderer);
        JFreeChart chart = Theme.chart(spec.title(), plot, spec.width());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        write(plot, spec, scale);
        chart.addSubtitle(legend(spec, scale));
        return chart;
    }

    private static void write(XYPlot plot, HeatPlot spec, Scale scale) {
        int columns = spec.columns().size();
        double unitsPerLine = LINE_HEIGHT * spec.rows().size() / Math.max(1, spec.height() - AROUND);
        for (int i = 0; i < spec.cells().size(); i++) {
            HeatPlot.Cell cell = spec.cells().get(i);
            double x = i % columns;
            double y = Math.floorDiv(i, columns);
            String[] lines = cell.text().split("\n", -1);
            for (int l = 0; l < lines.length; l++) {
                double down = (l - (lines.length - 1) / 2.0) * unitsPerLine;
                XYTextAnnotation text = new XYTextAnnotation(lines[l], x, y - down);
                text.setFont(cell.best() && l == 0 ? CELL.deriveFont(Font.BOLD) : CELL);
                Double value = cell.value();
                text.setPaint(value == null ? Theme.INK : scale.ink(value));
                plot.addAnnotation(text);
            }
            if (cell.best()) {
                plot.addAnnotation(new XYBoxAnnotation(
                        x - 0.47, y - 0.47, x + 0.47, y + 0.47, new BasicStroke(3), new Color(0xD5, 0x5E, 0x00)));
            }
        }
    }

    private static PaintScaleLegend legend(HeatPlot spec, Scale scale) {
        NumberAxis axis = new NumberAxis(spec.scaleLabel());
        Theme.axis(axis);
        axis.setTickLabelInsets(new RectangleInsets(7, 4, 7, 4));
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setStripWidth(14);
        legend.setStripOutlineVisible(false);
        legend.setSubdivisionCount(128);
        legend.setPadding(new RectangleInsets(8, 12, 40, 4));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }

    private static SymbolAxis symbols(String label, List<String> names) {
        SymbolAxis axis = new SymbolAxis(label, names.toArray(new String[0]));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.size() - 0.5);
        return axis;
    }

    /** The cividis colours (Nunez, Anderton, Renslow 2018), interpolated between nine of them. */
    private static final class Scale implements PaintScale {
        private static final List<Color> CIVIDIS = List.of(
                new Color(0x00, 0x22, 0x4E),
                new Color(0x12, 0x35, 0x70),
                new Color(0x3B, 0x49, 0x6C),
                new Color(0x57, 0x5D, 0x6D),
                new Color(0x70, 0x71, 0x73),
                new Color(0x8A, 0x86, 0x78),
                new Color(0xA5, 0x9C, 0x74),
                new Color(0xC3, 0xB3, 0x69),
                new Color(0xE1, 0xCC, 0x55),
                new Color(0xFE, 0xE8, 0x38));

        private final double low;
        private final double high;

        Scale(double low, double high) {
            this.low = low;
            this.high = high;
        }

        @Override
        public double getLowerBound() {
            return low;
        }

        @Override
        public double getUpperBound() {
            return high;
        }

        @Override
        public Paint getPaint(double value) {
            return colour(value);
        }

        Color ink(double value) {
            Color paper = colour(value);
            double light = 0.299 * paper.getRed() + 0.587 * paper.getGreen() + 0.114 * paper.getBlue();
            return light > 120 ? Color.BLACK : Color.WHITE;
        }

        private Color colour(double value) {
            if (Double.isNaN(value)) {
                return MISSING;
            }
            double at = Math.min(1, Math.max(0, (value - low) / (high - low))) * (CIVIDIS.size() - 1);
            int below = Math.min((int) at, CIVIDIS.size() - 2);
            double part = at - below;
            Color a = CIVIDIS.get(below);
            Color b = CIVIDIS.get(below + 1);
            return new Color(
                    mix(a.getRed(), b.getRed(), part),
                    mix(a.getGreen(), b.getGreen(), part),
                    mix(a.getBlue(), b.getBlue(), part));
        }

        private static int mix(int a, int b, double part) {
            return (int) Math.round(a + part * (b - a));
        }
    }
}
