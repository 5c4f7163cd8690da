package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.reconbench.core.data.Labels;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.HistogramPlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Bins;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** The seed document's visual validation: scores of normal rows against those of anomalies, with the thresholds. */
final class HistogramSection implements SectionSource {

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<Shown> all = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            List<Shown> shown = block.rows().stream()
                    .flatMap(row -> shown(study, block, row).stream())
                    .toList();
            if (!shown.isEmpty()) {
                elements.add(new Element.Heading(Study.title(block)));
                elements.add(figures(block, shown));
                all.addAll(shown);
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section("histograms", "Scores of normal rows and anomalies", finding(all), elements));
    }

    private static String finding(List<Shown> all) {
        Shown least = all.get(0);
        Shown most = all.get(0);
        for (Shown each : all) {
            least = each.overlap() < least.overlap() ? each : least;
            most = each.overlap() > most.overlap() ? each : most;
        }
        return "Scores of normal rows and anomalies overlap least with " + least.where() + " ("
                + Numbers.percent(least.overlap()) + ") and most with " + most.where() + " ("
                + Numbers.percent(most.overlap()) + ").";
    }

    private static Figures figures(Block block, List<Shown> shown) {
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
                        + " than a decade and a half. Overlap is the area that both histograms share.",
                Figures.Size.SMALL,
                shown.stream().map(Shown::panel).toList());
    }

    private static Optional<Shown> shown(Study study, Block block, Row row) {
        for (TrialRecord trial : row.trials()) {
            Optional<Study.PrimaryScore> score = study.primary(trial);
            if (score.isPresent()) {
                return of(study, block, row, trial, score.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<Shown> of(Study study, Block block, Row row, TrialRecord trial, Study.PrimaryScore score) {
        Labels labels = score.scores().labels();
        if (labels.anomalies() == 0 || labels.normals() == 0) {
            return Optional.empty();
        }
        double[] values = score.values();
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
                new Axis("Score (" + score.id() + ")", null, null, bins.log()),
                new Axis("% of class", 0.0, null, false),
                bins.edges(),
                List.of(
                        new HistogramPlot.Bars("normal", Palette.NORMAL, normal),
                        new HistogramPlot.Bars("anomaly", Palette.ANOMALY, anomaly)),
                guides,
                360,
                300);
        return Optional.of(new Shown(
                row.label() + " on " + Study.title(block),
                trial.seed(),
                overlap,
                new Figures.Panel(
                        study.panelId("histogram", block.dataset(), block.protocol(), row.label()),
                        "Score histograms of " + row.label() + " on " + Study.title(block) + ", seed " + trial.seed()
                                + ": normal rows and anomalies overlap by " + Numbers.percent(overlap)
                                + flagged(trial) + ".",
                        plot)));
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

    /** A panel with the facts that the finding is made of. */
    private record Shown(String where, long seed, double overlap, Figures.Panel panel) {}
}
