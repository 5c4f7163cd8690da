package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.reconbench.evaluation.stats.Sample;

/** Cells from cells: merged, cut to some seeds, taken apart by seed. */
final class CellTransforms {
    private CellTransforms() {}

    static BlockCell mean(List<BlockCell> members) {
        return merged(members, Sample::mean);
    }

    static BlockCell median(List<BlockCell> members) {
        return merged(members, Sample::median);
    }

    /** Seed by seed over the members that have it; imputed where any of them is. */
    private static BlockCell merged(List<BlockCell> members, ToDoubleFunction<double[]> statistic) {
        SortedMap<Long, Double> values = new TreeMap<>();
        Set<Long> imputed = new HashSet<>();
        Set<Long> seeds = new TreeSet<>();
        for (BlockCell member : members) {
            seeds.addAll(member.bySeed().keySet());
            imputed.addAll(member.imputed());
        }
        for (Long seed : seeds) {
            double[] at = members.stream()
                    .filter(member -> member.bySeed().containsKey(seed))
                    .mapToDouble(member -> member.bySeed().getOrDefault(seed, 0.0))
                    .toArray();
            values.put(seed, statistic.applyAsDouble(at));
        }
        return new BlockCell(values, imputed);
    }

    static BlockMatrix keepSeeds(BlockMatrix matrix, Set<Long> seeds) {
        List<BlockKey> keys = new ArrayList<>();
        List<List<BlockCell>> kept = new ArrayList<>();
        List<BlockKey> leftOut = new ArrayList<>(matrix.leftOut());
        for (int b = 0; b < matrix.blocks().size(); b++) {
            List<BlockCell> line = new ArrayList<>();
            for (BlockCell cell : matrix.cells().get(b)) {
                SortedMap<Long, Double> values = new TreeMap<>(cell.bySeed());
                values.keySet().retainAll(seeds);
                Set<Long> imputed = new HashSet<>(cell.imputed());
                imputed.retainAll(seeds);
                if (!values.isEmpty()) {
                    line.add(new BlockCell(values, imputed));
                }
            }
            if (line.size() == matrix.columns().size()) {
                keys.add(matrix.blocks().get(b));
                kept.add(line);
            } else {
                leftOut.add(matrix.blocks().get(b));
            }
        }
        return new BlockMatrix(matrix.measure(), keys, matrix.columns(), kept, leftOut);
    }

    static BlockMatrix within(BlockMatrix matrix, int block) {
        BlockKey key = matrix.blocks().get(block);
        List<BlockCell> line = matrix.cells().get(block);
        List<BlockKey> keys = new ArrayList<>();
        List<List<BlockCell>> cells = new ArrayList<>();
        for (Long seed : commonSeeds(line)) {
            keys.add(new BlockKey(key.dataset(), key.protocol(), seed));
            cells.add(line.stream().map(cell -> single(cell, seed)).toList());
        }
        return new BlockMatrix(matrix.measure(), keys, matrix.columns(), cells, List.of());
    }

    private static BlockCell single(BlockCell cell, Long seed) {
        SortedMap<Long, Double> value = new TreeMap<>();
        value.put(seed, cell.bySeed().getOrDefault(seed, 0.0));
        return new BlockCell(value, cell.imputed().contains(seed) ? Set.of(seed) : Set.of());
    }

    /** The seeds that every cell has, increasing. */
    static List<Long> commonSeeds(List<BlockCell> cells) {
        Set<Long> common = new TreeSet<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i == 0) {
                common.addAll(cells.get(i).bySeed().keySet());
            } else {
                common.retainAll(cells.get(i).bySeed().keySet());
            }
        }
        return List.copyOf(common);
    }
}
