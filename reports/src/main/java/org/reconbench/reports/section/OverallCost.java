package org.reconbench.reports.section;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reconbench.evaluation.comparison.BlockKey;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.plot.ScatterPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Room;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/**
 * One Pareto front over all data sets of a protocol. Times of data sets of unlike size are made comparable by dividing
 * them by the median configuration's on the same data set; the geometric mean of these ratios is a configuration's
 * relative time.
 */
final class OverallCost {
    /** Room on both sides of the times, as a factor. */
    private static final double AIR = 2;

    private final Standing standing;
    private final Measure measure;
    private final List<Priced> all;
    private final List<Priced> front;
    private final List<Priced> networks;

    private OverallCost(Standing standing, Measure measure, List<Priced> all) {
        this.standing = standing;
        this.measure = measure;
        this.all = all;
        this.front = front(all);
        this.networks = front(all.stream().filter(Priced::network).toList());
    }

    private static List<Priced> front(List<Priced> of) {
        return of.stream()
                .filter(one -> of.stream().noneMatch(other -> other.beats(one)))
                .sorted(Comparator.comparingDouble(Priced::time))
                .toList();
    }

    /** A configuration's place. */
    private record Priced(String label, boolean network, double time, double quality) {
        boolean beats(Priced other) {
            return (time < other.time && quality >= other.quality) || (time <= other.time && quality > other.quality);
        }
    }

    /** Of a standing over data sets; empty for one data set, or where no configuration has a time on all of them. */
    static Optional<OverallCost> of(Study study, Standing standing) {
        BlockMatrix plain = matrix(study, standing.measure(), standing);
        if (plain.blocks().size() < 2) {
            return Optional.empty();
        }
        BlockMatrix adjusted = matrix(study, Measure.AUC_PR_ADJUSTED, standing);
        boolean known =
                standing.measure() == Measure.AUC_PR && adjusted.blocks().equals(plain.blocks());
        BlockMatrix matrix = known ? adjusted : plain;
        Map<String, Double> times = relativeTimes(study, matrix.blocks());
        List<Priced> priced = new ArrayList<>();
        for (String label : standing.outcome().ranking()) {
            Double time = times.get(label);
            if (time != null) {
                int column = matrix.column(label);
                priced.add(new Priced(
                        label,
                        study.table().rows().stream()
                                .anyMatch(row -> row.label().equals(label) && row.network()),
                        time,
                        Sample.mean(Arrays.stream(matrix.values())
                                .mapToDouble(line -> line[column])
                                .toArray())));
            }
        }
        return priced.isEmpty()
                ? Optional.empty()
                : Optional.of(new OverallCost(standing, known ? Measure.AUC_PR_ADJUSTED : standing.measure(), priced));
    }

    /** Each data set for itself, near-identical ones too: a time is one data set's. */
    private static BlockMatrix matrix(Study study, Measure measure, Standing standing) {
        return BlockMatrix.of(study.table(), measure).protocol(standing.protocol());
    }

    /** By label, of those with a time in every block. */
    private static Map<String, Double> relativeTimes(Study study, List<BlockKey> blocks) {
        Map<String, List<Double>> logs = new LinkedHashMap<>();
        for (BlockKey key : blocks) {
            List<Row> rows = study.table().block(key.dataset(), key.protocol()).stream()
                    .flatMap(block -> block.rows().stream())
                    .filter(row -> seconds(row) > 0)
                    .toList();
            if (!rows.isEmpty()) {
                double median = Sample.median(
                        rows.stream().mapToDouble(OverallCost::seconds).toArray());
                rows.forEach(row -> logs.computeIfAbsent(row.label(), label -> new ArrayList<>())
                        .add(Math.log(seconds(row) / median)));
            }
        }
        Map<String, Double> times = new LinkedHashMap<>();
        logs.forEach((label, values) -> {
            if (values.size() == blocks.size()) {
                times.put(
                        label,
                        Math.exp(Sample.mean(
                                values.stream().mapToDouble(Double::doubleValue).toArray())));
            }
        });
        return times;
    }

    private static double seconds(Row row) {
        Double mean = row.cell(Measure.TRAIN_SECONDS).mean();
        return mean == null ? 0 : mean;
    }

    /** Who is on the front, as a sentence without its end. */
    String sentence() {
        String text = standing.where() + ": nothing is both faster and better than " + named(front)
                + ", from the fastest to the best";
        return networks.isEmpty() || front.containsAll(networks)
                ? text
                : text + "; among networks alone, than " + named(networks);
    }

    private static String named(List<Priced> of) {
        return of.stream()
                .map(one -> one.label() + " (" + times(one.time()) + " the median time, "
                        + Numbers.metric(one.quality()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** A ratio in two digits: {@code 2.7×}, {@code 1/710}. */
    private static String times(double ratio) {
        if (ratio >= 0.1) {
            return String.format(Locale.ROOT, "%.1f\u00d7", ratio);
        }
        return "1/" + BigDecimal.valueOf(1 / ratio).round(new MathContext(2)).toPlainString();
    }

    Figures figure(Study study) {
        double fastest = all.stream().mapToDouble(Priced::time).min().orElseThrow();
        double slowest = all.stream().mapToDouble(Priced::time).max().orElseThrow();
        boolean few = all.size() <= Room.TOGETHER;
        List<ScatterPlot.Point> points = all.stream()
                .sorted(Comparator.comparing(one -> front.contains(one) || networks.contains(one)))
                .map(one -> new ScatterPlot.Point(
                        one.label(),
                        few || front.contains(one) || networks.contains(one)
                                ? study.look(one.label())
                                : Palette.CONTEXT,
                        one.time(),
                        one.time(),
                        one.time(),
                        one.quality(),
                        one.quality(),
                        one.quality()))
                .toList();
        return new Figures(
                "Training time against quality over " + standing.where()
                        + ". Time: that of a trial over the median configuration's on the same data set, geometric mean"
                        + " over data sets, logarithmic; left is faster. Quality: mean over data sets"
                        + (measure == Measure.AUC_PR_ADJUSTED
                                ? " of the AUC-PR moved so that chance is 0 and a perfect ranking 1"
                                : "")
                        + "; up is better."
                        + (few ? "" : " Named: those that nothing, or no network, beats in both; others light grey."),
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId("cost-overall", standing.protocol()),
                        "Relative training time against mean " + measure.title() + ", " + sentence() + ".",
                        new ScatterPlot(
                                "Time against quality \u00b7 " + standing.where(),
                                new Axis(
                                        "Training time, 1 = the median configuration",
                                        fastest / AIR,
                                        slowest * AIR,
                                        true),
                                Axis.linear("Mean " + measure.title()),
                                points,
                                820,
                                430))));
    }
}
