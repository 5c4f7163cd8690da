package org.reconbench.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reconbench.reports.Page;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.LinePlot;

class HtmlPageTest {
    private static Document of(Element... elements) {
        return new Document("t", "s", List.of(), List.of(new Section("one", "One", "Found.", List.of(elements))));
    }

    @Test
    void a_page_without_twins_has_its_pictures_and_no_links_to_files() throws Exception {
        LinePlot plot = new LinePlot("p", Axis.unit("x"), Axis.unit("y"), List.of(), 100, 100);
        Page page = Page.of(HtmlPage.render(
                of(new Figures("c", Figures.Size.HALF, List.of(new Figures.Panel("f", "what it shows", plot)))),
                Set.of()));
        assertEquals(1, page.all("svg").size());
        assertTrue(page.section("one").getTextContent().contains("what it shows"));
        assertFalse(page.text().contains("figures/"));
    }

    @Test
    void text_is_shown_as_written_in_every_element() throws Exception {
        String text = "<b>&amp;</b> {{x}} {{{y}}} ' \" `";
        Page page = Page.of(HtmlPage.render(
                of(
                        new Element.Heading(text),
                        new Element.Prose(text),
                        new Element.Bullets(List.of(text)),
                        new Element.Facts(List.of(new Element.Fact(text, text))),
                        new Element.Listing(text, text, true),
                        new Element.Listing(text, text, false)),
                Set.of()));
        String shown = page.section("one").getTextContent();
        assertEquals(9, shown.split(java.util.regex.Pattern.quote(text), -1).length - 1);
        assertEquals(0, page.all("b").size());
    }

    @Test
    void characters_that_no_page_may_hold_are_replaced() {
        assertEquals("a\ufffdb\ufffdc\ufffd\n", HtmlPage.escape("a\u0000b\u202ec\ud800\n"));
        assertEquals("\ud83d\ude00 \u00e9", HtmlPage.escape("\ud83d\ude00 \u00e9"));
    }
}
