package org.reconbench.reports.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.Outcome;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.table.Measure;

/**
 * How the configurations stand under one protocol by the measure that decides: over data sets or, with a single one, over its seeds, which
 * then says nothing about other data.
 *
 * @param protocol its label
 * @param dataset the only data set, or the only group of them; null when blocks are data sets
 * @param datasets how many data sets there are before near-identical ones are counted as one
 * @param matrix what was compared
 * @param measure what decides
 * @param settings how verdicts are reached
 * @param outcome who leads, and whether that is real
 */
public record Standing(
        String protocol,
        @Nullable String dataset,
        int datasets,
        BlockMatrix matrix,
        Measure measure,
        ComparisonSettings settings,
        Outcome outcome) {

    /** One for each protocol with at least two configurations and a block. */
    static List<Standing> of(Study study) {
        List<Standing> standings = new ArrayList<>();
        for (String protocol : study.table().protocols()) {
            int datasets = BlockMatrix.of(study.table(), study.measure())
                    .protocol(protocol)
                    .blocks()
                    .size();
            BlockMatrix matrix = study.matrix(study.measure(), protocol);
            if (matrix.blocks().isEmpty()) {
                continue;
            }
            boolean one = matrix.blocks().size() == 1;
            String dataset = one ? matrix.blocks().get(0).dataset() : null;
            BlockMatrix compared = one ? matrix.within(0) : matrix;
            ComparisonSettings settings = study.settings();
            Outcome.of(compared, settings)
                    .ifPresent(outcome -> standings.add(
                            new Standing(protocol, dataset, datasets, compared, study.measure(), settings, outcome)));
        }
        return List.copyOf(standings);
    }

    /** Whether blocks are the seeds of one data set. */
    public boolean seeds() {
        return dataset != null;
    }

    /** What a block is: {@code seed} or {@code data set}. */
    public String unit() {
        return seeds() ? "seed" : "data set";
    }

    /**
     * Where it holds: {@code contaminated, 22 data sets}, {@code contaminated, 22 data sets counted as 19} or {@code
     * contaminated, 10 seeds of seed-blobs alone}.
     */
    public String where() {
        int blocks = matrix.blocks().size();
        if (seeds()) {
            return protocol + ", " + Numbers.count(blocks, unit()) + " of " + dataset + " alone";
        }
        return protocol + ", "
                + (blocks == datasets
                        ? Numbers.count(blocks, unit())
                        : Numbers.count(datasets, unit()) + " counted as " + blocks);
    }

    /** The leader against the runner-up. */
    public PairComparison lead() {
        return outcome.lead();
    }

    /** Whether there are enough blocks for any verdict. */
    public boolean enough() {
        return outcome.comparisons().enough();
    }

    /** What is missing for a verdict; empty when there is enough. */
    public Optional<String> shortage() {
        if (enough()) {
            return Optional.empty();
        }
        int needed = outcome.comparisons().neededBlocks();
        return Optional.of("not enough " + unit() + "s: " + matrix.blocks().size() + " of the " + needed + " that "
                + Numbers.count(outcome.comparisons().pairs().size(), "comparison")
                + " at level " + Numbers.plain(settings.alpha()) + " need, so no conclusion is drawn");
    }

    /** The leader against a label, told from the leader's side. */
    public PairComparison against(String label) {
        return outcome.comparisons()
                .find(outcome.winner(), label)
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is not compared"));
    }

    /** The families of the matrix compared by their median members; empty with a single family. */
    public Optional<Outcome> families() {
        return Outcome.of(matrix.byFamily(), settings);
    }
}
