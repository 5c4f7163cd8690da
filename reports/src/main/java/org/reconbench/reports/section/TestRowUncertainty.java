package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.stats.DeLong;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/**
 * How sure the AUC-ROC of one test set is, by DeLong's interval, beside its spread over seeds: whether more test rows or
 * more seeds would sharpen the result.
 */
final class TestRowUncertainty implements BlockPart {
    private static final double LEVEL = 0.95;

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        List<Table.Row> rows = new ArrayList<>();
        for (Map.Entry<Row, List<ScoredBlock.Scored>> entry : scored.scored().entrySet()) {
            Uncertainty found = Uncertainty.of(entry.getValue());
            if (found != null) {
                rows.add(row(study, entry.getKey(), found));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Block block = scored.block();
        String id = study.panelId("test-rows", block.dataset(), block.protocol());
        return List.of(new Element.Details(
                "part-" + id,
                "How sure AUC-ROC is from these test rows, " + Study.title(block),
                List.of(new Table("table-" + id, caption(scored), columns(scored), rows))));
    }

    private static Table.Row row(Study study, Row row, Uncertainty found) {
        Double mean = row.cell(Measure.AUC_ROC).mean();
        Double sd = row.cell(Measure.AUC_ROC).sd();
        Interval interval = found.interval();
        return Table.Row.of(
                Table.Cell.named(row.label(), study.look(row)),
                Table.Cell.number(Numbers.metric(mean), mean),
                Table.Cell.number(Numbers.metric(sd), sd),
                Table.Cell.number(Numbers.metric(found.error()), found.error()),
                Table.Cell.number(
                        Numbers.metric(interval.lower()) + " to " + Numbers.metric(interval.upper()),
                        interval.lower()));
    }

    private static List<Table.Column> columns(ScoredBlock scored) {
        return List.of(
                Table.Column.text("Model"),
                Table.Column.number("AUC-ROC", "mean over seeds"),
                Table.Column.number("Spread over seeds", "standard deviation between seeds: draw, split and training"),
                Table.Column.number(
                        "Error from test rows", "standard error of one seed's AUC-ROC by DeLong, mean over seeds"),
                Table.Column.number(
                        "Seed " + first(scored).trial().seed() + ", 95 %", "DeLong's interval of one seed"));
    }

    private static String caption(ScoredBlock scored) {
        ScoredBlock.Scored first = first(scored);
        return "AUC-ROC on " + Study.title(scored.block()) + ", whose test set has "
                + Numbers.count(first.labels().anomalies(), "anomaly", "anomalies") + " and "
                + Numbers.count(first.labels().normals(), "normal row")
                + ". Where the error from the test rows is the larger of the two, more test rows would sharpen the"
                + " result more than more seeds. It is 0 where every anomaly scores above every normal row, which says"
                + " little about other rows.";
    }

    private static ScoredBlock.Scored first(ScoredBlock scored) {
        return scored.scored().values().iterator().next().get(0);
    }

    /**
     * What DeLong says of a row's trials.
     *
     * @param error mean standard error over seeds
     * @param interval of the first seed
     */
    private record Uncertainty(double error, Interval interval) {

        /** Null with fewer than two anomalies or normal rows in some test set. */
        static @Nullable Uncertainty of(List<ScoredBlock.Scored> trials) {
            List<DeLong> areas = trials.stream()
                    .flatMap(trial -> DeLong.of(trial.labels(), trial.values()).stream())
                    .toList();
            return areas.size() < trials.size() || areas.isEmpty()
                    ? null
                    : new Uncertainty(
                            Sample.mean(areas.stream()
                                    .mapToDouble(area -> Math.sqrt(area.variance()))
                                    .toArray()),
                            areas.get(0).interval(LEVEL));
        }
    }
}
