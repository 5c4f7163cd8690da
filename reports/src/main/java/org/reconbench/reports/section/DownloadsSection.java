package org.reconbench.reports.section;

import java.util.List;
import java.util.Optional;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.study.Study;

/** The files beside the report. */
final class DownloadsSection implements SectionSource {
    @Override
    public Optional<Section> of(Study study) {
        return Optional.of(new Section(
                "downloads",
                "Downloads",
                "The table of " + study.table().rows().size()
                        + " rows is here in full precision; each picture that this page shows unfolded has a PNG file for"
                        + " print in figures/, behind the word PNG in its corner.",
                List.of(new Element.Links(List.of(
                        new Element.Link(
                                "tables/comparison.csv", "comparison.csv \u2013 every mean, deviation and n in full"),
                        new Element.Link(
                                "tables/comparison.md", "comparison.md \u2013 the comparison tables as Markdown"))))));
    }
}
