package org.reconbench.reports.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.stats.TwoLevelBootstrap;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Row;

/**
 * Tests claims on a run, each under each protocol. An effect is a mean over data sets of means over seeds with a 95 %
 * interval by the two-level bootstrap: supported when the whole interval agrees with the claim, refuted when all of it
 * contradicts it, inconclusive otherwise or with fewer than {@value PairedDifference#MIN_PAIRS} values.
 */
public final class Claims {
    private static final double LEVEL = 0.95;
    private static final int REPLICATES = 4000;

    private Claims() {}

    /** One finding for each claim and protocol, claims in their order. */
    public static List<Finding> of(List<Claim> claims, ComparisonTable table) {
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : claims) {
            for (String protocol : table.protocols()) {
                List<Block> blocks = table.blocks().stream()
                        .filter(block -> block.protocol().equals(protocol))
                        .toList();
                findings.add(Finding.of(
                        claim,
                        protocol,
                        claim.effects().stream()
                                .map(effect -> measured(effect, blocks))
                                .toList()));
            }
        }
        return findings;
    }

    private static Finding.Measured measured(Claim.Effect effect, List<Block> blocks) {
        Quantity quantity = Quantity.of(effect.measure());
        List<double[]> values = new ArrayList<>();
        for (Block block : blocks) {
            double[] ofBlock = values(effect, quantity, block, blocks);
            if (ofBlock.length > 0) {
                values.add(ofBlock);
            }
        }
        String what = quantity.title() + ", " + name(effect.first())
                + (effect.second().isEmpty() ? "" : " less " + name(effect.second()))
                + (effect.kind() == Claim.Kind.BEST ? " less the best other" : "");
        if (values.isEmpty()) {
            return new Finding.Measured(what, null, null, 0, Finding.Verdict.NOT_MEASURED);
        }
        TwoLevelBootstrap mean = TwoLevelBootstrap.of(
                values.toArray(double[][]::new), LEVEL, REPLICATES, new RandomStreams(0).stream("claims"));
        int count = values.stream().mapToInt(each -> each.length).sum();
        Finding.Verdict verdict =
                count < PairedDifference.MIN_PAIRS ? Finding.Verdict.INCONCLUSIVE : verdict(effect, mean.interval());
        return new Finding.Measured(what, mean.mean(), mean.interval(), count, verdict);
    }

    private static double[] values(Claim.Effect effect, Quantity quantity, Block block, List<Block> blocks) {
        List<Row> first = Selection.rows(block, effect.first());
        if (effect.kind() == Claim.Kind.LEVEL || effect.kind() == Claim.Kind.ABOVE) {
            return Selection.bySeed(first, quantity).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        List<Row> second = effect.kind() == Claim.Kind.BEST
                ? rival(effect, block, blocks)
                : Selection.rows(block, effect.second());
        String matched = effect.matched();
        if (matched != null) {
            List<Row> all = first;
            first = Selection.matched(first, second, matched);
            second = Selection.matched(second, all, matched);
        }
        Map<Long, Double> others = Selection.bySeed(second, quantity);
        return Selection.bySeed(first, quantity).entrySet().stream()
                .filter(entry -> others.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() - others.getOrDefault(entry.getKey(), 0.0))
                .toArray();
    }

    /** The configuration of the same detector with the best mean over all data sets, the claimed one left out. */
    private static List<Row> rival(Claim.Effect effect, Block block, List<Block> blocks) {
        Map<String, String> same = new TreeMap<>(effect.first());
        same.keySet().retainAll(List.of("detector", "family"));
        Quantity quantity = Quantity.of(effect.measure());
        Map<String, Double> means = blocks.stream()
                .flatMap(each -> Selection.rows(each, same).stream()
                        .filter(row -> !Selection.rows(each, effect.first()).contains(row)))
                .flatMap(row -> row.trials().stream()
                        .flatMap(
                                trial -> quantity.reader().apply(trial).stream().boxed())
                        .map(value -> Map.entry(row.label(), value)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
        Optional<String> best =
                means.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return block.rows().stream()
                .filter(row -> best.map(row.label()::equals).orElse(false))
                .toList();
    }

    private static Finding.Verdict verdict(Claim.Effect effect, Interval interval) {
        double low = interval.lower();
        double high = interval.upper();
        boolean agrees;
        boolean contradicts;
        switch (effect.kind()) {
            case LEVEL -> {
                agrees = low >= effect.target() - effect.tolerance() && high <= effect.target() + effect.tolerance();
                contradicts = high < effect.target() - effect.tolerance() || low > effect.target() + effect.tolerance();
            }
            case ABOVE -> {
                agrees = low > effect.target();
                contradicts = high < effect.target();
            }
            default -> {
                agrees = effect.greater() ? low > 0 : high < 0;
                contradicts = effect.greater() ? high < 0 : low > 0;
            }
        }
        return agrees
                ? Finding.Verdict.SUPPORTED
                : contradicts ? Finding.Verdict.REFUTED : Finding.Verdict.INCONCLUSIVE;
    }

    private static String name(Map<String, String> selection) {
        String who = selection.getOrDefault("detector", selection.getOrDefault("family", "") + " family");
        return who
                + selection.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("detector")
                                && !entry.getKey().equals("family"))
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }
}
