package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.reconbench.evaluation.table.Block;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.study.Study;

/** What belongs to one data set and protocol: under a heading or, in a report of many, behind a line that opens it. */
final class Folded {
    private Folded() {}

    /**
     * The elements under the block's name; none for none.
     *
     * @param kind what they are about, for the anchor: {@code training}
     * @param summary what they say, in a few words; may be empty
     */
    static List<Element> of(Study study, Block block, String kind, String summary, List<Element> elements) {
        if (elements.isEmpty()) {
            return List.of();
        }
        if (study.room().folded()) {
            String line = Study.title(block) + (summary.isEmpty() ? "" : " \u2013 " + summary);
            return List.of(new Element.Details(anchor(study, block, kind, ""), line, elements));
        }
        List<Element> open = new ArrayList<>();
        open.add(new Element.Heading(Study.title(block)));
        open.addAll(elements);
        return open;
    }

    /** Where that of the block stands: behind its line in a report of many, else in the section. */
    static String anchor(Study study, Block block, String kind, String section) {
        return study.room().folded() ? "part-" + study.panelId(kind, block.dataset(), block.protocol()) : section;
    }

    /** What {@link #of} gave for the blocks: as it is or, in a report of many, behind one more line. */
    static List<Element> together(Study study, String kind, List<Element> parts) {
        if (!study.room().folded() || parts.isEmpty()) {
            return parts;
        }
        return List.of(new Element.Details(
                "part-" + study.panelId("each", kind), "Each data set by itself (" + parts.size() + ")", parts));
    }
}
