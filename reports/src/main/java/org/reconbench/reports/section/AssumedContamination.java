package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.evaluation.threshold.ContaminationSensitivity;
import org.reconbench.evaluation.threshold.ThresholdRule;
import org.reconbench.evaluation.threshold.ThresholdRules;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** F1 against the threshold, the threshold being named by the contamination that it assumes. */
final class AssumedContamination implements BlockPart {
    private static final ThresholdRule RULE =
            ThresholdRules.find("train-quantile").orElseThrow();

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        Block block = scored.block();
        List<Row> rows = scored.scored().entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(AssumedContamination::hasQuantiles))
                .map(Map.Entry::getKey)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Row, Look> looks = study.together(rows);
        List<Line> lines = new ArrayList<>();
        scored.prevalence()
                .ifPresent(share -> lines.add(Line.plain(
                        "share of anomalies in test", Palette.CHANCE, List.of(share, share), List.of(0.0, 1.0))));
        Row best = rows.get(0);
        double most = -1;
        double at = 0;
        for (Row row : rows) {
            Line line = line(row, looks.getOrDefault(row, Palette.CONTEXT), scored);
            lines.add(line);
            for (int i = 0; i < line.y().size(); i++) {
                if (line.y().get(i) > most) {
                    most = line.y().get(i);
                    at = line.x().get(i);
                    best = row;
                }
            }
        }
        lines.sort((a, b) ->
                Boolean.compare(b.look().equals(Palette.CONTEXT), a.look().equals(Palette.CONTEXT)));
        return List.of(new Figures(
                "F1 on " + Study.title(block)
                        + " against the threshold, which is the quantile of the train scores at one"
                        + " less the assumed contamination (share of train rows flagged, logarithmic). Lines: mean over"
                        + " seeds. The test labels measure here and choose nothing. Dotted: the true share of anomalies"
                        + " in the test set." + others(study, looks),
                Figures.Size.HALF,
                List.of(new Figures.Panel(
                        study.panelId("contamination", block.dataset(), block.protocol()),
                        "F1 by assumed contamination on " + Study.title(block) + ": highest with " + best.label() + ", "
                                + Numbers.metric(most) + " at " + Numbers.percent(at) + ".",
                        new LinePlot(
                                "F1 by assumed contamination \u00b7 " + Study.title(block),
                                Axis.log("Assumed contamination"),
                                Axis.unit("F1"),
                                lines,
                                500,
                                430)))));
    }

    /** What to say of lines in grey; nothing when there are none. */
    static String others(Study study, Map<Row, Look> looks) {
        long coloured = looks.values().stream()
                .filter(look -> !look.equals(Palette.CONTEXT))
                .count();
        return coloured == looks.size()
                ? ""
                : " In colour: the " + coloured + " best by " + study.measure().title() + " of " + looks.size()
                        + " configurations; grey: the others.";
    }

    private static boolean hasQuantiles(ScoredBlock.Scored scored) {
        double[] quantiles = scored.trainQuantiles();
        return quantiles.length > 1 && Arrays.stream(quantiles).allMatch(Double::isFinite);
    }

    private static Line line(Row row, Look look, ScoredBlock scored) {
        double[] grid = ContaminationSensitivity.grid();
        double[] sums = new double[grid.length];
        List<ScoredBlock.Scored> trials = Objects.requireNonNull(scored.scored().get(row));
        for (ScoredBlock.Scored trial : trials) {
            List<ContaminationSensitivity.Point> points = ContaminationSensitivity.of(
                            RULE, trial.trainQuantiles(), trial.labels(), trial.values(), grid)
                    .points();
            for (int i = 0; i < sums.length; i++) {
                Double f1 = points.get(i).f1();
                sums[i] += f1 == null ? 0 : f1;
            }
        }
        return new Line(
                row.label(),
                look,
                Arrays.stream(grid).boxed().toList(),
                Arrays.stream(sums).map(sum -> sum / trials.size()).boxed().toList(),
                List.of(),
                List.of(),
                !look.equals(Palette.CONTEXT));
    }
}
