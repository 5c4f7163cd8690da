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

/** AUC-PR of every seed, with the mean. */
final class SeedPoints implements BlockPart {

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        Block block = scored.block();
        List<Row> rows = Study.byQuality(block.rows().stream()
                .filter(row -> row.cell(Measure.AUC_PR).mean() != null)
                .toList());
        if (rows.isEmpty()) {
            return List.of();
        }
        List<DotPlot.Guide> chance = scored.prevalence()
                .map(share -> List.of(new DotPlot.Guide("chance: the share of anomalies", Palette.CHANCE, share)))
                .orElse(List.of());
        int seeds = rows.stream()
                .mapToInt(row -> row.cell(Measure.AUC_PR).n())
                .max()
                .orElse(0);
        DotPlot plot = new DotPlot(
                "AUC-PR by seed \u00b7 " + Study.title(block),
                Axis.unit("AUC-PR"),
                rows.stream().map(row -> row(study, row)).toList(),
                chance,
                760,
                DotPlot.heightFor(rows.size()));
        Row best = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        return List.of(new Figures(
                "AUC-PR on the test rows of " + Study.title(block) + ", best mean first. Points: one a seed, n = "
                        + Numbers.count(seeds, "seed")
                        + "; upright stroke: mean; horizontal bar: \u00b1 one standard deviation over seeds.",
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId("seeds", block.dataset(), block.protocol()),
                        "AUC-PR of each seed on " + Study.title(block) + ": from "
                                + Numbers.metric(best.cell(Measure.AUC_PR)) + " (" + best.label() + ") to "
                                + Numbers.metric(last.cell(Measure.AUC_PR)) + " (" + last.label() + ").",
                        plot))));
    }

    private static DotPlot.Row row(Study study, Row row) {
        Cell cell = row.cell(Measure.AUC_PR);
        Double mean = cell.mean();
        Double sd = cell.sd();
        double spread = sd == null ? 0 : sd;
        return new DotPlot.Row(
                row.label(),
                study.look(row),
                row.trials().stream()
                        .map(Measure.AUC_PR::of)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList(),
                mean == null ? null : new DotPlot.Span(Math.max(0, mean - spread), mean, Math.min(1, mean + spread)));
    }
}
