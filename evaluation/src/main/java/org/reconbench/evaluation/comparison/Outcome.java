package org.reconbench.evaluation.comparison;

import java.util.List;
import java.util.Optional;
import org.reconbench.evaluation.stats.Friedman;

/**
 * What a study found on one measure: who leads, over whom, whether that is real, and whether it holds.
 *
 * @param ranking labels, best average rank first
 * @param comparisons all pairs
 * @param friedman over the blocks; empty with a single block
 * @param robustness of the winner
 */
public record Outcome(
        List<String> ranking, Comparisons comparisons, Optional<Friedman> friedman, WinnerRobustness robustness) {

    /** Copies the list. */
    public Outcome {
        ranking = List.copyOf(ranking);
    }

    /** The outcome of a matrix; empty unless it has a block and two columns. */
    public static Optional<Outcome> of(BlockMatrix matrix, ComparisonSettings settings) {
        if (matrix.blocks().isEmpty() || matrix.columns().size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Outcome(
                WinnerRobustness.ranking(matrix),
                Comparisons.all(matrix, settings),
                matrix.blocks().size() < 2 ? Optional.empty() : Optional.of(matrix.friedman()),
                WinnerRobustness.of(matrix, settings).orElseThrow()));
    }

    /** The label with the best average rank. */
    public String winner() {
        return ranking.get(0);
    }

    /** The next one. */
    public String runnerUp() {
        return ranking.get(1);
    }

    /** The winner against the runner-up, told from the winner's side, adjusted for all pairs. */
    public PairComparison lead() {
        return against(runnerUp());
    }

    /** The labels that the winner is neither clearly nor probably better than, best first: what may do as well. */
    public List<String> notBeaten() {
        return ranking.subList(1, ranking.size()).stream()
                .filter(label -> !against(label).better().equals(Optional.of(winner())))
                .toList();
    }

    private PairComparison against(String label) {
        return comparisons.find(winner(), label).orElseThrow();
    }
}
