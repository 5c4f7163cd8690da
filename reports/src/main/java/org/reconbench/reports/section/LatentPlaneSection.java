package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.latent.Apartness;
import org.reconbench.evaluation.metrics.Quantiles;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Where test rows lie in the latent space: one panel a network, normal rows grey, anomalies on top. */
final class LatentPlaneSection implements SectionSource {
    /** Networks drawn of a data set that is shown open. */
    private static final int OPEN = 12;

    /** Points of a class drawn of a data set that is folded. */
    private static final int FOLDED_NORMALS = 300;

    private static final int FOLDED_ANOMALIES = 100;

    private static final double APART = 0.9;
    private static final double AMONG = 0.6;

    /** The variance that a unit must exceed to count as active (Burda et al. 2016). */
    private static final double ACTIVE = 0.01;

    /** A plane with what can be said of it. */
    private record Seen(Row row, TrialRecord trial, TrialExplanation.Plane plane, OptionalDouble apart) {
        /** Whether the codes do not vary: nothing that is seen means anything. */
        boolean empty() {
            double most = plane.variances().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            return row.family().equals("vae") ? most <= ACTIVE : most <= Double.MIN_NORMAL;
        }

        boolean told() {
            return !empty() && apart.isPresent();
        }
    }

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<Seen> all = new ArrayList<>();
        boolean unread = false;
        for (Block block : study.table().blocks()) {
            List<Row> rows = study.byQuality(Study.alive(block)).stream()
                    .sorted(Comparator.comparing(row -> !row.network()))
                    .toList();
            Explained<TrialExplanation.Plane> explained =
                    Explained.of(study, rows, TrialExplanation::latentPlane, most(study));
            List<Seen> seen = explained.found().stream()
                    .map(one -> new Seen(
                            one.row(),
                            one.trial(),
                            one.part(),
                            Apartness.of(one.part().points(), one.part().labels())))
                    .toList();
            List<Element> parts = new ArrayList<>();
            if (!seen.isEmpty()) {
                parts.add(figures(study, block, seen, explained.seeds(), rows.size()));
                parts.add(table(study, block, seen));
            }
            explained.unreadable().forEach(sentence -> parts.add(new Element.Prose(sentence)));
            unread |= !explained.unreadable().isEmpty();
            elements.addAll(Folded.of(study, block, "plane", summary(seen), parts));
            all.addAll(seen);
        }
        return all.isEmpty() && !unread
                ? Optional.empty()
                : Optional.of(new Section("plane", "Why: latent plane", finding(all), elements));
    }

    private static String finding(List<Seen> all) {
        if (all.isEmpty()) {
            return "The stored latent planes cannot be read.";
        }
        List<Seen> told = all.stream().filter(Seen::told).toList();
        long empty = all.stream().filter(Seen::empty).count();
        String nothing =
                empty == 0 ? "" : empty + (empty == 1 ? " holds" : " hold") + " nothing, as no latent unit is active";
        String drawn = "Of " + Numbers.count(all.size(), "latent plane")
                + " drawn (configuration \u00d7 data set \u00d7 protocol), ";
        if (told.isEmpty()) {
            return drawn + (nothing.isEmpty() ? "none has rows enough to say where the anomalies lie." : nothing + ".");
        }
        long apart =
                told.stream().filter(seen -> seen.apart().orElse(0) >= APART).count();
        long among =
                told.stream().filter(seen -> seen.apart().orElse(1) < AMONG).count();
        double share = Quantiles.linear(
                told.stream().mapToDouble(seen -> seen.plane().share()).toArray(), 0.5);
        return drawn + apart + (apart == 1 ? " has" : " have")
                + " the anomalies apart from the normal rows (AUC-ROC of the distance at least " + APART + ") and "
                + among
                + (among == 1 ? " has" : " have") + " them among the normal rows (below " + AMONG + ")"
                + (nothing.isEmpty() ? "" : "; " + nothing) + "; where there is something to see, the plane shows "
                + Numbers.percent(share) + " of the codes' variance in the median.";
    }

    private static String summary(List<Seen> seen) {
        return seen.stream()
                .filter(Seen::told)
                .max(Comparator.comparingDouble(each -> each.apart().orElse(0)))
                .map(best -> "anomalies farthest apart for " + best.row().label() + ", "
                        + Numbers.metric(best.apart().orElse(0)))
                .orElse(seen.isEmpty() ? "" : "nothing to see");
    }

    private static Figures figures(Study study, Block block, List<Seen> seen, String seeds, int rows) {
        boolean folded = study.room().folded();
        String part = seen.size() == rows
                ? ""
                : seen.size() == most(study)
                        ? " Shown are the first " + seen.size() + " by "
                                + study.measure().title() + ", networks before references."
                        : " Configurations that give no code have no plane.";
        return new Figures(
                "Codes of test rows of " + Study.title(block) + ", " + seeds
                        + ": the two latent units, or the two leading"
                        + " principal components of the codes of all test rows, found without labels. Triangles: anomalies, at"
                        + " most " + (folded ? FOLDED_ANOMALIES : 250) + "; dots: normal rows, at most "
                        + (folded ? FOLDED_NORMALS : 750)
                        + "; of more those at even distances. Points far beyond the normal"
                        + " rows stand at the border. After each name: the AUC-ROC of the distance to the fifth-nearest normal"
                        + " row in the plane; 0.5 means among the normal rows. A network without an active unit is drawn on the"
                        + " scale of the prior, whose standard deviation is 1: its codes tell the decoder next to nothing."
                        + part,
                Figures.Size.SMALL,
                seen.stream().map(each -> panel(study, block, each, folded)).toList());
    }

    private static int most(Study study) {
        return Math.min(OPEN, study.room().panels());
    }

    private static Figures.Panel panel(Study study, Block block, Seen seen, boolean folded) {
        return new Figures.Panel(
                study.panelId(
                        "plane", block.dataset(), block.protocol(), seen.row().label()),
                "Latent plane of " + seen.row().label() + " on " + Study.title(block) + ", seed "
                        + seen.trial().seed() + ": " + said(seen),
                plot(seen, folded));
    }

    private static String said(Seen seen) {
        if (seen.empty()) {
            return "it holds nothing, as no latent unit is active.";
        }
        String shown = "; the plane shows " + Numbers.percent(seen.plane().share()) + " of the codes' variance.";
        if (seen.apart().isEmpty()) {
            return "too few rows to say how far anomalies lie apart" + shown;
        }
        double apart = seen.apart().getAsDouble();
        String where = apart >= APART
                ? "the anomalies lie apart from the normal rows"
                : apart < AMONG
                        ? "the anomalies lie among the normal rows"
                        : "the anomalies lie partly apart from the normal rows";
        return where + ", AUC-ROC " + Numbers.metric(apart) + " by distance" + shown;
    }

    private static CloudPlot plot(Seen seen, boolean folded) {
        TrialExplanation.Plane plane = seen.plane();
        String after = seen.empty()
                ? " \u00b7 no active unit"
                : seen.apart().isPresent()
                        ? " \u00b7 " + Numbers.metric(seen.apart().getAsDouble())
                        : "";
        return new CloudPlot(
                seen.row().label() + after,
                axis(seen, 0),
                axis(seen, 1),
                List.of(
                        new CloudPlot.Cloud(
                                "normal", Palette.GROUND, points(plane, false, folded ? FOLDED_NORMALS : -1)),
                        new CloudPlot.Cloud(
                                "anomaly", Palette.ANOMALY, points(plane, true, folded ? FOLDED_ANOMALIES : -1))),
                360,
                330);
    }

    private static List<CloudPlot.Point> points(TrialExplanation.Plane plane, boolean anomaly, int most) {
        int[] rows = plane.labels().rowsWhere(anomaly);
        int count = most < 0 ? rows.length : Math.min(most, rows.length);
        return IntStream.range(0, count)
                .map(i -> rows[(int) ((long) i * rows.length / count)])
                .mapToObj(i -> new CloudPlot.Point(
                        plane.rows().get(i),
                        plane.points().get(i, 0),
                        plane.points().get(i, 1)))
                .toList();
    }

    /**
     * An axis on which the middle 98 % of the normal rows take a fifth or more, however far an anomaly lies; that of the
     * prior where no unit is active.
     */
    private static Axis axis(Seen seen, int column) {
        TrialExplanation.Plane plane = seen.plane();
        double[] values = plane.points().column(column);
        double[] normal = Arrays.stream(plane.labels().rowsWhere(false))
                .mapToDouble(row -> values[row])
                .toArray();
        String name = plane.units()
                ? "Latent unit " + (column + 1)
                : "Component " + (column + 1) + " (" + Numbers.percent(part(plane, column)) + " of variance)";
        if (normal.length == 0) {
            return Axis.linear(name);
        }
        if (seen.empty()) {
            return new Axis(name, -1.0, 1.0, false);
        }
        double[] middle = Quantiles.linear(normal, new double[] {0.01, 0.99});
        double spread = middle[1] - middle[0];
        double low = Math.max(Arrays.stream(values).min().orElse(0), middle[0] - 2 * spread);
        double high = Math.min(Arrays.stream(values).max().orElse(0), middle[1] + 2 * spread);
        double air = 0.04 * (high - low);
        return high > low ? new Axis(name, low - air, high + air, false) : Axis.linear(name);
    }

    private static double part(TrialExplanation.Plane plane, int component) {
        double all = plane.variances().stream().mapToDouble(Double::doubleValue).sum();
        return all > 0 ? plane.variances().get(component) / all : 0;
    }

    private static Table table(Study study, Block block, List<Seen> seen) {
        return new Table(
                "table-" + study.panelId("planes", block.dataset(), block.protocol()),
                "What the planes of " + Study.title(block)
                        + " show. Apart: AUC-ROC of the distance to the fifth-nearest normal row drawn; test labels describe"
                        + " the picture and choose nothing. Score: AUC-ROC of the primary score over all test rows, same seed."
                        + " Where the score ranks well and the plane does not, the anomalies differ in what is not"
                        + " reconstructed rather than in their code.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.number("Apart", "AUC-ROC in the plane"),
                        Table.Column.number("Score", "AUC-ROC of the primary score"),
                        Table.Column.number("Variance shown", "share of the codes' variance along both axes"),
                        Table.Column.number("Units", "latent units")),
                seen.stream()
                        .map(each -> Table.Row.of(
                                Table.Cell.named(each.row().label(), study.look(each.row())),
                                apart(each),
                                score(each.trial()),
                                each.empty()
                                        ? Table.Cell.number("no active unit", null)
                                        : Table.Cell.number(
                                                Numbers.percent(each.plane().share()),
                                                each.plane().share()),
                                Table.Cell.number(
                                        Integer.toString(
                                                each.plane().variances().size()),
                                        (double) each.plane().variances().size())))
                        .toList());
    }

    private static Table.Cell apart(Seen seen) {
        Double value = seen.told() ? (Double) seen.apart().getAsDouble() : null;
        return Table.Cell.number(Numbers.metric(value), value);
    }

    private static Table.Cell score(TrialRecord trial) {
        TrialRecord.Metrics metrics = trial.metrics();
        Double value = metrics == null ? null : metrics.aucRoc();
        return Table.Cell.number(Numbers.metric(value), value);
    }
}
