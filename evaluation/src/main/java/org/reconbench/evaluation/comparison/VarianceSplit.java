package org.reconbench.evaluation.comparison;

import java.util.List;
import java.util.Optional;
import org.reconbench.evaluation.stats.VarianceComponents;

/** Splits the variance of a matrix into data set, configuration, their interaction, seed, and single trainings. */
public final class VarianceSplit {
    private VarianceSplit() {}

    /**
     * The components over a full cube: in each block the seeds that every column has, the least of them first, as many as the block with the
     * fewest has; blocks with fewer than two left out.
     *
     * @return empty unless there are a block, two columns and two common seeds
     */
    public static Optional<VarianceComponents> of(BlockMatrix matrix) {
        List<List<BlockCell>> lines = matrix.cells().stream()
                .filter(line -> CellTransforms.commonSeeds(line).size() >= 2)
                .toList();
        if (lines.isEmpty() || matrix.columns().size() < 2) {
            return Optional.empty();
        }
        int count = lines.stream()
                .mapToInt(line -> CellTransforms.commonSeeds(line).size())
                .min()
                .orElseThrow();
        double[][][] cube = lines.stream()
                .map(line -> {
                    List<Long> seeds = CellTransforms.commonSeeds(line).subList(0, count);
                    return line.stream()
                            .map(cell -> seeds.stream()
                                    .mapToDouble(seed -> cell.bySeed().getOrDefault(seed, 0.0))
                                    .toArray())
                            .toArray(double[][]::new);
                })
                .toArray(double[][][]::new);
        return Optional.of(VarianceComponents.of(cube));
    }
}
