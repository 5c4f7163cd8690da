package org.reconbench.reports.document;

import java.util.List;

/**
 * A whole report.
 *
 * @param title heading of the page
 * @param subtitle the line under it
 * @param key facts to show beside the title
 */
public record Document(String title, String subtitle, List<Element.Fact> key, List<Section> sections) {
    /** Copies the lists. */
    public Document {
        key = List.copyOf(key);
        sections = List.copyOf(sections);
    }

    /** The panels that a reader sees without opening anything, in order. */
    public List<Figures.Panel> shown() {
        return sections.stream()
                .flatMap(section -> section.elements().stream())
                .filter(Figures.class::isInstance)
                .flatMap(element -> ((Figures) element).panels().stream())
                .toList();
    }
}
