package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.stats.Friedman;
import org.reconbench.evaluation.stats.Ranks;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;

/**
 * One measure over blocks x configurations, every cell filled: what comparisons are made on.
 *
 * <p>A block is a data set under a protocol. Its cells are means over seeds: seeds are averaged inside a block first, so that a block counts
 * once however many seeds it has. Blocks that share a data set under two protocols are not independent; {@link #protocol} keeps one
 * protocol, {@link #grouped} lets near-identical data sets count once.
 *
 * <p><b>What is missing.</b> A trial that failed (diverged, timeout, oom, crashed, error) counts with the chance level of the measure: AUC-ROC
 * 0.5, AUC-PR, precision and precision at n the prevalence, recall and F1 0, and so on. So does every seed of a configuration without any value in
 * the block. Such values are marked ({@link BlockCell#imputed}), and comparisons say what they would be without these blocks. An
 * interrupted or skipped trial, and an ok trial without the measure, are left out of the mean if the cell has others. A block without any
 * value, or with a hole that has no chance level (train seconds), is left out: {@link #leftOut}.
 *
 * <p>Immutable.
 */
public final class BlockMatrix {
    private final Measure measure;
    private final List<BlockKey> blocks;
    private final List<Column> columns;
    private final List<List<BlockCell>> cells;
    private final List<BlockKey> leftOut;

    BlockMatrix(
            Measure measure,
            List<BlockKey> blocks,
            List<Column> columns,
            List<List<BlockCell>> cells,
            List<BlockKey> leftOut) {
        this.measure = measure;
        this.blocks = List.copyOf(blocks);
        this.columns = List.copyOf(columns);
        this.cells = cells.stream().map(List::copyOf).toList();
        this.leftOut = List.copyOf(leftOut);
    }

    /** The matrix of the final records of one or several runs, in plan order. */
    public static BlockMatrix of(List<TrialRecord> trials, Measure measure) {
        return of(ComparisonTable.of(trials), measure);
    }

    /** The matrix of a table: its blocks, and its configurations by label, in the table's order. */
    public static BlockMatrix of(ComparisonTable table, Measure measure) {
        return new BlockReader(measure).read(table);
    }

    /** What is measured. */
    public Measure measure() {
        return measure;
    }

    /** The blocks, in the table's order. */
    public List<BlockKey> blocks() {
        return blocks;
    }

    /** The configurations or families, in the table's order. */
    public List<Column> columns() {
        return columns;
    }

    /** Blocks of the table that are not in the matrix, for want of values. */
    public List<BlockKey> leftOut() {
        return leftOut;
    }

    /** One cell. */
    public BlockCell cell(int block, int column) {
        return cells.get(block).get(column);
    }

    /** Every cell's mean over seeds: {@code [blocks, columns]}. */
    public double[][] values() {
        return cells.stream()
                .map(line -> line.stream().mapToDouble(BlockCell::value).toArray())
                .toArray(double[][]::new);
    }

    /**
     * The place of a column.
     *
     * @throws IllegalArgumentException if there is none of that label
     */
    public int column(String label) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).label().equals(label)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column '" + label + "' among "
                + columns.stream().map(Column::label).toList());
    }

    /** Whether any cell of the matrix has an imputed value. */
    public boolean anyImputed() {
        return cells.stream().anyMatch(line -> line.stream().anyMatch(BlockCell::anyImputed));
    }

    /** The columns that satisfy a condition: those of networks, say. */
    public BlockMatrix keep(Predicate<Column> condition) {
        int[] kept = IntStream.range(0, columns.size())
                .filter(c -> condition.test(columns.get(c)))
                .toArray();
        return new BlockMatrix(
                measure,
                blocks,
                IntStream.of(kept).mapToObj(columns::get).toList(),
                cells.stream()
                        .map(line -> IntStream.of(kept).mapToObj(line::get).toList())
                        .toList(),
                leftOut);
    }

    /** The blocks that satisfy a condition. */
    public BlockMatrix keepBlocks(Predicate<BlockKey> condition) {
        int[] kept = IntStream.range(0, blocks.size())
                .filter(b -> condition.test(blocks.get(b)))
                .toArray();
        return new BlockMatrix(
                measure,
                IntStream.of(kept).mapToObj(blocks::get).toList(),
                columns,
                IntStream.of(kept).mapToObj(cells::get).toList(),
                leftOut);
    }

    /** The blocks of one protocol. */
    public BlockMatrix protocol(String label) {
        return keepBlocks(block -> block.protocol().equals(label));
    }

    /** The given seeds alone; a block in which a column has none of them falls away. */
    public BlockMatrix keepSeeds(Set<Long> seeds) {
        return CellTransforms.keepSeeds(this, seeds);
    }

    /**
     * Near-identical data sets counted once: the blocks of a group under one protocol become one block named after the group, at the place
     * of its first. A value is the mean, seed by seed, over the members that have the seed.
     *
     * @param groups from a data set's name to its group's; others stand for themselves
     */
    public BlockMatrix grouped(Map<String, String> groups) {
        Map<BlockKey, List<Integer>> members = new LinkedHashMap<>();
        for (int b = 0; b < blocks.size(); b++) {
            BlockKey key = blocks.get(b);
            String name = groups.getOrDefault(key.dataset(), key.dataset());
            members.computeIfAbsent(new BlockKey(name, key.protocol(), key.seed()), k -> new ArrayList<>())
                    .add(b);
        }
        List<List<BlockCell>> merged = new ArrayList<>();
        for (List<Integer> group : members.values()) {
            merged.add(IntStream.range(0, columns.size())
                    .mapToObj(c -> CellTransforms.mean(
                            group.stream().map(b -> cell(b, c)).toList()))
                    .toList());
        }
        return new BlockMatrix(measure, List.copyOf(members.keySet()), columns, merged, leftOut);
    }

    /**
     * Families instead of configurations: a family's value for a seed is the median over its members that have the seed, so that a family
     * is not rewarded for having many tries.
     */
    public BlockMatrix byFamily() {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            members.computeIfAbsent(columns.get(c).family(), k -> new ArrayList<>())
                    .add(c);
        }
        List<List<BlockCell>> medians = new ArrayList<>();
        for (List<BlockCell> line : cells) {
            medians.add(members.values().stream()
                    .map(group ->
                            CellTransforms.median(group.stream().map(line::get).toList()))
                    .toList());
        }
        List<Column> named = members.keySet().stream()
                .map(family -> new Column(family, family, family))
                .toList();
        return new BlockMatrix(measure, blocks, named, medians, leftOut);
    }

    /**
     * The seeds of one block as blocks of their own, those that every column has: for comparisons inside one data set, which then hold for
     * that data set alone.
     */
    public BlockMatrix within(int block) {
        return CellTransforms.within(this, block);
    }

    /** The mean rank of each column over the blocks, 1 for the best, ties averaged; in the order of the columns. */
    public double[] averageRanks() {
        double[] sums = new double[columns.size()];
        for (double[] row : values()) {
            double[] ranks = measure.higherIsBetter() ? Ranks.descending(row) : Ranks.ascending(row);
            for (int c = 0; c < sums.length; c++) {
                sums[c] += ranks[c] / blocks.size();
            }
        }
        return sums;
    }

    /**
     * Friedman's test over the blocks.
     *
     * @throws IllegalArgumentException if there are fewer than two blocks or two columns
     */
    public Friedman friedman() {
        return Friedman.of(values(), measure.higherIsBetter());
    }

    /** First less second in every block, the sign turned where less is better: positive where the first is better. */
    public double[] differences(int first, int second) {
        double sign = measure.higherIsBetter() ? 1 : -1;
        return cells.stream()
                .mapToDouble(line ->
                        sign * (line.get(first).value() - line.get(second).value()))
                .toArray();
    }

    List<List<BlockCell>> cells() {
        return cells;
    }
}
