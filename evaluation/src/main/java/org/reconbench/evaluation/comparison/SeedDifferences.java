package org.reconbench.evaluation.comparison;

import java.util.List;
import java.util.stream.IntStream;

/** Differences of two columns seed by seed, inside each block. */
final class SeedDifferences {
    private SeedDifferences() {}

    /**
     * {@code [block][seed]} over the seeds that both have, oriented as {@link BlockMatrix#differences}, and shifted inside a block to the
     * difference of the two cells where those have further seeds of their own; in a block without a common seed that difference alone.
     */
    static double[][] of(BlockMatrix matrix, int first, int second) {
        double[] means = matrix.differences(first, second);
        return IntStream.range(0, means.length)
                .mapToObj(b -> block(matrix, matrix.cell(b, first), matrix.cell(b, second), means[b]))
                .toArray(double[][]::new);
    }

    private static double[] block(BlockMatrix matrix, BlockCell a, BlockCell b, double mean) {
        double sign = matrix.measure().higherIsBetter() ? 1 : -1;
        List<Long> seeds = CellTransforms.commonSeeds(List.of(a, b));
        if (seeds.isEmpty()) {
            return new double[] {mean};
        }
        double[] differences = seeds.stream()
                .mapToDouble(seed ->
                        sign * (a.bySeed().getOrDefault(seed, 0.0) - b.bySeed().getOrDefault(seed, 0.0)))
                .toArray();
        double shift = mean
                - IntStream.range(0, differences.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElse(0);
        boolean equalSeeds = a.bySeed().keySet().equals(b.bySeed().keySet());
        return IntStream.range(0, differences.length)
                .mapToDouble(i -> equalSeeds ? differences[i] : differences[i] + shift)
                .toArray();
    }
}
