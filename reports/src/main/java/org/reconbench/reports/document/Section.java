package org.reconbench.reports.document;

import java.util.List;

/**
 * A section: a heading, one sentence that states what was found, and the evidence.
 *
 * @param id anchor, unique in the document: lower-case letters, digits and hyphens
 * @param finding one sentence computed from the numbers
 */
public record Section(String id, String title, String finding, List<Element> elements) {
    /** Copies the list. */
    public Section {
        elements = List.copyOf(elements);
    }
}
