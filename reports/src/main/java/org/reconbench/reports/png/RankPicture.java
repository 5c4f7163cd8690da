package org.reconbench.reports.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.Locale;
import org.reconbench.reports.plot.RankPlot;

/** Draws a critical-difference diagram, for which JFreeChart has no chart. */
final class RankPicture {
    private static final double LINE = 20;
    private static final double BAR = 7;
    private static final double AXIS = 92;
    private static final double SIDE = 0.3;

    private final Graphics2D graphics;
    private final RankPlot plot;
    private final double left;
    private final double right;

    private RankPicture(Graphics2D graphics, RankPlot plot) {
        this.graphics = graphics;
        this.plot = plot;
        this.left = SIDE * plot.width();
        this.right = (1 - SIDE) * plot.width();
    }

    static void draw(Graphics2D graphics, RankPlot plot) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, plot.width(), plot.height());
        new RankPicture(graphics, plot).all();
    }

    private void all() {
        text(Theme.fit(plot.title(), Theme.TITLE, plot.width() - 20.0), Theme.TITLE, 10, 21, false);
        axis();
        int count = plot.entries().size();
        int half = (count + 1) / 2;
        double top = AXIS + 26 + plot.joined().size() * BAR;
        for (int i = 0; i < count; i++) {
            RankPlot.Entry entry = plot.entries().get(i);
            boolean first = i < half;
            double x = at(entry.rank());
            double y = top + (first ? i : count - 1 - i) * LINE;
            double end = first ? left - 8 : right + 8;
            graphics.setColor(Theme.colour(entry.look()));
            line(x, AXIS, x, y, 1.3f);
            line(x, y, end, y, 1.3f);
            graphics.fill(AffineTransform.getTranslateInstance(x, AXIS)
                    .createTransformedShape(Theme.marker(entry.look().marker())));
            graphics.setColor(Theme.INK);
            String name = entry.name() + String.format(Locale.ROOT, " (%.2f)", entry.rank());
            text(Theme.fit(name, Theme.TICK, left - 24), Theme.TICK, first ? end - 4 : end + 4, y + 4, first);
        }
        graphics.setColor(Theme.INK);
        for (int i = 0; i < plot.joined().size(); i++) {
            RankPlot.Joined joined = plot.joined().get(i);
            double y = AXIS + 10 + i * BAR;
            line(at(joined.from()) - 3, y, at(joined.to()) + 3, y, 4);
        }
    }

    private void axis() {
        int count = Math.max(2, plot.entries().size());
        line(left, AXIS, right, AXIS, 1);
        for (int rank = 1; rank <= count; rank += count > 14 ? 2 : 1) {
            line(at(rank), AXIS, at(rank), AXIS - 6, 1);
            text(Integer.toString(rank), Theme.TICK, at(rank) - 4, AXIS - 10, false);
        }
        text("mean rank, 1 = best", Theme.TICK, right + 14, AXIS + 4, false);
        Double difference = plot.difference();
        if (difference != null) {
            line(left, 56, at(1 + difference), 56, 1.4f);
            line(left, 51, left, 61, 1.4f);
            line(at(1 + difference), 51, at(1 + difference), 61, 1.4f);
            text(String.format(Locale.ROOT, "critical difference %.2f", difference), Theme.TICK, left, 46, false);
        }
    }

    private double at(double rank) {
        return left + (rank - 1) / (Math.max(2, plot.entries().size()) - 1) * (right - left);
    }

    private void line(double x1, double y1, double x2, double y2, float width) {
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private void text(String text, Font font, double x, double y, boolean endsHere) {
        graphics.setColor(Theme.INK);
        graphics.setFont(font);
        double start = endsHere ? x - graphics.getFontMetrics().stringWidth(text) : x;
        graphics.drawString(text, (float) start, (float) y);
    }
}
