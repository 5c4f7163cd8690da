package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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

/** Loss, reconstruction, KL and beta by epoch. */
final class TrainingSection implements SectionSource {
    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity("loss", "Loss", "Loss (the objective as set)", true),
            new Quantity("recon", "Reconstruction", "Reconstruction term", true),
            new Quantity("kl", "KL divergence", "KL divergence (nats)", true),
            new Quantity("beta", "Weight of the KL", "beta(t)", false));
    private static final double SPAN = 30;

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            Map<Row, List<Curve>> curves = study.curves(block, curve -> true);
            Map<Row, Look> looks = study.together(List.copyOf(curves.keySet()));
            List<Figures.Panel> panels = QUANTITIES.stream()
                    .flatMap(quantity -> panel(study, block, quantity, curves, looks).stream())
                    .toList();
            if (!panels.isEmpty()) {
                Figures figures = new Figures(
                        "Training on " + Study.title(block) + ", by epoch, as seen during training. Lines: mean over"
                                + " seeds; bands: \u00b1 one standard deviation over seeds. Losses of different beta are"
                                + " different functions: compare their shape, not their height. Where values span"
                                + " more than a decade and a half the axis is logarithmic, and mean and deviation are"
                                + " those of the logarithm."
                                + AssumedContamination.others(study, looks),
                        Figures.Size.HALF,
                        panels);
                elements.addAll(Folded.of(study, block, "training", "", List.of(figures)));
            }
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section("training", "Training", finding(study), elements));
    }

    private static String finding(Study study) {
        List<Row> rows = study.table().rows().stream()
                .filter(row -> converged(row).isPresent())
                .toList();
        if (rows.isEmpty()) {
            return "The curves show how each term of the objective moved; no trial states when its loss settled.";
        }
        Row first = rows.get(0);
        Row last = rows.get(0);
        for (Row row : rows) {
            double epoch = converged(row).orElseThrow();
            first = epoch < converged(first).orElseThrow() ? row : first;
            last = epoch > converged(last).orElseThrow() ? row : last;
        }
        return "The loss settles (within 1 % of its final value) earliest for " + settled(first) + " and latest for "
                + settled(last) + ".";
    }

    private static String settled(Row row) {
        return row.label() + " on " + row.key().dataset() + ", " + row.key().protocol() + " (epoch "
                + Math.round(converged(row).orElseThrow()) + ", mean over seeds)";
    }

    private static OptionalDouble converged(Row row) {
        return row.trials().stream()
                .filter(TrialRecord::ok)
                .map(trial -> trial.training() == null ? null : trial.training().convergedEpoch())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
    }

    private static Optional<Figures.Panel> panel(
            Study study, Block block, Quantity quantity, Map<Row, List<Curve>> curves, Map<Row, Look> looks) {
        Map<Row, List<double[]>> columns = new LinkedHashMap<>();
        curves.forEach((row, ofRow) -> {
            List<double[]> found = ofRow.stream()
                    .filter(curve -> curve.has(quantity.column()))
                    .map(curve -> finiteStart(curve.column(quantity.column())))
                    .filter(column -> column.length > 0)
                    .toList();
            if (!found.isEmpty()) {
                columns.put(row, found);
            }
        });
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        boolean log = quantity.mayBeLog() && spansDecades(columns.values());
        List<Line> lines = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        columns.forEach((row, ofRow) -> {
            Look look = looks.getOrDefault(row, Palette.CONTEXT);
            Line line = line(row, look, quantity, ofRow, log);
            lines.add(line);
            if (!look.equals(Palette.CONTEXT)) {
                ends.add(row.label() + " from " + Numbers.plain(line.y().get(0)) + " to "
                        + Numbers.plain(line.y().get(line.y().size() - 1)));
            }
        });
        return Optional.of(new Figures.Panel(
                study.panelId("training", quantity.column(), block.dataset(), block.protocol()),
                quantity.title() + " by epoch on " + Study.title(block) + ": " + String.join("; ", ends) + ".",
                new LinePlot(
                        quantity.title() + " \u00b7 " + Study.title(block),
                        Axis.linear("Epoch"),
                        new Axis(quantity.label(), null, null, log),
                        lines,
                        500,
                        410)));
    }

    /** Mean and deviation at each epoch; those of the logarithm on a logarithmic axis. */
    private static Line line(Row row, Look look, Quantity quantity, List<double[]> columns, boolean log) {
        int epochs = columns.stream().mapToInt(column -> column.length).min().orElseThrow();
        List<Double> x = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        double[] values = new double[columns.size()];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = 0; i < values.length; i++) {
                double value = columns.get(i)[epoch];
                values[i] = log ? Math.log(value) : value;
            }
            double centre = Sample.mean(values);
            double sd = Sample.standardDeviation(values).orElse(0);
            x.add(epoch + 1.0);
            mean.add(log ? Math.exp(centre) : centre);
            if (values.length > 1 && quantity.mayBeLog()) {
                lower.add(log ? Math.exp(centre - sd) : centre - sd);
                upper.add(log ? Math.exp(centre + sd) : centre + sd);
            }
        }
        return look.equals(Palette.CONTEXT)
                ? Line.plain(row.label(), look, x, mean)
                : new Line(row.label(), look, x, mean, lower, upper, true);
    }

    private static double[] finiteStart(double[] column) {
        int length = 0;
        while (length < column.length && Double.isFinite(column[length])) {
            length++;
        }
        return Arrays.copyOf(column, length);
    }

    private static boolean spansDecades(Collection<List<double[]>> columns) {
        double[] values = columns.stream()
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return low > 0 && high / low > SPAN;
    }

    /** A column of the curves, and how to show it. */
    private record Quantity(String column, String title, String label, boolean mayBeLog) {}
}
