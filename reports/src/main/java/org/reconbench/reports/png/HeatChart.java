package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
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
import org.reconbench.reports.plot.Cividis;
import org.reconbench.reports.plot.HeatPlot;

/** Draws a heat map on the cividis scale with the numbers in the cells. */
final class HeatChart {
    private static final Color MISSING = Color.decode(Cividis.MISSING);
    private static final Font CELL = Theme.LABEL;
    private static final double LINE_HEIGHT = 18;
    /** Room that title, axes and margins take of the height. */
    private static final double AROUND = 120;
    /** Room that the scale, the axis' title and margins take of the width, beside the rows' names. */
    private static final double ASIDE = 130;

    private static final FontRenderContext MEASURING = new FontRenderContext(null, true, true);

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
        SymbolAxis below = symbols(spec.xLabel(), spec.columns());
        below.setVerticalTickLabels(widest(spec.columns(), CELL) > cellWidth(spec) - 4);
        XYPlot plot = new XYPlot(data, below, symbols(spec.yLabel(), spec.rows()), renderer);
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
        double room = cellWidth(spec) - 3;
        double unitsPerLine = LINE_HEIGHT * spec.rows().size() / Math.max(1, spec.height() - AROUND);
        for (int i = 0; i < spec.cells().size(); i++) {
            HeatPlot.Cell cell = spec.cells().get(i);
            double x = i % columns;
            double y = Math.floorDiv(i, columns);
            String[] lines = cell.text().split("\n", -1);
            for (int l = 0; l < lines.length; l++) {
                double down = (l - (lines.length - 1) / 2.0) * unitsPerLine;
                XYTextAnnotation text = new XYTextAnnotation(lines[l], x, y - down);
                text.setFont(fitted(lines[l], cell.best() && l == 0 ? CELL.deriveFont(Font.BOLD) : CELL, room));
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

    /** About how wide a cell comes out, in layout units. */
    private static double cellWidth(HeatPlot spec) {
        return (spec.width() - ASIDE - widest(spec.rows(), CELL))
                / spec.columns().size();
    }

    private static double widest(List<String> texts, Font font) {
        return texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0);
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURING).getWidth();
    }

    /** The font, smaller where the text would leave the room. */
    private static Font fitted(String text, Font font, double room) {
        double width = width(text, font);
        return width <= room ? font : font.deriveFont((float) (font.getSize2D() * room / width));
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

    /** Cividis over a range. */
    private record Scale(double low, double high) implements PaintScale {

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
            return Double.isNaN(value) ? MISSING : Color.decode(Cividis.colour(share(value)));
        }

        Color ink(double value) {
            return Color.decode(Cividis.ink(share(value)));
        }

        private double share(double value) {
            return (value - low) / (high - low);
        }
    }
}
