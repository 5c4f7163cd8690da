package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.ScoreCard;

/** The page docs/detectors.md, made from the detectors' cards. */
final class DetectorsPage {
    private DetectorsPage() {}

    /** The page as Markdown, ending in a line feed. */
    static String markdown(List<Detector> detectors) {
        List<DetectorCard> cards = detectors.stream().map(Detector::card).toList();
        List<String> lines = new ArrayList<>();
        lines.add("# Detectors");
        lines.add("");
        lines.add("Made from the detectors' own cards by `./reconbench list detectors --markdown`: do not edit.");
        lines.add("");
        lines.add("| id | family | version | what it is |");
        lines.add("|---|---|---|---|");
        for (DetectorCard card : cards) {
            lines.add("| [" + card.id() + "](#" + card.id() + ") | " + family(card.family()) + " | " + card.version()
                    + " | " + cell(card.summary()) + " |");
        }
        cards.forEach(card -> section(card, lines));
        return String.join("\n", lines) + "\n";
    }

    private static String family(Family family) {
        return family == Family.REFERENCE ? "reference" : family.name().toUpperCase(Locale.ROOT);
    }

    private static void section(DetectorCard card, List<String> lines) {
        lines.add("");
        lines.add("## " + card.id());
        lines.add("");
        lines.add("**" + card.title() + "** (" + family(card.family()) + ", version " + card.version() + "). "
                + card.summary());
        lines.add("");
        if (!card.objective().equals("none")) {
            lines.add("- Objective: `" + card.objective() + "`");
        }
        lines.add("- Paper: " + (card.paper().equals("none") ? "none" : card.paper()));
        if (!card.differs().isEmpty()) {
            lines.add("- Differs: " + card.differs());
        }
        for (ScoreCard score : card.scores()) {
            lines.add("- Score `" + score.id() + "`" + (score.id().equals(card.primaryScore()) ? " (primary)" : "")
                    + ": `" + score.formula() + "`");
        }
        if (card.params().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| parameter | type | range | default | meaning |");
        lines.add("|---|---|---|---|---|");
        for (ParamSpec spec : card.params()) {
            lines.add("| `" + spec.name() + "` | " + Entry.typeName(spec) + " | " + cell(spec.range()) + " | "
                    + cell(String.valueOf(spec.defaultValue())) + " | " + cell(spec.summary()) + " |");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
