package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.ScatterPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Time against quality. */
final class CostSection implements SectionSource {
    /** A mean of the deciding measure this near to the best counts as close. */
    private static final double CLOSE = 0.02;
    /** Up to so many data sets and protocols are named one by one in the opening sentence. */
    private static final int FEW = 4;
    /** Room on both sides of the times, as a factor. */
    private static final double AIR = 2.5;

    private static final double MEBIBYTE = 1024.0 * 1024;

    private static String caption(Measure measure) {
        return "Training time against " + measure.title() + ". Points: mean over seeds; bars: \u00b1 one standard"
                + " deviation over seeds in both directions. Seconds a trial (a cohort's time divided among its members),"
                + " logarithmic: left is faster, up is better.";
    }

    @Override
    public Optional<Section> of(Study study) {
        Measure measure = study.measure();
        List<Element> parts = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        List<Double> prices = new ArrayList<>();
        List<OverallCost> overall = study.standings().stream()
                .flatMap(standing -> OverallCost.of(study, standing).stream())
                .toList();
        for (Block block : study.table().blocks()) {
            List<Row> rows = block.rows().stream()
                    .filter(row -> row.cell(measure).mean() != null && seconds(row) > 0)
                    .toList();
            if (!rows.isEmpty()) {
                String front = front(block, rows, measure);
                parts.addAll(Folded.of(
                        study,
                        block,
                        "cost",
                        "",
                        List.of(
                                new Element.Bullets(List.of(front)),
                                new Figures(
                                        caption(measure),
                                        Figures.Size.HALF,
                                        List.of(panel(study, block, rows, front))))));
                findings.add(Study.title(block) + ": " + price(rows, measure));
                prices.add(seconds(best(rows, measure)));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Element> elements = new ArrayList<>();
        overall.forEach(cost -> elements.add(cost.figure(study)));
        elements.add(costs(study));
        elements.addAll(Folded.together(study, "cost", parts));
        return Optional.of(
                new Section("cost", "Time against quality", finding(measure, overall, findings, prices), elements));
    }

    /** Time, memory and convergence of each configuration, over everything it was run on. */
    private static Table costs(Study study) {
        List<Table.Row> rows = new ArrayList<>();
        for (String label : study.table().configurations()) {
            List<TrialRecord> trials = study.table().rows().stream()
                    .filter(row -> row.label().equals(label))
                    .flatMap(row -> row.trials().stream())
                    .filter(TrialRecord::ok)
                    .toList();
            Double train = mean(
                    trials,
                    trial -> trial.timeS() == null ? null : trial.timeS().train());
            Double score = mean(
                    trials,
                    trial -> trial.timeS() == null ? null : trial.timeS().score());
            Double cohort = mean(
                    trials,
                    trial -> trial.timeS() == null
                            ? null
                            : (double) trial.timeS().cohortSize());
            Double memory = mean(
                    trials,
                    trial -> trial.memory() == null ? null : trial.memory().peakRssBytes() / MEBIBYTE);
            Double epoch = mean(trials, CostSection::converged);
            Double numbers = mean(
                    trials,
                    trial -> trial.training() == null
                            ? null
                            : (double) trial.training().parameters());
            rows.add(new Table.Row(List.of(
                    Table.Cell.named(label, study.look(label)),
                    Table.Cell.number(train == null ? Numbers.NONE : Numbers.seconds(train), train),
                    Table.Cell.number(score == null ? Numbers.NONE : Numbers.seconds(score), score),
                    Table.Cell.number(whole(cohort), cohort),
                    Table.Cell.number(whole(memory), memory),
                    Table.Cell.number(whole(epoch), epoch),
                    Table.Cell.number(whole(numbers), numbers))));
        }
        return new Table(
                "table-costs",
                "What each configuration costs: means over all trials that ended ok. Times are those of a cohort divided among"
                        + " its members. Peak memory: the resident set of the whole process while the trial ran, so what ran"
                        + " beside it counts too. Convergence: first epoch whose smoothed loss is within 1 % of the last.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.number("Train", "time a trial"),
                        Table.Column.number("Score", "time a trial"),
                        Table.Column.number("Cohort", "trials trained together"),
                        Table.Column.number("Peak memory (MiB)", ""),
                        Table.Column.number("Converged at epoch", ""),
                        Table.Column.number("Trained numbers", "")),
                rows);
    }

    private static @Nullable Double converged(TrialRecord trial) {
        Integer epoch = trial.training() == null ? null : trial.training().convergedEpoch();
        return epoch == null ? null : epoch.doubleValue();
    }

    private static @Nullable Double mean(List<TrialRecord> trials, Function<TrialRecord, @Nullable Double> reader) {
        double sum = 0;
        int count = 0;
        for (TrialRecord trial : trials) {
            Double value = reader.apply(trial);
            if (value != null) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    private static String whole(@Nullable Double value) {
        return value == null ? Numbers.NONE : Long.toString(Math.round(value));
    }

    private static String finding(
            Measure measure, List<OverallCost> overall, List<String> findings, List<Double> prices) {
        if (!overall.isEmpty()) {
            return overall.stream().map(OverallCost::sentence).collect(Collectors.joining("; ", "", "."));
        }
        if (findings.size() <= FEW) {
            return "What the best " + measure.title() + " costs in training time \u2013 " + String.join("; ", findings)
                    + ".";
        }
        return "The configuration with the best " + measure.title() + " trains in "
                + Numbers.seconds(Collections.min(prices)) + " to " + Numbers.seconds(Collections.max(prices))
                + " a trial, by data set and protocol.";
    }

    private static Row best(List<Row> rows, Measure measure) {
        Row best = rows.get(0);
        for (Row row : rows) {
            best = quality(row, measure) > quality(best, measure) ? row : best;
        }
        return best;
    }

    /** The time of the best, and of the fastest that comes close to it. */
    private static String price(List<Row> rows, Measure measure) {
        Row best = best(rows, measure);
        Row cheap = best;
        for (Row row : rows) {
            boolean close = quality(row, measure) >= quality(best, measure) - CLOSE;
            cheap = close && seconds(row) < seconds(cheap) ? row : cheap;
        }
        String start = best.label() + " takes " + Numbers.seconds(seconds(best)) + " a trial";
        return cheap.equals(best)
                ? start
                : start + ", and " + cheap.label() + " comes within " + CLOSE + " of it in "
                        + Numbers.seconds(seconds(cheap));
    }

    private static double seconds(Row row) {
        Double mean = row.cell(Measure.TRAIN_SECONDS).mean();
        return mean == null ? Double.NaN : mean;
    }

    private static double quality(Row row, Measure measure) {
        Double mean = row.cell(measure).mean();
        return mean == null ? Double.NaN : mean;
    }

    /** Those that no other beats in both: named from the cheapest to the best. */
    private static String front(Block block, List<Row> rows, Measure measure) {
        List<String> names = rows.stream()
                .filter(row -> rows.stream()
                        .noneMatch(other -> (seconds(other) < seconds(row)
                                        && quality(other, measure) >= quality(row, measure))
                                || (seconds(other) <= seconds(row) && quality(other, measure) > quality(row, measure))))
                .sorted((a, b) -> Double.compare(seconds(a), seconds(b)))
                .map(row -> row.label() + " (" + Numbers.seconds(seconds(row)) + ", "
                        + Numbers.metric(quality(row, measure)) + ")")
                .toList();
        return Study.title(block) + ": nothing is both faster and better than " + String.join(", ", names)
                + ", from the fastest to the best";
    }

    private static Figures.Panel panel(Study study, Block block, List<Row> rows, String front) {
        List<ScatterPlot.Point> points =
                rows.stream().map(row -> point(study, row)).toList();
        double fastest = rows.stream().mapToDouble(CostSection::seconds).min().orElseThrow();
        double slowest = rows.stream().mapToDouble(CostSection::seconds).max().orElseThrow();
        return new Figures.Panel(
                study.panelId("cost", block.dataset(), block.protocol()),
                "Training seconds against " + study.measure().title() + " on " + front + ".",
                new ScatterPlot(
                        "Time against quality \u00b7 " + Study.title(block),
                        new Axis("Training time (s a trial)", fastest / AIR, slowest * AIR, true),
                        Axis.unit(study.measure().title()),
                        points,
                        500,
                        470));
    }

    private static ScatterPlot.Point point(Study study, Row row) {
        Cell time = row.cell(Measure.TRAIN_SECONDS);
        Cell area = row.cell(study.measure());
        Double timeSd = time.sd();
        Double areaSd = area.sd();
        double x = seconds(row);
        double y = quality(row, study.measure());
        double dx = timeSd == null ? 0 : timeSd;
        double dy = areaSd == null ? 0 : areaSd;
        return new ScatterPlot.Point(
                row.label(), study.look(row), x, x - dx, x + dx, y, Math.max(0, y - dy), Math.min(1, y + dy));
    }
}
