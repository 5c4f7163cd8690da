package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.reconbench.evaluation.stats.Sample;

/**
 * Whether the winner stays the winner when data are taken away.
 *
 * <p>The winner has the best mean rank over the blocks; of equal ones the better mean value, then the earlier column. Data sets are left out
 * one at a time, with all their blocks. Seeds are cut to every half of them (rounded up), or to {@value SeedSubsets#MOST} halves drawn from a fixed stream
 * where there are more.
 *
 * @param winner its label
 * @param leftOut the winner without each data set, by data set; empty with one data set
 * @param subsets how many halves of the seeds were tried; 0 with a single seed
 * @param subsetWins how many of them each label won, most first; labels without a win left out
 */
public record WinnerRobustness(
        String winner, Map<String, String> leftOut, int subsets, Map<String, Integer> subsetWins) {

    /** Copies; maps keep their order. */
    public WinnerRobustness {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        subsetWins = Collections.unmodifiableMap(new LinkedHashMap<>(subsetWins));
    }

    /** Tries; empty if the matrix has no block or no column. */
    public static Optional<WinnerRobustness> of(BlockMatrix matrix, ComparisonSettings settings) {
        return winner(matrix).map(winner -> tried(matrix, winner, SeedSubsets.halves(seeds(matrix), settings.seed())));
    }

    private static WinnerRobustness tried(BlockMatrix matrix, String winner, List<Set<Long>> halves) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (BlockKey block : matrix.blocks()) {
            String dataset = block.dataset();
            winner(matrix.keepBlocks(other -> !other.dataset().equals(dataset)))
                    .ifPresent(other -> leftOut.put(dataset, other));
        }
        Map<String, Integer> wins = new LinkedHashMap<>();
        int subsets = 0;
        for (Set<Long> half : halves) {
            Optional<String> best = winner(matrix.keepSeeds(half));
            if (best.isPresent()) {
                wins.merge(best.orElseThrow(), 1, Integer::sum);
                subsets++;
            }
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        wins.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new WinnerRobustness(winner, leftOut, subsets, ordered);
    }

    private static Set<Long> seeds(BlockMatrix matrix) {
        Set<Long> seeds = new TreeSet<>();
        for (List<BlockCell> line : matrix.cells()) {
            line.forEach(cell -> seeds.addAll(cell.bySeed().keySet()));
        }
        return seeds;
    }

    /** The label with the best mean rank; empty if the matrix has no block or no column. */
    public static Optional<String> winner(BlockMatrix matrix) {
        if (matrix.blocks().isEmpty() || matrix.columns().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ranking(matrix).get(0));
    }

    /** All labels, best mean rank first, equal ones by the better mean value, then in the order of the columns. */
    public static List<String> ranking(BlockMatrix matrix) {
        double[] ranks = matrix.averageRanks();
        double[][] values = matrix.values();
        double sign = matrix.measure().higherIsBetter() ? -1 : 1;
        List<Standing> standings = new ArrayList<>();
        for (int c = 0; c < ranks.length; c++) {
            int column = c;
            double[] mine =
                    Arrays.stream(values).mapToDouble(row -> row[column]).toArray();
            // Mean ranks are sums of halves: a grid of 1e-9 takes their rounding away.
            double rank = Math.rint(ranks[c] * 1e9);
            double mean = mine.length == 0 ? 0 : sign * Sample.mean(mine);
            standings.add(new Standing(matrix.columns().get(c).label(), rank, mean));
        }
        return standings.stream()
                .sorted(Comparator.comparingDouble(Standing::rank).thenComparingDouble(Standing::mean))
                .map(Standing::label)
                .toList();
    }

    private record Standing(String label, double rank, double mean) {}

    /** How many data sets can be left out without another winner. */
    public long leftOutKept() {
        return leftOut.values().stream().filter(winner::equals).count();
    }

    /** The share of the halves of the seeds that the winner wins; 0 if none was tried. */
    public double subsetShare() {
        return subsets == 0 ? 0 : (double) subsetWins.getOrDefault(winner, 0) / subsets;
    }
}
