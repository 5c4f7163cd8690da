package org.reconbench.reports.svg;

import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.HistogramPlot;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Plot;
import org.reconbench.reports.plot.RankPlot;
import org.reconbench.reports.plot.ScatterPlot;
import org.reconbench.reports.plot.VisibleText;

/**
 * Draws plots as SVG elements of one page. Long paths that recur are written once, by the first picture that has them, so
 * the pictures of a page must be drawn in its order. Not thread-safe.
 */
public final class SvgPicture {
    private final Shared shared = new Shared();

    /**
     * The element of a plot.
     *
     * @param id unique in the page: lower-case letters, digits and hyphens
     * @param alt what a reader who cannot see the picture must know
     */
    public String of(Plot plot, String id, String alt) {
        Frame frame = draw(plot);
        int height = (int) Math.ceil(frame.height());
        return "<svg viewBox=\"0 0 " + plot.width() + " " + height + "\" width=\"" + plot.width() + "\" height=\""
                + height
                + "\" role=\"img\" aria-labelledby=\"alt-" + id + "\" font-family=\"sans-serif\" fill=\"" + Pen.INK
                + "\"><title id=\"alt-" + id + "\">" + VisibleText.markup(alt) + "</title>"
                + frame.pen().written() + "</svg>";
    }

    private Frame draw(Plot plot) {
        if (plot instanceof LinePlot lines) {
            return LineDrawing.draw(lines, shared);
        } else if (plot instanceof HistogramPlot histogram) {
            return HistogramDrawing.draw(histogram);
        } else if (plot instanceof HeatPlot heat) {
            return HeatDrawing.draw(heat);
        } else if (plot instanceof ScatterPlot scatter) {
            return ScatterDrawing.draw(scatter);
        } else if (plot instanceof CloudPlot clouds) {
            return CloudDrawing.draw(clouds);
        } else if (plot instanceof DotPlot dots) {
            return DotDrawing.draw(dots);
        } else if (plot instanceof RankPlot ranks) {
            return RankDrawing.draw(ranks);
        }
        throw new IllegalArgumentException("no drawing for " + plot.getClass());
    }
}
