package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reconbench.evaluation.curves.CurveBand;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
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

/** ROC and precision-recall curves: mean and band over seeds. */
final class RankingCurves implements BlockPart {
    private static final int STEPS = 200;

    private static final String BANDS =
            "Lines: mean over seeds; bands: \u00b1 one standard deviation over seeds (how far"
                    + " single seeds lie apart, not how sure the mean is).";

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        List<Averaged> curves = averaged(scored);
        if (curves.isEmpty()) {
            return List.of();
        }
        Block block = scored.block();
        Map<Row, Look> looks = study.together(curves.stream().map(Averaged::row).toList());
        boolean all = !looks.containsValue(Palette.CONTEXT);
        String context = "n = "
                + Numbers.count(
                        curves.stream()
                                .mapToInt(each -> each.roc().curves())
                                .max()
                                .orElse(0),
                        "seed") + ". "
                + BANDS;
        String chance = Numbers.percent(curves.get(0).prevalence());
        List<Element> elements = new ArrayList<>();
        elements.add(new Figures(
                "ROC (left) and precision-recall curves (right) on " + Study.title(block) + ", " + context
                        + " Dotted grey: chance; in precision-recall that is the share of anomalies in the test set, "
                        + chance + "." + AssumedContamination.others(study, looks),
                Figures.Size.HALF,
                List.of(together(study, block, curves, looks, true), together(study, block, curves, looks, false))));
        if (!all && !study.room().folded()) {
            elements.add(new Figures(
                    "Precision-recall curves on " + Study.title(block)
                            + ", one configuration a panel before all others in grey, " + context
                            + " Dotted: the share of anomalies in the test set, " + chance + ".",
                    Figures.Size.SMALL,
                    curves.stream()
                            .limit(study.room().panels())
                            .map(each -> alone(study, block, each, curves))
                            .toList()));
        }
        return elements;
    }

    private static List<Averaged> averaged(ScoredBlock scored) {
        List<Averaged> curves = new ArrayList<>();
        scored.scored().forEach((row, trials) -> {
            List<Ranking> rankings =
                    trials.stream().map(ScoredBlock.Scored::ranking).toList();
            double prevalence = rankings.stream()
                    .mapToDouble(ranking -> ranking.positives() / ((double) ranking.positives() + ranking.negatives()))
                    .average()
                    .orElseThrow();
            curves.add(new Averaged(
                    row,
                    CurveBand.roc(rankings.stream().map(Ranking::rocCurve).toList(), STEPS),
                    CurveBand.pr(rankings.stream().map(Ranking::prCurve).toList(), STEPS),
                    prevalence));
        });
        return curves;
    }

    private static Figures.Panel together(
            Study study, Block block, List<Averaged> curves, Map<Row, Look> looks, boolean roc) {
        List<Line> lines = new ArrayList<>();
        lines.add(chance(curves.get(0).prevalence(), roc));
        for (Averaged each : curves) {
            Look look = looks.getOrDefault(each.row(), Palette.CONTEXT);
            if (look.equals(Palette.CONTEXT)) {
                lines.add(Line.plain(
                        each.row().label(),
                        look,
                        boxed(each.band(roc).x()),
                        boxed(each.band(roc).mean())));
            } else {
                lines.add(each.line(
                        roc,
                        each.row().label(),
                        look,
                        curves.size() > 1 || each.roc().curves() > 1));
            }
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
        for (Averaged other : all) {
            lines.add(Line.plain(
                    "", Palette.CONTEXT, boxed(other.pr().x()), boxed(other.pr().mean())));
        }
        Line chance = chance(shown.prevalence(), false);
        lines.add(Line.plain("", chance.look(), chance.x(), chance.y()));
        lines.add(shown.line(false, "", study.look(shown.row()), true));
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
    private record Averaged(Row row, CurveBand roc, CurveBand pr, double prevalence) {

        CurveBand band(boolean ofRoc) {
            return ofRoc ? roc : pr;
        }

        double area(boolean ofRoc) {
            Double mean = row.cell(measure(ofRoc)).mean();
            return mean == null ? Double.NEGATIVE_INFINITY : mean;
        }

        Line line(boolean ofRoc, String name, Look drawn, boolean marked) {
            CurveBand band = band(ofRoc);
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
