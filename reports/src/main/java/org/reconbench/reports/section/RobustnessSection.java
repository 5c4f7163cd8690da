package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.VarianceSplit;
import org.reconbench.evaluation.comparison.WinnerRobustness;
import org.reconbench.evaluation.stats.VarianceComponents;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** Whether the leader stays the leader: by other measures, without one data set, over half of the seeds. */
final class RobustnessSection implements SectionSource {
    private static final List<Measure> MEASURES = List.of(
            Measure.AUC_PR, Measure.AUC_ROC, Measure.PRECISION_AT_N, Measure.F1, Measure.PRECISION, Measure.RECALL);

    @Override
    public Optional<Section> of(Study study) {
        if (study.standings().isEmpty()) {
            return Optional.empty();
        }
        List<Element> elements = new ArrayList<>();
        for (Standing standing : study.standings()) {
            elements.add(new Element.Heading(standing.where()));
            elements.add(new Element.Bullets(statements(study, standing)));
            elements.add(measures(study, standing));
        }
        String finding = study.standings().stream()
                .map(standing -> sentence(study, standing))
                .collect(Collectors.joining("; ", "", "."));
        return Optional.of(new Section("robustness", "Does it hold", finding, elements));
    }

    private static String sentence(Study study, Standing standing) {
        long same = MEASURES.stream()
                .flatMap(measure -> winner(study, standing, measure).stream())
                .filter(standing.outcome().winner()::equals)
                .count();
        long known = MEASURES.stream()
                .flatMap(measure -> winner(study, standing, measure).stream())
                .count();
        WinnerRobustness robust = standing.outcome().robustness();
        String without = standing.seeds() || robust.leftOut().isEmpty()
                ? ""
                : ", " + robust.leftOutKept() + " of "
                        + Numbers.count(robust.leftOut().size(), "data set") + " can be left out";
        return standing.where() + ": " + standing.outcome().winner() + " leads by " + same + " of "
                + Numbers.count(known, "measure") + without + halves(robust);
    }

    private static String halves(WinnerRobustness robust) {
        return robust.subsets() == 0
                ? ""
                : ", and it leads on " + Numbers.percent(robust.subsetShare()) + " of "
                        + Numbers.count(robust.subsets(), "half", "halves") + " of the seeds";
    }

    private static List<String> statements(Study study, Standing standing) {
        WinnerRobustness robust = standing.outcome().robustness();
        List<String> statements = new ArrayList<>();
        if (!standing.seeds() && !robust.leftOut().isEmpty()) {
            List<String> changes = robust.leftOut().entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(robust.winner()))
                    .map(entry -> "without " + entry.getKey() + ": " + entry.getValue())
                    .toList();
            statements.add("Leaving out one data set at a time "
                    + (changes.isEmpty()
                            ? "never changes the leader."
                            : "changes the leader " + changes.size() + " times \u2013 " + Numbers.some(changes, 6)
                                    + "."));
        }
        if (robust.subsets() > 0) {
            statements.add("Leaders over halves of the seeds: "
                    + robust.subsetWins().entrySet().stream()
                            .limit(6)
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + " (of " + robust.subsets() + ").");
        }
        variance(study, standing).ifPresent(statements::add);
        return statements;
    }

    private static Optional<String> variance(Study study, Standing standing) {
        BlockMatrix matrix = study.matrix(study.measure(), standing.protocol());
        return VarianceSplit.of(matrix).filter(split -> split.total() > 0).map(split -> shares(split, study.measure()));
    }

    private static String shares(VarianceComponents split, Measure measure) {
        return "Of the variance of " + measure.title() + " over single trials, "
                + Numbers.percent(split.share(split.dataset())) + " lies between data sets, "
                + Numbers.percent(split.share(split.configuration())) + " between configurations, "
                + Numbers.percent(split.share(split.interaction())) + " in how configurations suit data sets, "
                + Numbers.percent(split.share(split.seed())) + " between seeds, and the rest in single trainings.";
    }

    private static Optional<String> winner(Study study, Standing standing, Measure measure) {
        return WinnerRobustness.winner(matrix(study, standing, measure));
    }

    private static BlockMatrix matrix(Study study, Standing standing, Measure measure) {
        BlockMatrix matrix = study.matrix(measure, standing.protocol());
        return standing.seeds() && matrix.blocks().size() == 1 ? matrix.within(0) : matrix;
    }

    private static Table measures(Study study, Standing standing) {
        List<Table.Row> rows = new ArrayList<>();
        for (Measure measure : MEASURES) {
            BlockMatrix matrix = matrix(study, standing, measure);
            if (!matrix.blocks().isEmpty() && !matrix.columns().isEmpty()) {
                List<String> ranking = WinnerRobustness.ranking(matrix);
                int place = 1 + ranking.indexOf(standing.outcome().winner());
                String label = ranking.get(0);
                rows.add(new Table.Row(List.of(
                        Table.Cell.text(measure.title()),
                        Table.Cell.named(label, study.look(label)),
                        Table.Cell.number(place == 0 ? Numbers.NONE : place + " of " + ranking.size(), number(place)),
                        Table.Cell.number(Integer.toString(matrix.blocks().size()), (double)
                                matrix.blocks().size()))));
            }
        }
        return new Table(
                "table-" + study.panelId("robustness", standing.protocol()),
                "The leader by mean rank under other measures, and where the leader by "
                        + standing.measure().title() + " (" + standing.outcome().winner()
                        + ") stands; precision, recall and F1 at the declared threshold.",
                List.of(
                        Table.Column.text("Measure"),
                        Table.Column.text("Leader"),
                        Table.Column.number("Place of the " + standing.measure().title() + " leader", ""),
                        Table.Column.number("Blocks", "")),
                rows);
    }

    private static @Nullable Double number(int place) {
        return place == 0 ? null : (double) place;
    }
}
