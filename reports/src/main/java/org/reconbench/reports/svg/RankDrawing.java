package org.reconbench.reports.svg;

import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.RankPlot;
import org.reconbench.reports.plot.Ticks;

/** Draws a critical-difference diagram: the better half of the names on the left, the others on the right. */
final class RankDrawing {
    private static final double LINE = 20;
    private static final double BAR = 7;
    private static final double AXIS = 92;

    private RankDrawing() {}

    static Frame draw(RankPlot plot) {
        Pen pen = new Pen();
        Frame.title(pen, plot);
        int count = plot.entries().size();
        double side = 0.3 * plot.width();
        double left = side;
        double right = plot.width() - side;
        Scale x = new Scale(Axis.linear(""), 1, Math.max(2, count), left, right);
        double bars = AXIS + 12 + plot.joined().size() * BAR;
        axis(pen, plot, x);
        int half = (count + 1) / 2;
        for (int i = 0; i < count; i++) {
            RankPlot.Entry entry = plot.entries().get(i);
            boolean first = i < half;
            double y = bars + 14 + (first ? i : count - 1 - i) * LINE;
            entry(pen, entry, x.at(entry.rank()), y, first, first ? side : plot.width() - side, side - 20);
        }
        for (int i = 0; i < plot.joined().size(); i++) {
            RankPlot.Joined joined = plot.joined().get(i);
            double y = AXIS + 10 + i * BAR;
            pen.path(
                    Pen.line(x.at(joined.from()) - 3, y, x.at(joined.to()) + 3, y),
                    " stroke=\"" + Pen.INK + "\" stroke-width=\"4\"");
        }
        double height = Math.max(plot.height(), bars + 14 + half * LINE + 8);
        return new Frame(pen, x, new Scale(Axis.linear(""), 0, 1, height, AXIS), left, AXIS, right, height, height);
    }

    private static void axis(Pen pen, RankPlot plot, Scale x) {
        StringBuilder marks = new StringBuilder(Pen.line(x.from(), AXIS, x.to(), AXIS));
        int count = Math.max(2, plot.entries().size());
        int step = count > 14 ? 2 : 1;
        for (int rank = 1; rank <= count; rank += step) {
            marks.append(Pen.line(x.at(rank), AXIS, x.at(rank), AXIS - 6));
            pen.text(Integer.toString(rank), x.at(rank), AXIS - 10, Pen.SMALL, Pen.Anchor.MIDDLE, 40);
        }
        pen.path(marks.toString(), " stroke=\"" + Pen.INK + "\"");
        pen.text("mean rank, 1 = best", x.to() + 14, AXIS + 4, Pen.SMALL, Pen.Anchor.START, 200);
        Double difference = plot.difference();
        if (difference != null) {
            double to = x.at(1 + difference);
            pen.path(
                    Pen.line(x.from(), 56, to, 56) + Pen.line(x.from(), 51, x.from(), 61) + Pen.line(to, 51, to, 61),
                    " stroke=\"" + Pen.INK + "\" stroke-width=\"1.4\"");
            String text = "critical difference " + Ticks.label(Math.round(difference * 100) / 100.0);
            pen.text(text, x.from(), 46, Pen.SMALL, Pen.Anchor.START, x.to() - x.from());
        }
    }

    private static void entry(
            Pen pen, RankPlot.Entry entry, double x, double y, boolean first, double side, double room) {
        double end = first ? side - 8 : side + 8;
        pen.path(
                Pen.polyline(java.util.List.of(new double[] {x, AXIS}, new double[] {x, y}, new double[] {end, y})),
                " fill=\"none\" stroke=\"" + entry.look().colour() + "\" stroke-width=\"1.3\"");
        pen.path(Pen.marker(entry.look().marker(), x, AXIS), Pen.fill(entry.look()));
        String text = entry.name() + " (" + Ticks.label(Math.round(entry.rank() * 100) / 100.0) + ")";
        pen.text(text, first ? end - 4 : end + 4, y + 4, Pen.SMALL, first ? Pen.Anchor.END : Pen.Anchor.START, room);
    }
}
