package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.stats.Holm;
import org.reconbench.evaluation.stats.SignedRankTest;
import org.reconbench.evaluation.table.Measure;

class ComparisonsTest {
    private static final ComparisonSettings SETTINGS = ComparisonSettings.DEFAULT;

    @Test
    void a_lead_on_every_data_set_is_clear() {
        Comparisons all = Comparisons.all(lead(12, .1), SETTINGS);
        PairComparison pair = all.find("ae", "vae").orElseThrow();
        assertEquals(Verdict.CLEARLY_BETTER, pair.verdict());
        assertEquals(Optional.of("ae"), pair.better());
        assertEquals(12, pair.blocks());
        assertEquals(12, pair.winTieLoss().wins());
        assertEquals(1, pair.test().rankBiserial());
        assertTrue(pair.interval().lower() > 0 && pair.interval().contains(pair.difference()));
        assertTrue(all.enough());
    }

    @Test
    void with_too_few_data_sets_nothing_is_concluded_however_great_the_lead() {
        Comparisons five = Comparisons.all(lead(5, .4), SETTINGS);
        assertEquals(6, five.neededBlocks());
        assertFalse(five.enough());
        PairComparison pair = five.pairs().get(0);
        assertEquals(Verdict.NOT_ENOUGH_DATA, pair.verdict());
        assertEquals("not enough data", pair.verdict().words());
        assertEquals(Optional.empty(), pair.better());
        assertEquals(
                Verdict.CLEARLY_BETTER,
                Comparisons.all(lead(6, .4), SETTINGS).pairs().get(0).verdict());
    }

    @Test
    void differences_within_the_rope_are_practically_equivalent() {
        PairComparison pair = Comparisons.all(lead(12, .002), SETTINGS).pairs().get(0);
        assertEquals(Verdict.PRACTICALLY_EQUIVALENT, pair.verdict());
        assertEquals(12, pair.winTieLoss().ties());
        assertEquals(
                Verdict.CLEARLY_BETTER,
                Comparisons.all(lead(12, .002), SETTINGS.withRope(0.0001))
                        .pairs()
                        .get(0)
                        .verdict());
    }

    @Test
    void differences_of_both_signs_are_no_detectable_difference() {
        Records records = new Records();
        for (int d = 0; d < 12; d++) {
            records.on("d" + d)
                    .ok("ae", .5 + (d % 2 == 0 ? .1 : -.1) * (1 + d / 12.0))
                    .ok("vae", .5);
        }
        PairComparison pair = Comparisons.pair(records.matrix(), "ae", "vae", SETTINGS);
        assertEquals(Verdict.NO_DETECTABLE_DIFFERENCE, pair.verdict());
        assertTrue(pair.interval().contains(0));
    }

    /** AE works on seven of ten data sets and diverges on three, where it counts at chance: the verdict hangs on those. */
    @Test
    void a_verdict_says_what_it_would_be_without_imputed_blocks() {
        Records records = new Records();
        for (int d = 0; d < 10; d++) {
            records.on("d" + d).ok("vae", .6 + d / 1000.0);
            if (d < 7) {
                records.ok("ae", .7 + d / 500.0);
            } else {
                records.failed("ae", 0, TrialStatus.DIVERGED);
            }
        }
        PairComparison pair = Comparisons.pair(records.matrix(), "ae", "vae", SETTINGS);
        assertEquals(3, pair.imputed());
        assertFalse(pair.verdict().better());
        assertEquals(Verdict.CLEARLY_BETTER, pair.verdictWithoutImputed());
        BlockMatrix few = records.matrix().keepBlocks(block -> block.dataset().compareTo("d4") >= 0);
        assertEquals(
                Verdict.NOT_ENOUGH_DATA,
                Comparisons.pair(few, "ae", "vae", SETTINGS).verdictWithoutImputed());
    }

    @Test
    void all_pairs_are_adjusted_together_and_a_baseline_needs_less_data() {
        BlockMatrix matrix = noise(9, 4, 3);
        Comparisons all = Comparisons.all(matrix, SETTINGS);
        assertEquals(6, all.pairs().size());
        assertEquals(8, all.neededBlocks());
        assertArrayEquals(
                Holm.adjust(all.pairs().stream()
                        .mapToDouble(pair -> pair.test().p())
                        .toArray()),
                all.pairs().stream().mapToDouble(PairComparison::adjustedP).toArray());
        Comparisons against = Comparisons.against(matrix, "c1", SETTINGS);
        assertEquals(
                List.of("c0", "c2", "c3"),
                against.pairs().stream().map(PairComparison::first).toList());
        assertEquals(7, against.neededBlocks());
        for (PairComparison pair : against.pairs()) {
            assertTrue(pair.adjustedP()
                    <= all.find(pair.first(), "c1").orElseThrow().adjustedP());
        }
    }

    @Test
    void a_pair_reads_the_same_from_both_sides() {
        BlockMatrix matrix = noise(8, 2, 3);
        PairComparison there = Comparisons.pair(matrix, "c0", "c1", SETTINGS);
        PairComparison back = Comparisons.all(matrix, SETTINGS).find("c1", "c0").orElseThrow();
        assertEquals(there, back.turned());
        PairComparison computed = Comparisons.pair(matrix, "c1", "c0", SETTINGS);
        assertEquals(computed.verdict(), there.verdict());
        assertEquals(computed.posterior(), back.posterior());
        assertEquals(computed.test(), back.test());
        assertEquals(computed.winTieLoss(), back.winTieLoss());
        assertEquals(-there.difference(), computed.difference(), 1e-12);
        assertEquals(-there.interval().lower(), computed.interval().upper(), 1e-12);
    }

    @Test
    void a_comparison_does_not_depend_on_the_order_of_columns() {
        BlockMatrix matrix = noise(8, 3, 2);
        PairComparison before =
                Comparisons.all(matrix, SETTINGS).find("c0", "c2").orElseThrow();
        Records other = new Records();
        for (int b = 0; b < 8; b++) {
            other.on("d" + b);
            for (int c = 2; c >= 0; c--) {
                double[] values = matrix.cell(b, c).bySeed().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                other.ok("c" + c, values);
            }
        }
        PairComparison after =
                Comparisons.all(other.matrix(), SETTINGS).find("c0", "c2").orElseThrow();
        assertEquals(before.verdict(), after.verdict());
        assertEquals(before.adjustedP(), after.adjustedP());
        assertEquals(before.posterior(), after.posterior());
    }

    /** No effect, 200 experiments of 3 configurations: Holm holds false alarms at 5 %, here at most 10 + 5 standard deviations of 3. */
    @Test
    void without_an_effect_a_clear_verdict_is_rare() {
        ComparisonSettings fast = new ComparisonSettings(0.05, 0.01, 0.95, 10, 200, 0);
        int alarms = 0;
        for (int i = 0; i < 200; i++) {
            boolean any = Comparisons.all(noise(9, 3, 100 + i), fast).pairs().stream()
                    .anyMatch(pair -> pair.verdict() == Verdict.CLEARLY_BETTER);
            alarms += any ? 1 : 0;
        }
        assertTrue(alarms <= 25, "alarms: " + alarms);
    }

    @Test
    void inside_one_data_set_seeds_are_the_observations() {
        Records records = new Records().ok("ae", .9, .91, .92, .93, .94, .95).ok("vae", .8, .79, .78, .77, .76, .75);
        BlockMatrix across = records.matrix();
        assertEquals(
                Verdict.NOT_ENOUGH_DATA,
                Comparisons.pair(across, "ae", "vae", SETTINGS).verdict());
        PairComparison within = Comparisons.pair(across.within(0), "ae", "vae", SETTINGS);
        assertEquals(6, within.blocks());
        assertEquals(Verdict.CLEARLY_BETTER, within.verdict());
        assertEquals(
                SignedRankTest.of(.1, .12, .14, .16, .18, .2).p(), within.test().p());
    }

    @Test
    void fewer_seconds_are_better() {
        PairComparison pair = Comparisons.all(lead(8, .1, Measure.TRAIN_SECONDS), SETTINGS)
                .pairs()
                .get(0);
        assertEquals(Optional.of("vae"), pair.better());
    }

    @Test
    void bootstrap_differences_are_paired_by_seed_and_agree_with_the_cells() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .1, .3, .8)
                .ok("vae", .2, .2)
                .on("b")
                .one("ae", 1, .5)
                .one("vae", 2, .1)
                .matrix();
        double[][] differences = SeedDifferences.of(matrix, 0, 1);
        assertEquals(2, differences[0].length);
        assertEquals(.4 - .2, (differences[0][0] + differences[0][1]) / 2, 1e-12);
        assertEquals(.2, differences[0][1] - differences[0][0], 1e-12);
        assertArrayEquals(new double[] {.4}, differences[1], 1e-12);
    }

    @Test
    void bad_input_is_refused() {
        BlockMatrix one = new Records().ok("ae", .5).matrix();
        BlockMatrix two = lead(3, .1);
        assertThrows(IllegalArgumentException.class, () -> Comparisons.all(one, SETTINGS));
        assertThrows(IllegalArgumentException.class, () -> Comparisons.against(one, "ae", SETTINGS));
        assertThrows(IllegalArgumentException.class, () -> Comparisons.against(two, "none", SETTINGS));
        assertThrows(IllegalArgumentException.class, () -> Comparisons.pair(two, "ae", "ae", SETTINGS));
        BlockMatrix empty = two.protocol("none");
        assertThrows(IllegalArgumentException.class, () -> Comparisons.all(empty, SETTINGS));
        assertEquals(Optional.empty(), Comparisons.all(two, SETTINGS).find("ae", "none"));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withAlpha(0));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withRope(Double.NaN));
    }

    private static BlockMatrix lead(int blocks, double by) {
        return lead(blocks, by, Measure.AUC_PR);
    }

    /** AE leads by about as much on every data set, over two seeds. */
    private static BlockMatrix lead(int blocks, double by, Measure measure) {
        Records records = new Records();
        for (int d = 0; d < blocks; d++) {
            double base = .3 + d / 50.0;
            double lead = by * (1 + d / 100.0);
            records.on("d" + d).ok("ae", base + lead, base + lead * 1.01).ok("vae", base, base);
        }
        return records.matrix(measure);
    }

    private static BlockMatrix noise(int blocks, int columns, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("comparisons");
        Records records = new Records();
        for (int d = 0; d < blocks; d++) {
            records.on("d" + d);
            for (int c = 0; c < columns; c++) {
                records.ok("c" + c, random.nextDouble(), random.nextDouble());
            }
        }
        return records.matrix();
    }
}
