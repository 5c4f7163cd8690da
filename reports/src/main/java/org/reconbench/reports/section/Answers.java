package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.Outcome;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.comparison.WinnerRobustness;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Note;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** The five answers a reader came for: which wins, by how much, is it real, why, at what cost. */
final class Answers {
    /** A mean of the measure this near to the leader's counts as close. */
    private static final double CLOSE = 0.02;

    private static final int FEW = 4;
    private static final double EQUAL = 1e-9;

    private Answers() {}

    /** The answers under one protocol. */
    static List<Element.Fact> of(Study study, Standing standing) {
        return List.of(
                new Element.Fact("Which wins", which(study, standing)),
                new Element.Fact("By how much", howMuch(standing)),
                new Element.Fact("Is it real", real(standing)),
                new Element.Fact("Why", why(study, standing)),
                new Element.Fact("At what cost", cost(study, standing)));
    }

    /** The shortest answer: {@code Under contaminated, 22 data sets: knn leads, probably better than lof, ...}. */
    static String sentence(Standing standing) {
        List<String> level = level(standing);
        if (level.size() > 1) {
            return "Under " + standing.where() + ": " + Numbers.some(level, FEW)
                    + " are level, with the best mean rank and "
                    + standing.measure().title() + " " + Numbers.metric(mean(standing, level.get(0)))
                    + ", so none leads.";
        }
        PairComparison lead = standing.lead();
        Outcome outcome = standing.outcome();
        String judged = standing.enough()
                ? lead.verdict().better()
                        ? VerdictCard.words(lead) + " than " + outcome.runnerUp()
                        : "against " + outcome.runnerUp() + ": " + VerdictCard.words(lead)
                : "ahead of " + outcome.runnerUp() + ", but there are too few " + standing.unit() + "s for a verdict";
        return "Under " + standing.where() + ": " + outcome.winner() + " leads, " + judged + "; difference in "
                + standing.measure().title() + " " + Numbers.difference(lead) + ".";
    }

    /** The leader and all whose mean rank and mean value equal its. */
    private static List<String> level(Standing standing) {
        String winner = standing.outcome().winner();
        return standing.outcome().ranking().stream()
                .filter(label -> Math.abs(rank(standing, label) - rank(standing, winner)) < EQUAL
                        && Math.abs(mean(standing, label) - mean(standing, winner)) < EQUAL)
                .toList();
    }

    private static String which(Study study, Standing standing) {
        Outcome outcome = standing.outcome();
        List<String> level = level(standing);
        StringBuilder text = new StringBuilder(Numbers.some(level, FEW)
                + (level.size() > 1 ? " share" : " has") + " the best mean rank by "
                + standing.measure().title() + ": "
                + ranked(rank(standing, outcome.winner())) + " among "
                + outcome.ranking().size()
                + ", mean " + standing.measure().title() + " " + Numbers.metric(mean(standing, outcome.winner()))
                + ".");
        if (level.stream().noneMatch(label -> network(study, label))) {
            outcome.ranking().stream()
                    .filter(label -> network(study, label))
                    .findFirst()
                    .ifPresent(label -> text.append(level.size() > 1 ? " These are references" : " That is a reference")
                            .append("; the best network is ")
                            .append(label)
                            .append(": mean rank ")
                            .append(ranked(rank(standing, label)))
                            .append(", mean ")
                            .append(standing.measure().title())
                            .append(" ")
                            .append(Numbers.metric(mean(standing, label)))
                            .append(", to the leader ")
                            .append(Numbers.difference(standing.against(label).turned()))
                            .append("."));
        }
        standing.families()
                .ifPresent(families -> text.append(
                                " Of the families, each by the median of its members and not by its best, ")
                        .append(families.winner())
                        .append(" leads ")
                        .append(families.runnerUp())
                        .append(": ")
                        .append(VerdictCard.words(families.lead()))
                        .append(" (")
                        .append(Numbers.signed(families.lead().difference()))
                        .append(")."));
        return text.toString();
    }

    private static String howMuch(Standing standing) {
        PairComparison lead = standing.lead();
        return Numbers.difference(lead) + " in " + standing.measure().title() + " over the runner-up, "
                + standing.outcome().runnerUp() + "; better on "
                + lead.winTieLoss().wins() + ", level within 0.01 on "
                + lead.winTieLoss().ties() + ", worse on "
                + lead.winTieLoss().losses() + " of " + Numbers.count(lead.blocks(), standing.unit()) + ".";
    }

    private static String real(Standing standing) {
        List<String> others = standing.outcome().notBeaten();
        String verdict = standing.shortage()
                .map(text -> "Cannot be told: " + text + ". The interval above still says how sure the difference is.")
                .orElseGet(() -> capital(VerdictCard.words(standing.lead()))
                        + ": better than the runner-up by more than 0.01 with probability "
                        + Numbers.metric(standing.lead().posterior().firstBetter())
                        + " (Bayesian signed-rank test); p "
                        + Numbers.equalsProbability(standing.lead().adjustedP())
                        + " (Wilcoxon, after Holm over "
                        + Numbers.count(standing.outcome().comparisons().pairs().size(), "pair") + "). "
                        + (others.isEmpty()
                                ? "It is better than every other, clearly or probably."
                                : "May do as well: " + Numbers.some(others, FEW) + "."));
        if (standing.seeds()) {
            return verdict + " One data set says nothing about other data.";
        }
        WinnerRobustness robust = standing.outcome().robustness();
        boolean always = robust.leftOutKept() == robust.leftOut().size();
        return verdict
                + (always
                        ? " Leaving out any one data set does not change the leader."
                        : " Leaving out one data set at a time, it stays the leader " + robust.leftOutKept() + " of "
                                + Numbers.count(robust.leftOut().size(), "time") + ".");
    }

    /** What the records say of the networks: collapse, units in use, norm beaten or not. */
    private static String why(Study study, Standing standing) {
        List<Row> networks = study.table().rows().stream()
                .filter(row -> row.network() && row.key().protocol().equals(standing.protocol()) && row.ok() > 0)
                .toList();
        if (networks.isEmpty()) {
            return "No network ran, so there is nothing inside to look at.";
        }
        List<String> parts = new ArrayList<>();
        long collapsed = noted(networks, Note.Kind.COLLAPSED);
        long level = noted(networks, Note.Kind.NOT_ABOVE_NORM);
        String all = Numbers.count(networks.size(), standing.seeds() ? "network" : "network result");
        parts.add(collapsed + " of " + all + " collapsed in some trial, so that rows are ordered by their norm alone; "
                + level + " did not beat the norm.");
        Optional<String> first = standing.outcome().ranking().stream()
                .filter(label -> network(study, label))
                .findFirst();
        Optional<String> last = standing.outcome().ranking().stream()
                .filter(label -> network(study, label))
                .reduce((a, b) -> b);
        if (first.isPresent() && last.isPresent() && !first.equals(last)) {
            OptionalDouble best = active(networks, first.get());
            OptionalDouble worst = active(networks, last.get());
            String units = units(first.get(), best);
            String others = units(last.get(), worst);
            if (!units.isEmpty() && !others.isEmpty()) {
                parts.add(
                        "Active latent units on average: " + units + " (the best network), " + others + " (the last).");
            }
        }
        return String.join(" ", parts);
    }

    private static String units(String label, OptionalDouble units) {
        return units.isPresent() ? label + String.format(Locale.ROOT, " %.1f", units.getAsDouble()) : "";
    }

    private static long noted(List<Row> rows, Note.Kind kind) {
        return rows.stream()
                .filter(row -> row.notes().stream().anyMatch(note -> note.kind() == kind))
                .count();
    }

    private static OptionalDouble active(List<Row> rows, String label) {
        return Study.activeUnits(
                rows.stream().filter(row -> row.label().equals(label)).toList());
    }

    private static String cost(Study study, Standing standing) {
        String winner = standing.outcome().winner();
        Double own = seconds(study, standing, winner);
        if (own == null) {
            return "No training times were recorded.";
        }
        double reached = mean(standing, winner) - CLOSE;
        String text = winner + " trains in " + Numbers.seconds(own) + " a trial"
                + (standing.seeds() ? "" : " (mean over data sets)");
        return standing.outcome().ranking().stream()
                .filter(label -> !label.equals(winner) && mean(standing, label) >= reached)
                .filter(label -> {
                    Double time = seconds(study, standing, label);
                    return time != null && time < own;
                })
                .min(Comparator.comparingDouble(
                        label -> Objects.requireNonNullElse(seconds(study, standing, label), Double.POSITIVE_INFINITY)))
                .map(label -> text + "; " + label + " comes within " + CLOSE + " of its mean "
                        + standing.measure().title() + " in "
                        + Numbers.seconds(Objects.requireNonNullElse(seconds(study, standing, label), 0.0)) + ".")
                .orElse(text + "; nothing faster comes within " + CLOSE + " of its mean "
                        + standing.measure().title() + ".");
    }

    private static @Nullable Double seconds(Study study, Standing standing, String label) {
        double[] means = study.table().rows().stream()
                .filter(row -> row.label().equals(label) && row.key().protocol().equals(standing.protocol()))
                .map(row -> row.cell(Measure.TRAIN_SECONDS).mean())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return means.length == 0 ? null : Sample.mean(means);
    }

    private static boolean network(Study study, String label) {
        return study.table().rows().stream().anyMatch(row -> row.label().equals(label) && row.network());
    }

    private static double mean(Standing standing, String label) {
        BlockMatrix matrix = standing.matrix();
        int column = matrix.column(label);
        return Sample.mean(
                Arrays.stream(matrix.values()).mapToDouble(line -> line[column]).toArray());
    }

    private static double rank(Standing standing, String label) {
        BlockMatrix matrix = standing.matrix();
        return matrix.averageRanks()[matrix.column(label)];
    }

    private static String ranked(double rank) {
        return String.format(Locale.ROOT, "%.2f", rank);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
