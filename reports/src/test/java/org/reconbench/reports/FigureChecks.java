package org.reconbench.reports;

import org.w3c.dom.Element;

/** What tests ask of the pictures of a page. */
final class FigureChecks {
    private FigureChecks() {}

    /** Whether an SVG element is a picture rather than a swatch. */
    static boolean picture(Element svg) {
        return svg.getAttribute("role").equals("img");
    }

    /** The alternative text of a picture. */
    static String alt(Page page, Element svg) {
        String id = svg.getAttribute("aria-labelledby");
        return page.all("title", title -> title.getAttribute("id").equals(id))
                .get(0)
                .getTextContent();
    }
}
