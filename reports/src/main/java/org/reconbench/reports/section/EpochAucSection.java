package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** How well the test rows were ranked after each epoch, where the user asked for it. Test labels used: the section says so. */
final class EpochAucSection implements SectionSource {
    private record Area(String column, String title) {}

    private static final List<Area> AREAS =
            List.of(new Area("test_auc_pr", "AUC-PR"), new Area("test_auc_roc", "AUC-ROC"));

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            Map<Row, List<Curve>> curves =
                    study.curves(block, curve -> AREAS.stream().anyMatch(area -> curve.has(area.column())));
            Map<Row, Look> looks = study.together(List.copyOf(curves.keySet()));
            List<Figures.Panel> panels = AREAS.stream()
                    .flatMap(area -> panel(study, block, area, curves, looks).stream())
                    .toList();
            if (!panels.isEmpty()) {
                Figures figures = new Figures(
                        "Ranking of the test rows after each epoch on " + Study.title(block)
                                + ", test labels used. Lines: mean over seeds; bands: \u00b1 one standard deviation."
                                + AssumedContamination.others(study, looks),
                        Figures.Size.HALF,
                        panels);
                elements.addAll(Folded.of(study, block, "by-epoch", "", List.of(figures)));
            }
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        elements.add(
                0,
                new Element.Prose(
                        "Test labels used: these curves describe the training and chose nothing. To stop at the"
                                + " epoch that looks best here would be to choose by the test labels; all other tables are about"
                                + " the last epoch."));
        return Optional.of(new Section("by-epoch", "Detection by epoch (test labels used)", finding(study), elements));
    }

    private static String finding(Study study) {
        Row most = null;
        double lost = 0;
        for (Row row : study.table().rows()) {
            double loss = summaries(row).stream()
                    .mapToDouble(each -> each.bestAucPr() - each.finalAucPr())
                    .average()
                    .orElse(-1);
            if (most == null || loss > lost) {
                most = row;
                lost = loss;
            }
        }
        if (most == null || summaries(most).isEmpty()) {
            return "The curves show how detection changed while the networks learned.";
        }
        double epoch = summaries(most).stream()
                .mapToInt(TrialRecord.EpochAuc::bestEpoch)
                .average()
                .orElseThrow();
        return "From its best epoch to its last, " + most.label() + " on "
                + most.key().dataset() + ", "
                + most.key().protocol() + " loses the most AUC-PR: " + Numbers.metric(lost)
                + " on average, the best being epoch "
                + Math.round(epoch) + " (mean over seeds; test labels used).";
    }

    private static List<TrialRecord.EpochAuc> summaries(Row row) {
        return row.trials().stream()
                .filter(TrialRecord::ok)
                .map(TrialRecord::diagnostics)
                .filter(Objects::nonNull)
                .map(TrialRecord.Diagnostics::aucByEpoch)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<Figures.Panel> panel(
            Study study, Block block, Area area, Map<Row, List<Curve>> curves, Map<Row, Look> looks) {
        List<Line> lines = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        curves.forEach((row, ofRow) -> {
            List<double[]> columns = ofRow.stream()
                    .filter(curve -> curve.has(area.column()))
                    .map(curve -> curve.column(area.column()))
                    .toList();
            if (!columns.isEmpty()) {
                Look look = looks.getOrDefault(row, Palette.CONTEXT);
                Line line = line(row, look, columns);
                lines.add(line);
                if (!look.equals(Palette.CONTEXT)) {
                    ends.add(row.label() + " from " + Numbers.metric(line.y().get(0)) + " to "
                            + Numbers.metric(line.y().get(line.y().size() - 1)));
                }
            }
        });
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figures.Panel(
                study.panelId("by-epoch", area.column(), block.dataset(), block.protocol()),
                area.title() + " of the test rows by epoch, test labels used, on " + Study.title(block) + ": "
                        + String.join("; ", ends) + ".",
                new LinePlot(
                        area.title() + " by epoch \u00b7 " + Study.title(block),
                        Axis.linear("Epoch"),
                        Axis.unit(area.title() + " (test labels used)"),
                        lines,
                        500,
                        410)));
    }

    private static Line line(Row row, Look look, List<double[]> columns) {
        int epochs = columns.stream().mapToInt(column -> column.length).min().orElseThrow();
        List<Double> x = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            int at = epoch;
            double[] values = columns.stream().mapToDouble(column -> column[at]).toArray();
            double centre = Sample.mean(values);
            double sd = Sample.standardDeviation(values).orElse(0);
            x.add(epoch + 1.0);
            mean.add(centre);
            if (values.length > 1) {
                lower.add(Math.max(0, centre - sd));
                upper.add(Math.min(1, centre + sd));
            }
        }
        return look.equals(Palette.CONTEXT)
                ? Line.plain(row.label(), look, x, mean)
                : new Line(row.label(), look, x, mean, lower, upper, true);
    }
}
