package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reconbench.evaluation.curves.CurveBand;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
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

/** ROC and precision-recall curves by data set and protocol: mean and band over seeds. */
final class RankingCurvesSection implements SectionSource {
    private static final int STEPS = 200;
    /** Above this number of configurations each gets a small panel of its own. */
    private static final int TOGETHER = 10;

    private static final String BANDS =
            "Lines: mean over seeds; bands: \u00b1 one standard deviation over seeds (how far"
                    + " single seeds lie apart, not how sure the mean is).";

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            List<Averaged> curves = averaged(study, block);
            if (!curves.isEmpty()) {
                elements.add(new Element.Heading(Study.title(block)));
                elements.add(figures(study, block, curves));
            }
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section("curves", "ROC and precision-recall curves", finding(study), elements));
    }

    private static String finding(Study study) {
        List<Row> rows = study.table().rows().stream()
                .filter(row -> row.network() && row.cell(Measure.AUC_ROC).mean() != null)
                .toList();
        long weak = rows.stream()
                .filter(row -> Boolean.TRUE.equals(rocBelow(row, 0.6)))
                .count();
        long strong = rows.stream()
                .filter(row -> Boolean.FALSE.equals(rocBelow(row, 0.95)))
                .count();
        return "Of " + Numbers.count(rows.size(), "network curve") + " (configuration x data set x protocol), " + strong
                + (strong == 1 ? " ranks" : " rank") + " nearly all anomalies first (mean AUC-ROC at least 0.95) and "
                + weak + (weak == 1 ? " is" : " are") + " close to chance (below 0.6).";
    }

    private static boolean rocBelow(Row row, double limit) {
        Double mean = row.cell(Measure.AUC_ROC).mean();
        return mean != null && mean < limit;
    }

    private static List<Averaged> averaged(Study study, Block block) {
        List<Averaged> curves = new ArrayList<>();
        for (Row row : block.rows()) {
            List<Ranking> rankings = study.rankings(row);
            if (!rankings.isEmpty()) {
                double prevalence = rankings.stream()
                        .mapToDouble(
                                ranking -> ranking.positives() / ((double) ranking.positives() + ranking.negatives()))
                        .average()
                        .orElseThrow();
                curves.add(new Averaged(
                        row,
                        study.look(row),
                        CurveBand.roc(rankings.stream().map(Ranking::rocCurve).toList(), STEPS),
                        CurveBand.pr(rankings.stream().map(Ranking::prCurve).toList(), STEPS),
                        prevalence));
            }
        }
        return curves;
    }

    private static Figures figures(Study study, Block block, List<Averaged> curves) {
        double prevalence = curves.get(0).prevalence();
        int seeds = curves.stream().mapToInt(each -> each.roc().curves()).max().orElse(0);
        String caption = "ROC (left) and precision-recall curves (right) on " + Study.title(block) + ", n = "
                + Numbers.count(seeds, "seed") + ". " + BANDS
                + " Dotted grey: chance; in precision-recall that is the share of anomalies in the test set, "
                + Numbers.percent(prevalence) + ".";
        List<Figures.Panel> panels = new ArrayList<>();
        if (curves.size() <= TOGETHER) {
            panels.add(together(study, block, curves, true));
            panels.add(together(study, block, curves, false));
            return new Figures(caption, Figures.Size.HALF, panels);
        }
        for (Averaged each : curves) {
            panels.add(alone(study, block, each, curves));
        }
        return new Figures(
                "Precision-recall curves on " + Study.title(block) + ", n = " + Numbers.count(seeds, "seed")
                        + ", one configuration a panel before the others in grey. " + BANDS
                        + " Dotted: the share of anomalies in the test set, " + Numbers.percent(prevalence) + ".",
                Figures.Size.SMALL,
                panels);
    }

    private static Figures.Panel together(Study study, Block block, List<Averaged> curves, boolean roc) {
        List<Line> lines = new ArrayList<>();
        lines.add(chance(curves.get(0).prevalence(), roc));
        for (Averaged each : curves) {
            lines.add(each.line(
                    roc,
                    each.row().label(),
                    each.look(),
                    curves.size() > 1 || each.roc().curves() > 1));
        }
        Averaged best = curves.get(0);
        for (Averaged each : curves) {
            best = each.area(roc) > best.area(roc) ? each : best;
        }
        String name = roc ? "ROC" : "Precision-recall";
        return new Figures.Panel(
                study.panelId(roc ? "roc" : "pr", block.dataset(), block.protocol()),
                name + " curves of " + Numbers.count(curves.size(), "configuration") + " on " + Study.title(block)
                        + "; the largest area has " + best.row().label() + " with mean "
                        + (roc ? "AUC-ROC " : "AUC-PR ")
                        + Numbers.metric(best.row().cell(measure(roc)).mean()) + ".",
                plot(name + " \u00b7 " + Study.title(block), roc, lines, 500, 530));
    }

    private static Figures.Panel alone(Study study, Block block, Averaged shown, List<Averaged> all) {
        List<Line> lines = new ArrayList<>();
        Look context = new Look("#D4D4D4", List.of(), Palette.CHANCE.marker());
        for (Averaged other : all) {
            if (!other.row().label().equals(shown.row().label())) {
                lines.add(Line.plain(
                        "", context, boxed(other.pr().x()), boxed(other.pr().mean())));
            }
        }
        Line chance = chance(shown.prevalence(), false);
        lines.add(Line.plain("", chance.look(), chance.x(), chance.y()));
        lines.add(shown.line(false, "", shown.look(), true));
        return new Figures.Panel(
                study.panelId(
                        "pr", block.dataset(), block.protocol(), shown.row().label()),
                "Precision-recall curve of " + shown.row().label() + " on " + Study.title(block) + ", mean AUC-PR "
                        + Numbers.metric(shown.row().cell(Measure.AUC_PR).mean()) + ".",
                plot(shown.row().label(), false, lines, 340, 320));
    }

    private static LinePlot plot(String title, boolean roc, List<Line> lines, int width, int height) {
        return new LinePlot(
                title,
                Axis.unit(roc ? "False-positive rate" : "Recall"),
                Axis.unit(roc ? "True-positive rate" : "Precision"),
                lines,
                width,
                height);
    }

    private static Line chance(double prevalence, boolean roc) {
        return Line.plain(
                "chance", Palette.CHANCE, List.of(0.0, 1.0), roc ? List.of(0.0, 1.0) : List.of(prevalence, prevalence));
    }

    private static Measure measure(boolean roc) {
        return roc ? Measure.AUC_ROC : Measure.AUC_PR;
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    /** A configuration's averaged curves. */
    private record Averaged(Row row, Look look, CurveBand roc, CurveBand pr, double prevalence) {

        double area(boolean ofRoc) {
            Double mean = row.cell(measure(ofRoc)).mean();
            return mean == null ? Double.NEGATIVE_INFINITY : mean;
        }

        Line line(boolean ofRoc, String name, Look drawn, boolean marked) {
            CurveBand band = ofRoc ? roc : pr;
            double[] mean = band.mean();
            double[] sd = band.sd();
            List<Double> lower = new ArrayList<>();
            List<Double> upper = new ArrayList<>();
            for (int i = 0; band.curves() > 1 && i < mean.length; i++) {
                lower.add(Math.max(0, mean[i] - sd[i]));
                upper.add(Math.min(1, mean[i] + sd[i]));
            }
            return new Line(name, drawn, boxed(band.x()), boxed(mean), lower, upper, marked);
        }
    }
}
