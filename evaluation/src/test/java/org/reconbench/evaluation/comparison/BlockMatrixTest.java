package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.table.Measure;

class BlockMatrixTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void seeds_are_averaged_inside_a_block_and_a_block_is_a_data_set_under_a_protocol() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .2, .4)
                .ok("vae", .5)
                .under("normal-only")
                .ok("ae", .9)
                .ok("vae", .8, .6)
                .matrix();
        assertEquals(
                List.of(new BlockKey("a", "contaminated", null), new BlockKey("a", "normal-only", null)),
                matrix.blocks());
        assertEquals(
                List.of("ae", "vae"),
                matrix.columns().stream().map(Column::label).toList());
        assertValues(new double[][] {{.3, .5}, {.9, .7}}, matrix);
        assertFalse(matrix.anyImputed());
        assertValues(new double[][] {{.9, .7}}, matrix.protocol("normal-only"));
        assertValues(
                new double[][] {{.5}, {.7}},
                matrix.keep(column -> column.family().equals("vae")));
    }

    @ParameterizedTest
    @EnumSource(
            value = TrialStatus.class,
            names = {"DIVERGED", "TIMEOUT", "OOM", "CRASHED", "ERROR"})
    void a_failed_trial_counts_at_chance_level_and_is_marked(TrialStatus status) {
        Records records = new Records().ok("ae", .9, .9).one("vae", 0, .83).failed("vae", 1, status);
        BlockMatrix pr = records.matrix();
        assertValues(new double[][] {{.9, (.83 + Records.PREVALENCE) / 2}}, pr);
        assertEquals(Set.of(1L), pr.cell(0, 1).imputed());
        assertFalse(pr.cell(0, 1).missing());
        assertFalse(pr.cell(0, 0).anyImputed());
        assertTrue(pr.anyImputed());
        assertValues(new double[][] {{.9, (.83 + .5) / 2}}, records.matrix(Measure.AUC_ROC));
    }

    @ParameterizedTest
    @EnumSource(
            value = TrialStatus.class,
            names = {"INTERRUPTED", "SKIPPED"})
    void a_trial_that_did_not_run_is_left_out_of_a_mean_that_has_others(TrialStatus status) {
        BlockMatrix matrix = new Records()
                .ok("ae", .9, .9)
                .one("vae", 0, .8)
                .failed("vae", 1, status)
                .matrix();
        assertValues(new double[][] {{.9, .8}}, matrix);
        assertFalse(matrix.anyImputed());
        BlockMatrix none = new Records().ok("ae", .9).failed("vae", 0, status).matrix();
        assertValues(new double[][] {{.9, Records.PREVALENCE}}, none);
        assertTrue(none.cell(0, 1).missing());
    }

    @Test
    void of_two_runs_of_one_trial_the_one_that_worked_counts() {
        Records twice = new Records()
                .ok("ae", .9, .9)
                .failed("vae", 0, TrialStatus.OOM)
                .one("vae", 0, .8)
                .one("vae", 1, .7)
                .failed("vae", 1, TrialStatus.TIMEOUT);
        assertValues(new double[][] {{.9, .75}}, twice.matrix());
        assertFalse(twice.matrix().anyImputed());
    }

    @Test
    void a_configuration_that_a_block_lacks_is_missing_on_every_seed() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .9, .7)
                .ok("vae", .8, .8)
                .on("b")
                .ok("ae", .6, .6, .6)
                .matrix(Measure.AUC_ROC);
        assertValues(new double[][] {{.8, .8}, {.6, .5}}, matrix);
        assertEquals(Set.of(0L, 1L, 2L), matrix.cell(1, 1).imputed());
    }

    @Test
    void a_block_without_any_value_or_with_a_hole_that_nothing_can_fill_is_left_out() {
        Records records = new Records()
                .on("one-class")
                .one("ae", 0, null)
                .one("vae", 0, null)
                .on("b")
                .ok("ae", .6)
                .failed("vae", 0, TrialStatus.OOM);
        assertEquals(List.of("one-class"), names(records.matrix().leftOut()));
        assertEquals(
                List.of("one-class", "b"),
                names(records.matrix(Measure.TRAIN_SECONDS).leftOut()));
        Records unknown = new Records().prevalence(null).ok("ae", .6).failed("vae", 0, TrialStatus.OOM);
        assertEquals(0, unknown.matrix().blocks().size());
        assertEquals(1, unknown.matrix(Measure.AUC_ROC).blocks().size());
    }

    @ParameterizedTest
    @CsvSource({
        "AUC_ROC, 0.5",
        "AUC_PR, 0.2",
        "PRECISION, 0.2",
        "PRECISION_AT_N, 0.2",
        "RECALL, 0",
        "AUC_PR_ADJUSTED, 0",
        "AUC_PRG, 0",
        "FPR_AT_95_RECALL, 0.95",
        "F1, 0",
        "ORACLE_F1, 0.33333333333333337",
        "ORACLE_PRECISION, 0.2",
        "ORACLE_RECALL, 1"
    })
    void chance_levels_at_a_prevalence_of_one_in_five(Measure measure, double expected) {
        assertEquals(expected, Chance.level(measure, OptionalDouble.of(0.2)).orElseThrow(), TOLERANCE);
    }

    @Test
    void near_identical_data_sets_count_once() {
        BlockMatrix matrix = new Records()
                .on("a1")
                .ok("ae", .2, .4)
                .ok("vae", .5, .5)
                .on("b")
                .ok("ae", .9)
                .ok("vae", .8)
                .on("a2")
                .ok("ae", .4, .6)
                .ok("vae", .7, .7)
                .matrix();
        BlockMatrix grouped = matrix.grouped(Map.of("a1", "a", "a2", "a"));
        assertEquals(List.of("a", "b"), names(grouped.blocks()));
        assertValues(new double[][] {{.4, .6}, {.9, .8}}, grouped);
        assertEquals(
                new TreeMap<>(Map.of(0L, .3, 1L, .5)).keySet(),
                grouped.cell(0, 0).bySeed().keySet());
        assertValues(matrix.values(), matrix.grouped(Map.of()));
    }

    @Test
    void a_family_is_the_median_of_its_members() {
        BlockMatrix matrix = new Records()
                .ok("ae-a", .9, .1)
                .ok("ae-b", .5, .5)
                .ok("ae-c", .1, .3)
                .ok("vae-a", .2, .4)
                .ok("vae-b", .4, .6)
                .matrix()
                .byFamily();
        assertEquals(
                List.of("ae", "vae"),
                matrix.columns().stream().map(Column::label).toList());
        assertValues(new double[][] {{(.5 + .3) / 2, .4}}, matrix);
    }

    @Test
    void inside_a_block_the_seeds_that_all_have_become_blocks() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .1, .2, .3)
                .ok("vae", .4, .5)
                .matrix()
                .within(0);
        assertEquals(
                List.of(new BlockKey("a", "contaminated", 0L), new BlockKey("a", "contaminated", 1L)), matrix.blocks());
        assertValues(new double[][] {{.1, .4}, {.2, .5}}, matrix);
    }

    @Test
    void cut_to_some_seeds_a_block_that_has_none_of_them_falls_away() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .1, .2)
                .ok("vae", .4, .6)
                .on("b")
                .ok("ae", .3)
                .ok("vae", .4)
                .matrix();
        assertValues(new double[][] {{.2, .6}}, matrix.keepSeeds(Set.of(1L, 7L)));
        assertEquals(List.of("b"), names(matrix.keepSeeds(Set.of(1L)).leftOut()));
    }

    @Test
    void ranks_and_differences_turn_round_where_less_is_better() {
        Records records = new Records().ok("ae", 2).ok("vae", 5).ok("dae", 2);
        assertArrayEquals(new double[] {2.5, 1, 2.5}, records.matrix().averageRanks());
        BlockMatrix seconds = records.matrix(Measure.TRAIN_SECONDS);
        assertArrayEquals(new double[] {1.5, 3, 1.5}, seconds.averageRanks());
        assertArrayEquals(new double[] {3}, seconds.differences(0, 1));
        assertArrayEquals(new double[] {-3}, records.matrix().differences(0, 1));
    }

    @Test
    void the_order_of_records_changes_no_value() {
        Records records = new Records()
                .on("a")
                .ok("ae", .1, .2)
                .ok("vae", .4, .6)
                .on("b")
                .ok("ae", .3)
                .failed("vae", 0, TrialStatus.ERROR);
        BlockMatrix there = records.matrix();
        BlockMatrix back = BlockMatrix.of(records.reversed(), Measure.AUC_PR);
        for (int b = 0; b < 2; b++) {
            for (int c = 0; c < 2; c++) {
                assertEquals(there.cell(b, c), back.cell(1 - b, 1 - c));
            }
        }
    }

    @Test
    void nothing_is_an_empty_matrix_and_an_unknown_column_is_refused() {
        BlockMatrix empty = new Records().matrix();
        assertEquals(0, empty.blocks().size());
        assertThrows(IllegalArgumentException.class, empty::friedman);
        BlockMatrix one = new Records().ok("ae", .5).matrix();
        var e = assertThrows(IllegalArgumentException.class, () -> one.column("vae"));
        assertEquals("no column 'vae' among [ae]", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new BlockCell(new TreeMap<>(), Set.of()));
    }

    private static List<String> names(List<BlockKey> keys) {
        return keys.stream().map(BlockKey::dataset).toList();
    }

    private static void assertValues(double[][] expected, BlockMatrix matrix) {
        double[][] actual = matrix.values();
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], TOLERANCE);
        }
    }
}
