package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** The seed documents' table, one a data set and protocol. */
final class ComparisonSection implements SectionSource {
    private static final List<Measure> DECLARED =
            List.of(Measure.PRECISION, Measure.RECALL, Measure.F1, Measure.AUC_ROC, Measure.AUC_PR);
    private static final List<Measure> ORACLE =
            List.of(Measure.ORACLE_F1, Measure.ORACLE_PRECISION, Measure.ORACLE_RECALL);
    private static final double EQUAL = 1e-12;

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        study.standings().stream()
                .filter(standing -> !standing.seeds())
                .forEach(standing -> elements.add(overall(study, standing)));
        for (Block block : study.table().blocks()) {
            elements.addAll(Folded.of(study, block, "table", best(study, block), List.of(table(study, block))));
        }
        elements.add(
                new Element.Prose("Precision, recall and F1 hold at the declared threshold, which saw no test label."
                        + " The oracle columns show the best F1 that any threshold could reach: the test labels chose it, so they"
                        + " are an upper bound and no result. Bold: the best mean of a column."));
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("comparison", "Comparison table", finding(study), elements));
    }

    private static String best(Study study, Block block) {
        List<Row> rows = study.byQuality(Study.alive(block));
        return rows.isEmpty()
                ? "no result"
                : "best by " + study.measure().title() + ": " + rows.get(0).label();
    }

    private static String finding(Study study) {
        List<Row> rows = study.table().rows().stream()
                .filter(row -> row.cell(study.measure()).mean() != null)
                .toList();
        if (rows.isEmpty()) {
            return "No configuration has a result.";
        }
        Measure measure = study.measure();
        Row low = rows.get(0);
        Row high = rows.get(0);
        for (Row row : rows) {
            low = mean(row, measure) < mean(low, measure) ? row : low;
            high = mean(row, measure) > mean(high, measure) ? row : high;
        }
        return "Mean " + measure.title() + " runs from " + place(low, measure) + " to " + place(high, measure) + ".";
    }

    private static String place(Row row, Measure measure) {
        return Numbers.metric(row.cell(measure).mean()) + " (" + row.label() + ", "
                + row.key().dataset() + ", " + row.key().protocol() + ")";
    }

    /** One line a configuration over all data sets of a protocol. */
    private static Table overall(Study study, Standing standing) {
        BlockMatrix matrix = standing.matrix();
        double[] ranks = matrix.averageRanks();
        double[][] values = matrix.values();
        List<Table.Row> rows = new ArrayList<>();
        for (String label : standing.outcome().ranking()) {
            int column = matrix.column(label);
            double[] own =
                    Arrays.stream(values).mapToDouble(line -> line[column]).toArray();
            long best = Arrays.stream(values)
                    .filter(line -> line[column] >= Arrays.stream(line).max().orElseThrow() - EQUAL)
                    .count();
            double median = Sample.median(own);
            double mean = Sample.mean(own);
            double rank = ranks[column];
            rows.add(new Table.Row(List.of(
                    Table.Cell.named(label, study.look(label)),
                    Table.Cell.number(String.format(Locale.ROOT, "%.2f", rank), rank),
                    Table.Cell.number(Numbers.metric(mean), mean),
                    Table.Cell.number(Numbers.metric(median), median),
                    Table.Cell.number(Long.toString(best), (double) best))));
        }
        return new Table(
                "table-" + study.panelId("overall", standing.protocol()),
                standing.measure().title() + " over data sets, " + standing.where()
                        + ", best mean rank first. Failed trials count at chance level. Best on: data sets on which no other"
                        + " has a higher mean.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.number("Mean rank", "1 is best"),
                        Table.Column.number("Mean " + standing.measure().title(), ""),
                        Table.Column.number("Median " + standing.measure().title(), ""),
                        Table.Column.number("Best on", "data sets")),
                rows);
    }

    private static Table table(Study study, Block block) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Model"));
        DECLARED.forEach(measure -> columns.add(Table.Column.number(measure.title(), "")));
        ORACLE.forEach(measure -> columns.add(new Table.Column(
                measure.title(), "chosen with the test labels: an upper bound, no result", Table.Kind.ORACLE)));
        columns.add(Table.Column.number(Measure.TRAIN_SECONDS.title(), "a cohort's time divided among its members"));
        columns.add(Table.Column.number("Trials ok", ""));
        columns.add(Table.Column.text("Notes"));
        List<Table.Row> rows =
                block.rows().stream().map(row -> row(study, block, row)).toList();
        int seeds =
                block.rows().stream().mapToInt(row -> row.trials().size()).max().orElse(0);
        return new Table(
                "table-" + study.panelId("comparison", block.dataset(), block.protocol()),
                "Mean \u00b1 sample standard deviation over up to " + Numbers.count(seeds, "seed") + " on "
                        + Study.title(block)
                        + ". Columns marked \u2020 are oracle numbers: the test labels chose their threshold."
                        + " Train s: seconds a trial.",
                columns,
                rows);
    }

    private static Table.Row row(Study study, Block block, Row row) {
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(Table.Cell.named(row.label(), study.look(row)));
        for (Measure measure : DECLARED) {
            cells.add(metric(block, row, measure));
        }
        for (Measure measure : ORACLE) {
            cells.add(metric(block, row, measure));
        }
        Cell seconds = row.cell(Measure.TRAIN_SECONDS);
        cells.add(new Table.Cell(
                Numbers.meanSeconds(seconds), Numbers.spreadSeconds(seconds), seconds.mean(), null, false));
        cells.add(Table.Cell.number(row.ok() + "/" + row.trials().size(), (double) row.ok()));
        cells.add(Table.Cell.remarks(Remarks.of(study, block, row)));
        return new Table.Row(cells);
    }

    private static Table.Cell metric(Block block, Row row, Measure measure) {
        Cell cell = row.cell(measure);
        return new Table.Cell(
                Numbers.metric(cell.mean()),
                Numbers.spread(cell),
                cell.mean(),
                null,
                best(block, cell.mean(), measure));
    }

    private static boolean best(Block block, @Nullable Double mean, Measure measure) {
        if (mean == null || measure.oracle()) {
            return false;
        }
        return block.rows().size() > 1
                && block.rows().stream().allMatch(other -> !(mean(other, measure) > mean + EQUAL));
    }

    private static double mean(Row row, Measure measure) {
        Double mean = row.cell(measure).mean();
        return mean == null ? Double.NaN : mean;
    }
}
