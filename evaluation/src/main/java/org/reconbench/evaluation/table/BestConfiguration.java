package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.stats.PairedDifference;

/**
 * The configuration with the best mean in one block, and whether its lead over the runner-up is more than noise.
 *
 * <p>The winner was chosen on the numbers that it is judged by, so the interval flatters it: a lead within noise is none,
 * a lead beyond noise is an upper estimate.
 *
 * @param dataset the block's data set
 * @param protocol the block's protocol label
 * @param measure what decides
 * @param best the row with the best mean; of equal means the earlier one
 * @param runnerUp the next one; null if there is no other
 * @param lead {@code best - runnerUp} over their common seeds, 95 % interval of {@value #REPLICATES} resamples; null
 *     without a runner-up or a common seed
 * @param verdict what the lead amounts to
 */
public record BestConfiguration(
        String dataset,
        String protocol,
        Measure measure,
        Row best,
        @Nullable Row runnerUp,
        @Nullable PairedDifference lead,
        Verdict verdict) {

    static final int REPLICATES = 10_000;
    private static final double LEVEL = 0.95;

    /** What a lead amounts to. */
    public enum Verdict {
        /** The interval of the lead leaves out 0, over at least {@value PairedDifference#MIN_PAIRS} common seeds. */
        BEYOND_NOISE,
        /** The interval of the lead holds 0, over at least {@value PairedDifference#MIN_PAIRS} common seeds. */
        WITHIN_NOISE,
        /** Fewer than {@value PairedDifference#MIN_PAIRS} common seeds, or no runner-up. */
        NOT_ENOUGH_DATA;

        /** The words to show: {@code within noise}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * The best row of every block among the candidates.
     *
     * @param candidates which rows compete: {@code Row::network}, say
     * @return one for each block that has a candidate with the measure, in the table's order
     */
    public static List<BestConfiguration> of(ComparisonTable table, Measure measure, Predicate<Row> candidates) {
        List<BestConfiguration> all = new ArrayList<>();
        for (Block block : table.blocks()) {
            in(block, measure, candidates).ifPresent(all::add);
        }
        return all;
    }

    /** The best row of one block among the candidates; empty if none has the measure. */
    public static Optional<BestConfiguration> in(Block block, Measure measure, Predicate<Row> candidates) {
        double sign = measure.higherIsBetter() ? -1 : 1;
        List<Row> ordered = block.rows().stream()
                .filter(candidates)
                .filter(row -> row.cell(measure).mean() != null)
                .sorted(Comparator.comparingDouble(row -> sign * mean(row, measure)))
                .toList();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Row best = ordered.get(0);
        Row runnerUp = ordered.size() > 1 ? ordered.get(1) : null;
        PairedDifference lead = runnerUp == null ? null : lead(best, runnerUp, measure);
        return Optional.of(
                new BestConfiguration(block.dataset(), block.protocol(), measure, best, runnerUp, lead, verdict(lead)));
    }

    /** The paired difference {@code first - second} over the common seeds; null without one. */
    public static @Nullable PairedDifference lead(Row first, Row second, Measure measure) {
        Pairs pairs = Pairs.of(first, second, measure);
        if (pairs.size() == 0) {
            return null;
        }
        // A fixed stream of its own: the same records give the same interval, whatever else is computed.
        var random = new RandomStreams(0).stream("bootstrap");
        return PairedDifference.of(pairs.first(), pairs.second(), LEVEL, REPLICATES, random);
    }

    private static Verdict verdict(@Nullable PairedDifference lead) {
        if (lead == null || lead.n() < PairedDifference.MIN_PAIRS) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        return lead.conclusive() ? Verdict.BEYOND_NOISE : Verdict.WITHIN_NOISE;
    }

    private static double mean(Row row, Measure measure) {
        Double mean = row.cell(measure).mean();
        return mean == null ? Double.NaN : mean;
    }
}
