package org.reconbench.reports.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;

/**
 * One measure, configurations down the side and data sets (with their protocols) along the top: the table of a paper. Every renderer
 * shows these numbers and computes none.
 *
 * @param measure what is shown
 * @param settings how comparisons were judged
 * @param baseline the label that all are compared with; null for the best: of a column by its mean, of all by average rank
 * @param columns in plan order
 * @param lines in plan order
 * @param reference whom the comparison over all columns is with: the baseline, or the best by average rank; null where nothing can be
 *     compared
 * @param ranked how many columns the average rank is over, those of near-identical data sets counted as one
 * @param neededColumns the fewest columns with which a verdict over all of them is possible; 0 where nothing can be compared
 * @param notes what a reader must know, one sentence or more each, plain text
 */
public record MeasureTable(
        Measure measure,
        ComparisonSettings settings,
        @Nullable String baseline,
        List<Column> columns,
        List<Line> lines,
        @Nullable String reference,
        int ranked,
        int neededColumns,
        List<String> notes) {

    /** Copies the lists. */
    public MeasureTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * A data set under a protocol.
     *
     * @param reference the label that the column's values are compared with; null where nothing can be compared
     * @param seeds how many seeds every configuration has: what a comparison inside the column is over
     * @param neededSeeds the fewest with which a verdict inside the column is possible; 0 where nothing can be compared
     */
    public record Column(
            String dataset, String protocol, @Nullable String reference, int seeds, int neededSeeds) {
        /** What to call it where one line must do: {@code seed-blobs, contaminated}. */
        public String title() {
            return dataset + ", " + protocol;
        }

        /** Whether its seeds are enough for a verdict. */
        public boolean enough() {
            return neededSeeds > 0 && seeds >= neededSeeds;
        }
    }

    /**
     * A configuration.
     *
     * @param entries one for each column
     * @param averageRank over the ranked columns, 1 for the best; null without any
     * @param bestRank whether no configuration has a better one
     * @param overall against the table's reference, over the ranked columns; null for the reference itself
     */
    public record Line(
            String label,
            String detector,
            String family,
            String configId,
            List<Entry> entries,
            @Nullable Double averageRank,
            boolean bestRank,
            @Nullable PairComparison overall) {
        /** Copies the list. */
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A configuration in a column.
     *
     * @param cell mean, standard deviation and number of the trials that have the value
     * @param interval of the mean, a bootstrap over the seeds; null for fewer than two
     * @param failed trials that are not ok
     * @param imputed whether ranks and comparisons count a chance level here, for a trial that failed or is missing
     * @param best whether no configuration of the column is better
     * @param comparison against the column's reference, over the seeds; null for the reference itself
     */
    public record Entry(
            Cell cell,
            @Nullable Interval interval,
            int failed,
            boolean imputed,
            boolean best,
            @Nullable PairComparison comparison) {}

    /**
     * The table of a measure.
     *
     * @param table its rows and blocks
     * @param baseline whom to compare with; empty for the best
     * @throws IllegalArgumentException if the baseline is no label of the table
     */
    public static MeasureTable of(
            ComparisonTable table, Measure measure, Optional<String> baseline, ComparisonSettings settings) {
        return of(table, measure, baseline, settings, DatasetGroups.NONE);
    }

    /**
     * The same with near-identical data sets counted as one in ranks and comparisons over columns.
     *
     * @throws IllegalArgumentException if the baseline is no label of the table
     */
    public static MeasureTable of(
            ComparisonTable table,
            Measure measure,
            Optional<String> baseline,
            ComparisonSettings settings,
            DatasetGroups groups) {
        return new MeasureTableMaker(table, measure, baseline.orElse(null), settings, groups).make();
    }

    /** Whether any entry is imputed. */
    boolean anyImputed() {
        return lines.stream().anyMatch(line -> line.entries().stream().anyMatch(Entry::imputed));
    }
}
