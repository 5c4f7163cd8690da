package org.reconbench.reports.section;

import java.util.List;
import java.util.function.Function;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** A table of configurations that are all compared with one. */
final class PairTable {
    private PairTable() {}

    /**
     * The table, a line for the first side of each pair.
     *
     * @param last heading of the last column
     * @param words what stands in it
     */
    static Table of(
            Study study,
            String id,
            String caption,
            List<PairComparison> pairs,
            String last,
            Function<PairComparison, String> words) {
        return new Table(
                id,
                caption,
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.number("Difference", ""),
                        Table.Column.number("95 % interval", ""),
                        Table.Column.number("Better / level / worse", "blocks"),
                        Table.Column.number("Rank-biserial", "effect size"),
                        Table.Column.number("p (Holm)", ""),
                        Table.Column.number("P(worse)", ""),
                        Table.Column.text(last)),
                pairs.stream().map(pair -> row(study, pair, words)).toList());
    }

    /** What its columns hold, for the caption; p adjusted over so many. */
    static String columns(String compared) {
        return "Better, level, worse: number of blocks, level within 0.01. Rank-biserial correlation: effect size from"
                + " -1 (worse on all) to 1. p: Wilcoxon's signed-rank test, two-sided, after Holm over " + compared
                + ". P(worse): Bayesian signed-rank test, worse by more than 0.01.";
    }

    private static Table.Row row(Study study, PairComparison pair, Function<PairComparison, String> words) {
        double effect = pair.test().rankBiserial();
        return new Table.Row(List.of(
                Table.Cell.named(pair.first(), study.look(pair.first())),
                Table.Cell.number(Numbers.signed(pair.difference()), pair.difference()),
                Table.Cell.number(
                        Numbers.signed(pair.interval().lower()) + " to "
                                + Numbers.signed(pair.interval().upper()),
                        pair.interval().lower()),
                Table.Cell.number(
                        pair.winTieLoss().wins() + " / " + pair.winTieLoss().ties() + " / "
                                + pair.winTieLoss().losses(),
                        (double) pair.winTieLoss().wins()),
                Table.Cell.number(Numbers.signed(effect), effect),
                Table.Cell.number(Numbers.probability(pair.adjustedP()), pair.adjustedP()),
                Table.Cell.number(
                        Numbers.probability(pair.posterior().secondBetter()),
                        pair.posterior().secondBetter()),
                Table.Cell.text(words.apply(pair))));
    }
}
