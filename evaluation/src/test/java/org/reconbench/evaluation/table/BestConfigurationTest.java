package org.reconbench.evaluation.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reconbench.evaluation.table.BestConfiguration.Verdict;

class BestConfigurationTest {

    @Test
    void a_steady_lead_over_ten_seeds_is_beyond_noise() {
        BestConfiguration best = best(values(10, .8, .1), values(10, .7, .1));
        assertEquals("a", best.best().label());
        assertEquals("b", Objects.requireNonNull(best.runnerUp()).label());
        assertEquals(.1, Objects.requireNonNull(best.lead()).mean(), 1e-12);
        assertEquals(Verdict.BEYOND_NOISE, best.verdict());
        assertEquals("beyond noise", best.verdict().words());
    }

    @Test
    void a_lead_smaller_than_its_spread_is_within_noise() {
        double[] b = values(10, .7, .1);
        for (int i = 0; i < b.length; i++) {
            b[i] += i % 2 == 0 ? .2 : -.21;
        }
        BestConfiguration best = best(values(10, .7, .1), b);
        assertEquals("a", best.best().label());
        assertEquals(Verdict.WITHIN_NOISE, best.verdict());
    }

    @Test
    void equal_rows_are_within_noise_and_the_earlier_one_is_named() {
        BestConfiguration best = best(values(10, 1, 0), values(10, 1, 0));
        assertEquals("a", best.best().label());
        assertEquals(Verdict.WITHIN_NOISE, best.verdict());
    }

    @Test
    void five_seeds_are_not_enough() {
        assertEquals(
                Verdict.NOT_ENOUGH_DATA,
                best(values(5, .9, 0), values(5, .1, 0)).verdict());
    }

    @Test
    void a_single_candidate_has_no_runner_up() {
        ComparisonTable table = Trials.plan()
                .detector("norm", "reference")
                .aucPr(.99)
                .detector("a", "ae")
                .aucPr(.5)
                .table();
        BestConfiguration best =
                BestConfiguration.of(table, Measure.AUC_PR, Row::network).get(0);
        assertEquals("a", best.best().label());
        assertNull(best.runnerUp());
        assertNull(best.lead());
        assertEquals(Verdict.NOT_ENOUGH_DATA, best.verdict());
    }

    @Test
    void no_candidate_has_no_best() {
        Block block = Trials.plan()
                .detector("norm", "reference")
                .aucPr(.9)
                .table()
                .blocks()
                .get(0);
        assertEquals(Optional.empty(), BestConfiguration.in(block, Measure.AUC_PR, Row::network));
    }

    @Test
    void fewer_seconds_are_better() {
        ComparisonTable table = Trials.plan()
                .detector("a", "ae")
                .seconds(2)
                .aucPr(.5)
                .detector("b", "ae")
                .seconds(1)
                .aucPr(.5)
                .table();
        BestConfiguration best =
                BestConfiguration.of(table, Measure.TRAIN_SECONDS, row -> true).get(0);
        assertEquals("b", best.best().label());
    }

    @Test
    void the_same_records_give_the_same_interval() {
        assertEquals(best(values(8, .8, .1), values(8, .7, .3)), best(values(8, .8, .1), values(8, .7, .3)));
    }

    @Test
    void every_block_has_a_best_of_its_own() {
        var first = new Trials("x", "p", java.util.Map.of())
                .detector("a", "ae")
                .aucPr(.1)
                .records();
        var second = new Trials("y", "p", java.util.Map.of())
                .detector("b", "ae")
                .aucPr(.9)
                .records();
        ComparisonTable table = ComparisonTable.of(
                List.of(first, second).stream().flatMap(List::stream).toList());
        assertEquals(
                List.of("a", "b"),
                BestConfiguration.of(table, Measure.AUC_PR, row -> true).stream()
                        .map(best -> best.best().label())
                        .toList());
    }

    private static BestConfiguration best(double[] a, double[] b) {
        ComparisonTable table = Trials.plan()
                .detector("a", "ae")
                .aucPr(a)
                .detector("b", "ae")
                .aucPr(b)
                .table();
        return BestConfiguration.of(table, Measure.AUC_PR, Row::network).get(0);
    }

    /** Values about a centre, up and down by a step from seed to seed. */
    private static double[] values(int n, double centre, double step) {
        return IntStream.range(0, n)
                .mapToDouble(i -> centre + step * (i % 3 - 1) / 2)
                .toArray();
    }
}
