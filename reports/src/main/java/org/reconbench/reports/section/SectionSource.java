package org.reconbench.reports.section;

import java.util.Optional;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.study.Study;

/** Makes one section of a report. */
interface SectionSource {

    /** The section; empty when the run has nothing for it. */
    Optional<Section> of(Study study);
}
