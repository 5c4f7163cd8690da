package org.reconbench.reports.document;

import java.util.List;
import org.reconbench.reports.plot.Plot;

/**
 * A figure of one or several panels under one caption.
 *
 * @param caption what it shows, with units, n and what bands and bars are
 */
public record Figures(String caption, Size size, List<Panel> panels) implements Element {
    /** Copies the list. */
    public Figures {
        panels = List.copyOf(panels);
    }

    /** How wide the panels stand on a wide page. */
    public enum Size {
        /** One in a row. */
        WIDE,
        /** Two in a row. */
        HALF,
        /** Three in a row. */
        SMALL
    }

    /**
     * A panel.
     *
     * @param id unique in the document, the file name without ending: lower-case letters, digits and hyphens
     * @param alt what a reader who cannot see the picture must know: its finding
     */
    public record Panel(String id, String alt, Plot plot) {}
}
