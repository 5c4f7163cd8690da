package org.reconbench.reports.section;

import java.util.List;
import java.util.OptionalDouble;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** The deciding measure of every seed, with the mean. */
final class SeedPoints implements BlockPart {

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        Block block = scored.block();
        Measure measure = study.measure();
        List<Row> rows = study.byQuality(block.rows().stream()
                .filter(row -> row.cell(measure).mean() != null)
                .toList());
        if (rows.isEmpty()) {
            return List.of();
        }
        List<DotPlot.Guide> chance = chance(measure, scored);
        int seeds = rows.stream().mapToInt(row -> row.cell(measure).n()).max().orElse(0);
        DotPlot plot = new DotPlot(
                measure.title() + " by seed \u00b7 " + Study.title(block),
                Axis.unit(measure.title()),
                rows.stream().map(row -> row(study, row)).toList(),
                chance,
                760,
                DotPlot.heightFor(rows.size()));
        Row best = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        return List.of(new Figures(
                measure.title() + " on the test rows of " + Study.title(block)
                        + ", best mean first. Points: one a seed, n = "
                        + Numbers.count(seeds, "seed")
                        + "; upright stroke: mean; horizontal bar: \u00b1 one standard deviation over seeds.",
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId("seeds", block.dataset(), block.protocol()),
                        measure.title() + " of each seed on " + Study.title(block) + ": from "
                                + Numbers.metric(best.cell(measure)) + " (" + best.label() + ") to "
                                + Numbers.metric(last.cell(measure)) + " (" + last.label() + ").",
                        plot))));
    }

    /** What a random score has on average; F1 depends on the threshold too, so none. */
    private static List<DotPlot.Guide> chance(Measure measure, ScoredBlock scored) {
        return switch (measure) {
            case AUC_PR ->
                scored.prevalence()
                        .map(share ->
                                List.of(new DotPlot.Guide("chance: the share of anomalies", Palette.CHANCE, share)))
                        .orElse(List.of());
            case AUC_ROC -> List.of(new DotPlot.Guide("chance: 0.5", Palette.CHANCE, 0.5));
            default -> List.of();
        };
    }

    private static DotPlot.Row row(Study study, Row row) {
        Measure measure = study.measure();
        Cell cell = row.cell(measure);
        Double mean = cell.mean();
        Double sd = cell.sd();
        double spread = sd == null ? 0 : sd;
        return new DotPlot.Row(
                row.label(),
                study.look(row),
                row.trials().stream()
                        .map(measure::of)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList(),
                mean == null ? null : new DotPlot.Span(Math.max(0, mean - spread), mean, Math.min(1, mean + spread)));
    }
}
