package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.Comparisons;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.stats.Holm;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/**
 * Two configurations of a run on every measure: over data sets where there are enough of them for a verdict, else over the seeds of each.
 */
final class DetectorPair {
    private DetectorPair() {}

    /** One table over all data sets, or one for each; differences are judged by the settings. */
    static List<PairTable> tables(
            ComparisonTable table,
            DatasetGroups groups,
            String a,
            String b,
            List<Measure> measures,
            ComparisonSettings settings) {
        List<Block> blocks = table.blocks().stream()
                .map(block -> new Block(block.dataset(), block.protocol(), rows(block, a, b)))
                .filter(block -> block.rows().size() == 2)
                .toList();
        List<PairTable> tables = new ArrayList<>();
        ComparisonTable common = new ComparisonTable(blocks);
        BlockFigures figures = new BlockFigures(common, groups.among(common.datasets()));
        if (figures.counted() >= Holm.minimumBlocks(1, settings.alpha())) {
            List<PairTable.Line> lines = new ArrayList<>();
            for (Measure measure : measures) {
                BlockMatrix matrix = figures.groups().applyTo(BlockMatrix.of(common, measure));
                if (!matrix.blocks().isEmpty()) {
                    lines.add(line(measure.title(), matrix, a, b, settings));
                }
            }
            add(tables, figures.overDatasets(), lines);
            return tables;
        }
        for (Block block : blocks) {
            String title = block.dataset() + ", " + block.protocol() + ", over seeds";
            add(tables, title, overSeeds(new ComparisonTable(List.of(block)), a, b, measures, settings));
        }
        return tables;
    }

    private static void add(List<PairTable> tables, String title, List<PairTable.Line> lines) {
        if (!lines.isEmpty()) {
            tables.add(new PairTable(title, "Measure", "A - B", lines));
        }
    }

    private static List<Row> rows(Block block, String a, String b) {
        return block.rows().stream()
                .filter(row -> row.label().equals(a) || row.label().equals(b))
                .toList();
    }

    private static List<PairTable.Line> overSeeds(
            ComparisonTable table, String a, String b, List<Measure> measures, ComparisonSettings settings) {
        List<PairTable.Line> lines = new ArrayList<>();
        for (Measure measure : measures) {
            BlockMatrix matrix = BlockMatrix.of(table, measure);
            BlockMatrix seeds = matrix.blocks().isEmpty() ? matrix : matrix.within(0);
            if (!seeds.blocks().isEmpty()) {
                lines.add(line(measure.title(), seeds, a, b, settings));
            }
        }
        return lines;
    }

    private static PairTable.Line line(
            String name, BlockMatrix matrix, String a, String b, ComparisonSettings settings) {
        double[][] values = matrix.values();
        return new PairTable.Line(
                name,
                mean(values, matrix.column(a)),
                mean(values, matrix.column(b)),
                Comparisons.pair(matrix, a, b, settings));
    }

    static double mean(double[][] values, int column) {
        double[] of = new double[values.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = values[i][column];
        }
        return Sample.mean(of);
    }

    /**
     * What a comparison over blocks is over.
     *
     * @param groups near-identical data sets of the table that count as one
     */
    record BlockFigures(ComparisonTable table, DatasetGroups groups) {
        /** How many blocks there are, each group counted as one. */
        int counted() {
            return groups.blocks(table);
        }

        String overDatasets() {
            Set<String> datasets = new TreeSet<>(table.datasets());
            int blocks = table.blocks().size();
            String over = "Over " + blocks + " data sets" + (blocks == datasets.size() ? "" : " x protocols")
                    + (counted() == blocks ? "" : " counted as " + counted()) + ", seeds averaged inside each"
                    + (blocks == datasets.size() ? "" : "; those of one data set are not independent");
            return counted() == blocks ? over : over + "; " + String.join("; ", groups.phrases());
        }
    }
}
