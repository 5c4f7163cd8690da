package org.reconbench.evaluation.table;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;

class ComparisonTableTest {

    @Test
    void a_label_shows_only_the_parameters_that_vary_among_the_detectors_configurations() {
        ComparisonTable table = Trials.plan()
                .detector("vae", "vae", entry("beta", 1.0), entry("latent", 10L))
                .aucPr(.5)
                .detector("beta-vae", "vae", entry("beta", 0.1), entry("latent", 10L))
                .aucPr(.5)
                .detector("beta-vae", "vae", entry("beta", 4.0), entry("latent", 10L))
                .aucPr(.5)
                .table();
        assertEquals(List.of("vae", "beta-vae beta=0.1", "beta-vae beta=4"), table.configurations());
        assertEquals(Map.of("beta", "4"), table.rows().get(2).varying());
        assertEquals(Map.of("beta", 4.0, "latent", 10L), table.rows().get(2).params());
    }

    @Test
    void values_read_back_from_json_count_as_the_same_configuration() {
        ComparisonTable table = Trials.plan()
                .detector("ae", "ae", entry("latent", 10L), entry("hidden", List.of(64L, 32L)), entry("lr", 1.0))
                .trial(0, .5, .5)
                .detector("ae", "ae", entry("latent", 10), entry("hidden", List.of(64, 32)), entry("lr", 1))
                .trial(1, .7, .5)
                .table();
        assertEquals(1, table.rows().size());
        assertEquals(2, table.rows().get(0).ok());
    }

    @Test
    void nested_and_listed_parameters_appear_in_labels() {
        ComparisonTable table = Trials.plan()
                .detector("w", "vae", entry("warmup", Map.of("fraction", 0.5)), entry("hidden", List.of(64L, 32L)))
                .aucPr(.5)
                .detector("w", "vae", entry("warmup", Map.of("fraction", 1.0)), entry("hidden", List.of(8L)))
                .aucPr(.5)
                .table();
        assertEquals(
                List.of("w hidden=64-32 warmup.fraction=0.5", "w hidden=8 warmup.fraction=1"), table.configurations());
    }

    @Test
    void two_versions_of_a_detector_stand_apart() {
        ComparisonTable table = Trials.plan()
                .version("ae", "ae", 1)
                .aucPr(.5)
                .version("ae", "ae", 2)
                .aucPr(.5)
                .table();
        assertEquals(List.of("ae version=1", "ae version=2"), table.configurations());
    }

    @Test
    void data_sets_and_protocols_keep_the_order_of_the_plan() {
        List<TrialRecord> records = new ArrayList<>();
        for (String dataset : List.of("z", "a")) {
            for (double test : new double[] {0.3, 0.2}) {
                records.addAll(new Trials(dataset, "contaminated", Map.of("test", test, "fit", "train"))
                        .detector("b", "ae")
                        .aucPr(.1, .2)
                        .detector("a", "ae")
                        .aucPr(.3)
                        .records());
            }
        }
        ComparisonTable table = ComparisonTable.of(records);
        assertEquals(List.of("z", "a"), table.datasets());
        assertEquals(List.of("contaminated test=0.3", "contaminated test=0.2"), table.protocols());
        assertEquals(4, table.blocks().size());
        for (Block block : table.blocks()) {
            assertEquals(
                    List.of("b", "a"), block.rows().stream().map(Row::label).toList());
        }
        assertTrue(table.block("a", "contaminated test=0.2").isPresent());
        assertFalse(table.block("a", "contaminated").isPresent());
    }

    @Test
    void a_cell_is_mean_and_sample_deviation_of_the_trials_that_have_the_value() {
        Row row = Trials.plan()
                .detector("ae", "ae")
                .trial(0, .4, null)
                .trial(1, .8, .5)
                .failed(2, TrialStatus.DIVERGED)
                .failed(3, TrialStatus.TIMEOUT)
                .table()
                .rows()
                .get(0);
        assertCell(.6, Math.sqrt(.08), 2, row.cell(Measure.AUC_PR));
        assertEquals(new Cell(.5, null, 1), row.cell(Measure.PRECISION));
        assertEquals(2, row.ok());
        assertEquals(2, row.failed());
        assertEquals(4, row.trials().size());
    }

    @Test
    void a_row_without_any_number_has_empty_cells_for_every_measure() {
        Row row = Trials.plan()
                .detector("ae", "ae")
                .failed(0, TrialStatus.CRASHED)
                .table()
                .rows()
                .get(0);
        for (Measure measure : Measure.values()) {
            assertEquals(new Cell(null, null, 0), row.cell(measure), measure.id());
        }
    }

    @Test
    void oracle_numbers_stand_in_measures_of_their_own() {
        Row row =
                Trials.plan().detector("ae", "ae").aucPr(.4, .8).table().rows().get(0);
        assertCell(.9, 0, 2, row.cell(Measure.ORACLE_F1));
        assertCell(.8, 0, 2, row.cell(Measure.ORACLE_PRECISION));
        assertCell(.7, 0, 2, row.cell(Measure.ORACLE_RECALL));
        assertTrue(Measure.ORACLE_F1.oracle());
        assertFalse(Measure.F1.oracle());
        assertCell(1, 0, 2, row.cell(Measure.TRAIN_SECONDS));
        assertFalse(Measure.TRAIN_SECONDS.higherIsBetter());
    }

    @Test
    void the_points_behind_a_mean_are_found_by_the_rows_key() {
        ComparisonTable table = Trials.plan()
                .detector("ae", "ae")
                .aucPr(.4, .8)
                .detector("b", "ae")
                .aucPr(.1)
                .table();
        RowKey key = new RowKey("blobs", "contaminated", "ae");
        List<TrialRecord> trials = table.trialsByRow().get(key);
        assertEquals(
                List.of(0L, 1L),
                trials == null
                        ? List.of()
                        : trials.stream().map(TrialRecord::seed).toList());
        assertEquals(key, table.find(key).orElseThrow().key());
        assertTrue(table.find(new RowKey("blobs", "contaminated", "c")).isEmpty());
    }

    @Test
    void no_trials_make_an_empty_table() {
        assertEquals(List.of(), ComparisonTable.of(List.of()).rows());
    }

    @Test
    void two_varying_numbers_make_a_grid_in_numeric_order() {
        Trials trials = Trials.plan();
        for (double beta : new double[] {5, 0.1, 1}) {
            for (long latent : new long[] {10, 2}) {
                trials.detector("beta-vae", "vae", entry("beta", beta), entry("latent", latent), entry("lr", .1))
                        .aucPr(beta / latent);
            }
        }
        Block block = trials.detector("ae", "ae").aucPr(.5).table().blocks().get(0);
        ParameterGrid grid = ParameterGrid.of(block, "beta-vae").orElseThrow();
        assertEquals(List.of("beta", "latent"), List.of(grid.rowParam(), grid.columnParam()));
        assertEquals(List.of("0.1", "1", "5"), grid.rowValues());
        assertEquals(List.of("2", "10"), grid.columnValues());
        assertEquals(new Cell(.5, null, 1), grid.at("1", "2").orElseThrow().cell(Measure.AUC_PR));
        assertTrue(grid.at("2", "2").isEmpty());
        assertTrue(ParameterGrid.of(block, "ae").isEmpty());
        assertTrue(ParameterGrid.of(block, "absent").isEmpty());
    }

    private static void assertCell(double mean, double sd, int n, Cell cell) {
        assertEquals(mean, cell.mean() == null ? -1 : cell.mean(), 1e-15);
        assertEquals(sd, cell.sd() == null ? -1 : cell.sd(), 1e-15);
        assertEquals(n, cell.n());
    }
}
