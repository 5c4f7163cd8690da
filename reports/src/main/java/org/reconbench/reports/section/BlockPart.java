package org.reconbench.reports.section;

import java.util.List;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** Makes what one data set and protocol has of one kind of evidence. */
interface BlockPart {

    /** The elements; none when the block has nothing for it. */
    List<Element> of(Study study, ScoredBlock block);
}
