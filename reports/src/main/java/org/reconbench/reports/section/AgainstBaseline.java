package org.reconbench.reports.section;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.Column;
import org.reconbench.evaluation.comparison.Comparisons;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.comparison.Verdict;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/**
 * Every configuration against the experiment's baseline. It was named before the run, so nothing was picked on these numbers, and there are
 * fewer comparisons than pairs: less data will do.
 */
final class AgainstBaseline {
    private AgainstBaseline() {}

    /** A folded table; none without a baseline, or where it has no configuration or several. */
    static List<Element> of(Study study, Standing standing) {
        @Nullable String detector = study.info().stats().baseline();
        List<String> labels = standing.matrix().columns().stream()
                .filter(column -> column.detector().equals(detector))
                .map(Column::label)
                .toList();
        if (labels.size() != 1) {
            return List.of();
        }
        String baseline = labels.get(0);
        Comparisons made = Comparisons.against(standing.matrix(), baseline, standing.settings());
        List<String> ranking = standing.outcome().ranking();
        List<PairComparison> pairs = made.pairs().stream()
                .sorted(Comparator.comparingInt(pair -> ranking.indexOf(pair.first())))
                .toList();
        String id = study.panelId("baseline", standing.protocol());
        return List.of(new Element.Details(
                "part-" + id,
                "Against " + baseline + ", the experiment's baseline, " + standing.where() + " \u2013 " + summary(made),
                List.of(PairTable.of(
                        study,
                        "table-" + id,
                        "Each configuration less the baseline " + baseline + ", " + standing.where()
                                + ", best mean rank first. The baseline was named before the run: unlike the leader, it was"
                                + " not picked on these numbers. "
                                + PairTable.columns("these " + pairs.size() + " comparisons"),
                        pairs,
                        "Against " + baseline,
                        pair -> VerdictCard.words(pair, told(pair))))));
    }

    /** How many there are of each verdict, or what is missing for any. */
    private static String summary(Comparisons made) {
        if (!made.enough()) {
            return "not enough data: " + made.blocks() + " of the " + made.neededBlocks() + " blocks needed";
        }
        Map<Verdict, Map<String, Long>> counts = made.pairs().stream()
                .collect(Collectors.groupingBy(
                        PairComparison::verdict,
                        TreeMap::new,
                        Collectors.groupingBy(AgainstBaseline::told, TreeMap::new, Collectors.counting())));
        return counts.values().stream()
                .flatMap(sides -> sides.entrySet().stream())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The verdict from the first side's view: {@code clearly worse}. */
    private static String told(PairComparison pair) {
        String words = pair.verdict().words();
        boolean worse = pair.better().filter(pair.second()::equals).isPresent();
        return worse ? words.replace("better", "worse") : words;
    }
}
