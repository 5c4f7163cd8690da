package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reconbench.evaluation.stats.Holm;

/**
 * Comparisons made together: Holm's adjustment runs over all of them.
 *
 * @param blocks how many there are
 * @param neededBlocks the fewest with which any of so many comparisons can be significant; below it every verdict is {@link
 *     Verdict#NOT_ENOUGH_DATA}
 * @param pairs the comparisons, by the order of the columns
 */
public record Comparisons(int blocks, int neededBlocks, List<PairComparison> pairs) {

    /** Copies the list. */
    public Comparisons {
        pairs = List.copyOf(pairs);
    }

    /**
     * All pairs of columns.
     *
     * @throws IllegalArgumentException if there is no block or fewer than two columns
     */
    public static Comparisons all(BlockMatrix matrix, ComparisonSettings settings) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < matrix.columns().size(); i++) {
            for (int j = i + 1; j < matrix.columns().size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        return of(matrix, pairs, settings);
    }

    /**
     * Every other column, as first, against a baseline: fewer comparisons than all pairs, so that less data will do.
     *
     * @throws IllegalArgumentException if there is no block, no other column, or no column of that label
     */
    public static Comparisons against(BlockMatrix matrix, String baseline, ComparisonSettings settings) {
        int second = matrix.column(baseline);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < matrix.columns().size(); i++) {
            if (i != second) {
                pairs.add(new int[] {i, second});
            }
        }
        return of(matrix, pairs, settings);
    }

    /**
     * Two columns alone, chosen before the numbers were seen: without adjustment.
     *
     * @throws IllegalArgumentException if there is no block, or no column of a label, or the labels are equal
     */
    public static PairComparison pair(BlockMatrix matrix, String first, String second, ComparisonSettings settings) {
        int a = matrix.column(first);
        int b = matrix.column(second);
        if (a == b) {
            throw new IllegalArgumentException("'" + first + "' compared with itself");
        }
        return of(matrix, List.of(new int[] {a, b}), settings).pairs().get(0);
    }

    private static Comparisons of(BlockMatrix matrix, List<int[]> pairs, ComparisonSettings settings) {
        if (pairs.isEmpty() || matrix.blocks().isEmpty()) {
            throw new IllegalArgumentException(
                    matrix.blocks().size() + " blocks of " + matrix.columns().size() + " columns: nothing to compare");
        }
        int needed = Holm.minimumBlocks(pairs.size(), settings.alpha());
        List<PairComparison> compared = new PairJudge(matrix, settings, needed).judge(pairs);
        return new Comparisons(matrix.blocks().size(), needed, compared);
    }

    /** Whether there are enough blocks for any verdict. */
    public boolean enough() {
        return blocks >= neededBlocks;
    }

    /** The comparison of two labels, told from the side of the first. */
    public Optional<PairComparison> find(String first, String second) {
        for (PairComparison pair : pairs) {
            if (pair.first().equals(first) && pair.second().equals(second)) {
                return Optional.of(pair);
            }
            if (pair.first().equals(second) && pair.second().equals(first)) {
                return Optional.of(pair.turned());
            }
        }
        return Optional.empty();
    }
}
