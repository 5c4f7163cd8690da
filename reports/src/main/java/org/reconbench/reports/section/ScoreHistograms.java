package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.reconbench.core.data.Labels;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.HistogramPlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Bins;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** The seed document's visual validation: scores of normal rows against those of anomalies, with the thresholds. */
final class ScoreHistograms implements BlockPart {

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        List<Row> rows = scored.scored().size() > study.room().panels()
                ? scored.foremost().subList(0, study.room().panels())
                : List.copyOf(scored.scored().keySet());
        List<Shown> shown = rows.stream()
                .map(row -> of(
                        study,
                        scored.block(),
                        row,
                        Objects.requireNonNull(scored.scored().get(row)).get(0)))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        String part = shown.size() < scored.scored().size()
                ? " Shown are the " + shown.size() + " best by "
                        + study.measure().title() + " of " + scored.scored().size() + " configurations."
                : "";
        return List.of(figures(scored.block(), shown, part));
    }

    private static Figures figures(Block block, List<Shown> shown, String part) {
        List<Long> seeds = shown.stream().map(Shown::seed).distinct().toList();
        String which = seeds.size() == 1
                ? "Seed " + seeds.get(0) + " is shown"
                : "Each panel shows the first seed that ended ok";
        return new Figures(
                "Score histograms on the test rows of " + Study.title(block) + ". " + which
                        + ", because scores and thresholds of different seeds have different scales. Heights: percent of"
                        + " the class in each of " + Bins.COUNT + " equal bins, so that the few anomalies can be seen."
                        + " Solid line: the declared threshold, above which a row is flagged. Dashed line: the threshold"
                        + " of the best F1, chosen with the test labels. The axis is logarithmic where scores span more"
                        + " than a decade and a half. Overlap is the area that both histograms share." + part,
                Figures.Size.SMALL,
                shown.stream().map(Shown::panel).toList());
    }

    private static Shown of(Study study, Block block, Row row, ScoredBlock.Scored scored) {
        TrialRecord trial = scored.trial();
        Labels labels = scored.labels();
        double[] values = scored.values();
        List<HistogramPlot.Guide> guides = new ArrayList<>();
        TrialRecord.Threshold threshold = trial.threshold();
        if (threshold != null) {
            guides.add(new HistogramPlot.Guide("declared", Palette.DECLARED, threshold.value()));
        }
        TrialRecord.Oracle oracle = trial.oracle();
        if (oracle != null) {
            guides.add(new HistogramPlot.Guide("oracle", Palette.ORACLE, oracle.threshold()));
        }
        Bins bins = Bins.over(
                values, guides.stream().mapToDouble(HistogramPlot.Guide::value).toArray());
        List<Double> normal = bins.percent(select(values, labels, false));
        List<Double> anomaly = bins.percent(select(values, labels, true));
        double overlap = Bins.overlap(normal, anomaly);
        HistogramPlot plot = new HistogramPlot(
                row.label(),
                new Axis("Score (" + scored.score() + ")", null, null, bins.log()),
                new Axis("% of class", 0.0, null, false),
                bins.edges(),
                List.of(
                        new HistogramPlot.Bars("normal", Palette.NORMAL, normal),
                        new HistogramPlot.Bars("anomaly", Palette.ANOMALY, anomaly)),
                guides,
                360,
                300);
        return new Shown(
                trial.seed(),
                new Figures.Panel(
                        study.panelId("histogram", block.dataset(), block.protocol(), row.label()),
                        "Score histograms of " + row.label() + " on " + Study.title(block) + ", seed " + trial.seed()
                                + ": normal rows and anomalies overlap by " + Numbers.percent(overlap)
                                + flagged(trial) + ".",
                        plot));
    }

    private static String flagged(TrialRecord trial) {
        TrialRecord.Confusion confusion = trial.confusion();
        if (confusion == null) {
            return "";
        }
        return "; the declared threshold flags " + confusion.tp() + " of " + (confusion.tp() + confusion.fn())
                + " anomalies and " + confusion.fp() + " of " + (confusion.fp() + confusion.tn()) + " normal rows";
    }

    private static double[] select(double[] values, Labels labels, boolean anomaly) {
        return Arrays.stream(labels.rowsWhere(anomaly))
                .mapToDouble(row -> values[row])
                .toArray();
    }

    /** A panel with its seed. */
    private record Shown(long seed, Figures.Panel panel) {}
}
