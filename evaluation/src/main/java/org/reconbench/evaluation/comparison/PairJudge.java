package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.stats.BayesianSignedRank;
import org.reconbench.evaluation.stats.Holm;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.stats.SignedRankTest;
import org.reconbench.evaluation.stats.TwoLevelBootstrap;
import org.reconbench.evaluation.stats.WinTieLoss;

/** Tests pairs of columns, once over all blocks and once over those without imputed values. */
final class PairJudge {
    private final BlockMatrix matrix;
    private final ComparisonSettings settings;
    private final int needed;
    /** Posterior weights by number of blocks: the same for every pair, so that pairs differ by their data alone. */
    private final Map<Integer, double[][]> weights = new ConcurrentHashMap<>();
    /** Bootstrap weights by the numbers of seeds in the blocks, likewise. */
    private final Map<List<Integer>, double[][]> resamples = new ConcurrentHashMap<>();

    PairJudge(BlockMatrix matrix, ComparisonSettings settings, int needed) {
        this.matrix = matrix;
        this.settings = settings;
        this.needed = needed;
    }

    List<PairComparison> judge(List<int[]> pairs) {
        List<int[]> all = new ArrayList<>();
        List<int[]> kept = new ArrayList<>();
        for (int[] pair : pairs) {
            int[] blocks = IntStream.range(0, matrix.blocks().size()).toArray();
            all.add(blocks);
            kept.add(IntStream.of(blocks).filter(b -> !imputed(b, pair)).toArray());
        }
        double[] adjusted = adjusted(pairs, all);
        double[] adjustedKept = adjusted(pairs, kept);
        // Each pair depends on its own data and the shared weights alone: the order in which they are judged is none.
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> judged(pairs.get(i), kept.get(i), adjusted[i], adjustedKept[i]))
                .toList();
    }

    private PairComparison judged(int[] pair, int[] kept, double adjusted, double adjustedKept) {
        double[] differences = matrix.differences(pair[0], pair[1]);
        BayesianSignedRank posterior = posterior(differences);
        Verdict verdict = verdict(differences, adjusted, posterior);
        int dropped = differences.length - kept.length;
        Verdict without = dropped == 0
                ? verdict(differences, adjustedKept, posterior)
                : reduced(select(differences, kept), adjustedKept);
        return comparison(pair, differences, adjusted, posterior, verdict, dropped, without);
    }

    private PairComparison comparison(
            int[] pair,
            double[] differences,
            double adjusted,
            BayesianSignedRank posterior,
            Verdict verdict,
            int dropped,
            Verdict without) {
        double[][] bySeed = SeedDifferences.of(matrix, pair[0], pair[1]);
        TwoLevelBootstrap bootstrap = TwoLevelBootstrap.of(bySeed, settings.level(), resamples(bySeed));
        return new PairComparison(
                matrix.columns().get(pair[0]).label(),
                matrix.columns().get(pair[1]).label(),
                differences.length,
                Sample.mean(differences),
                bootstrap.interval(),
                SignedRankTest.of(differences),
                adjusted,
                posterior,
                WinTieLoss.of(differences, settings.rope()),
                verdict,
                dropped,
                without);
    }

    private Verdict reduced(double[] differences, double adjusted) {
        return differences.length < needed
                ? Verdict.NOT_ENOUGH_DATA
                : verdict(differences, adjusted, posterior(differences));
    }

    private Verdict verdict(double[] differences, double adjusted, BayesianSignedRank posterior) {
        double p = SignedRankTest.of(differences).p();
        return Verdict.of(differences.length, needed, p, adjusted, posterior, settings.alpha());
    }

    private boolean imputed(int block, int[] pair) {
        return matrix.cell(block, pair[0]).anyImputed()
                || matrix.cell(block, pair[1]).anyImputed();
    }

    /** Holm's over the pairs, each over blocks of its own; without any block there is nothing to find. */
    private double[] adjusted(List<int[]> pairs, List<int[]> blocks) {
        double[] p = new double[pairs.size()];
        for (int i = 0; i < p.length; i++) {
            double[] all = matrix.differences(pairs.get(i)[0], pairs.get(i)[1]);
            double[] differences = select(all, blocks.get(i));
            p[i] = differences.length == 0 ? 1 : SignedRankTest.of(differences).p();
        }
        return Holm.adjust(p);
    }

    private BayesianSignedRank posterior(double[] differences) {
        double[][] drawn = weights.computeIfAbsent(
                differences.length,
                n -> BayesianSignedRank.weights(
                        n,
                        settings.samples(),
                        new RandomStreams(settings.seed()).stream("comparison/bayesian-signed-rank")));
        return BayesianSignedRank.of(differences, settings.rope(), drawn);
    }

    private double[][] resamples(double[][] bySeed) {
        List<Integer> shape = Arrays.stream(bySeed).map(block -> block.length).toList();
        return resamples.computeIfAbsent(
                shape,
                seeds -> TwoLevelBootstrap.weights(
                        seeds.stream().mapToInt(Integer::intValue).toArray(),
                        settings.replicates(),
                        new RandomStreams(settings.seed()).stream("comparison/two-level-bootstrap")));
    }

    private static double[] select(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
