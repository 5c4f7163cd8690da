package org.reconbench.reports.plot;

/** What one picture shows. */
public sealed interface Plot permits LinePlot, HistogramPlot, HeatPlot, ScatterPlot, CloudPlot, DotPlot, RankPlot {

    /** The text above the picture; long names are shortened when drawn, never clipped. */
    String title();

    /** Width in layout units, of which a page shows one as one CSS pixel. */
    int width();

    /** Height in layout units. A renderer may take more where a legend needs it. */
    int height();
}
