package org.reconbench.reports.png;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.reconbench.reports.plot.Ticks;

/**
 * An axis over log10 of the values, with ticks at round values (1, 2, 5 of each decade, or decades alone when there are
 * many) labelled in the values' own unit.
 */
final class DecadeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        List<NumberTick> ticks = new ArrayList<>();
        for (double value :
                Ticks.logarithmic(getRange().getLowerBound(), getRange().getUpperBound())) {
            ticks.add(new NumberTick(
                    TickType.MAJOR, Math.log10(value), Ticks.label(value), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
