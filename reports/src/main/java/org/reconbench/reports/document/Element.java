package org.reconbench.reports.document;

import java.util.List;
import org.reconbench.reports.plot.Look;

/** A piece of a section. All text is plain: a renderer escapes it. */
public sealed interface Element
        permits Element.Heading,
                Element.Prose,
                Element.Bullets,
                Element.Legend,
                Element.Facts,
                Element.Listing,
                Element.Links,
                Element.Details,
                Table,
                Figures {

    /** A heading below the section's. */
    record Heading(String text) implements Element {}

    /** A paragraph. */
    record Prose(String text) implements Element {}

    /** Short statements. */
    record Bullets(List<String> items) implements Element {
        /** Copies the list. */
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** What each look stands for. */
    record Legend(List<Entry> entries) implements Element {
        /** Copies the list. */
        public Legend {
            entries = List.copyOf(entries);
        }

        /** A look and its name. */
        public record Entry(String name, Look look) {}
    }

    /** Names with values. */
    record Facts(List<Fact> facts) implements Element {
        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name with a value. */
    record Fact(String name, String value) {}

    /** Text to copy: a command, a file; shown with its line breaks. */
    record Listing(String title, String text, boolean folded) implements Element {}

    /** Files beside the report. */
    record Links(List<Link> links) implements Element {
        /** Copies the list. */
        public Links {
            links = List.copyOf(links);
        }
    }

    /**
     * A file beside the report.
     *
     * @param href relative path of characters that need no escaping
     */
    record Link(String href, String text) {}

    /**
     * Elements behind a line that opens them.
     *
     * @param id anchor, unique in the document: lower-case letters, digits and hyphens
     * @param summary the line: what is inside and what it says
     */
    record Details(String id, String summary, List<Element> elements) implements Element {
        /** Copies the list. */
        public Details {
            elements = List.copyOf(elements);
        }
    }
}
