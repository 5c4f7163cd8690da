package org.reconbench.reports.html;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.svg.SvgPicture;

/** Figures as the template wants them: pictures, twins and numbers. One for a page. */
final class FigureView {
    /** So many panels fit on a printed page; more may be divided. */
    private static final int ON_A_PAGE = 12;

    private final SvgPicture pictures = new SvgPicture();
    private final Set<String> twins;
    private final Set<String> sections;

    FigureView(Set<String> twins, Set<String> sections) {
        this.twins = twins;
        this.sections = sections;
    }

    /** Ids of the page's sections, which remarks may link to. */
    Set<String> sections() {
        return sections;
    }

    Map<String, Object> of(Figures figures) {
        String size = switch (figures.size()) {
            case WIDE -> "wide";
            case HALF -> "half";
            case SMALL -> "small";
        };
        List<Map<String, Object>> panels =
                figures.panels().stream().map(this::panel).toList();
        return Map.of(
                "caption",
                figures.caption(),
                "size",
                panels.size() > ON_A_PAGE ? size + " tall" : size,
                "panels",
                panels);
    }

    private Map<String, Object> panel(Figures.Panel panel) {
        return Map.of(
                "svg",
                pictures.of(panel.plot(), panel.id(), panel.alt()),
                "twin",
                twins.contains(panel.id()),
                "file",
                "figures/" + panel.id() + ".png",
                "data",
                DataTable.of(panel.plot()));
    }
}
