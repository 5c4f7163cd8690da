package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Marker;
import org.reconbench.reports.plot.VisibleText;

/** Letters, strokes and colours that all pictures share. */
final class Theme {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color GRID = new Color(0xE2, 0xE2, 0xE2);
    static final Color FRAME = new Color(0x9A, 0x9A, 0x9A);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final float THIN = 0.7f;
    private static final float LINE = 2.0f;
    private static final double MARKER = 7;
    /** Room that margins and the axis take of a picture's width. */
    private static final int MARGINS = 48;

    private Theme() {}

    /** A chart of the plot with a title that fits into the width. */
    static JFreeChart chart(String title, XYPlot plot, int width) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(FRAME);
        plot.setOutlineStroke(new BasicStroke(THIN));
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(THIN));
        plot.setRangeGridlineStroke(new BasicStroke(THIN));
        plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
        plot.setInsets(new RectangleInsets(2, 2, 2, 10));
        axis(plot.getDomainAxis());
        axis(plot.getRangeAxis());
        JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 8, 8));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        TextTitle heading = new TextTitle(fit(title, TITLE, width - MARGINS), TITLE);
        heading.setPaint(INK);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setPadding(new RectangleInsets(2, 4, 8, 4));
        chart.setTitle(heading);
        return chart;
    }

    /** Adds the legend under the plot, in as many lines as it needs. */
    static void legend(JFreeChart chart) {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(LEGEND);
        legend.setItemPaint(INK);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 8));
        legend.setPadding(new RectangleInsets(4, 4, 0, 4));
        legend.setBackgroundPaint(Color.WHITE);
        chart.addLegend(legend);
    }

    /** The label of a legend item, shortened so that its line fits into a picture of that width. */
    static String legendLabel(String name, int width) {
        return fit(name, LEGEND, width - 2 * MARGINS);
    }

    static void axis(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICK);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(FRAME);
    }

    static Color colour(Look look) {
        return Color.decode(look.colour());
    }

    static Color colour(Look look, double alpha) {
        Color solid = colour(look);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(alpha * 255));
    }

    static Stroke stroke(Look look) {
        return stroke(look, LINE);
    }

    static Stroke stroke(Look look, float width) {
        List<Double> dash = look.dash();
        if (dash.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i).floatValue();
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    static Shape marker(Marker marker) {
        double r = MARKER / 2;
        return switch (marker) {
            case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(-r * 0.9, -r * 0.9, 1.8 * r, 1.8 * r);
            case TRIANGLE -> polygon(0, -1.15 * r, 1.15 * r, 0.9 * r, -1.15 * r, 0.9 * r);
            case DOWN -> polygon(0, 1.15 * r, 1.15 * r, -0.9 * r, -1.15 * r, -0.9 * r);
            case DIAMOND -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
            case CROSS -> cross(r, r * 0.4);
        };
    }

    /** The text, or its beginning and its end around an ellipsis, so that it is no wider than given. */
    static String fit(String raw, Font font, double width) {
        String text = VisibleText.of(raw);
        FontRenderContext context = new FontRenderContext(null, true, true);
        if (font.getStringBounds(text, context).getWidth() <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int keep = points.length - 1; keep > 2; keep--) {
            int tail = keep / 2;
            String shorter =
                    new String(points, 0, keep - tail) + "\u2026" + new String(points, points.length - tail, tail);
            if (font.getStringBounds(shorter, context).getWidth() <= width) {
                return shorter;
            }
        }
        return "\u2026";
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double r, double w) {
        return polygon(-w, -r, w, -r, w, -w, r, -w, r, w, w, w, w, r, -w, r, -w, w, -r, w, -r, -w, -w, -w);
    }
}
