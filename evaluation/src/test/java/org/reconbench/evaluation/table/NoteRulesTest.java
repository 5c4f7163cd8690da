package org.reconbench.evaluation.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.core.run.TrialStatus;

class NoteRulesTest {

    @Test
    void a_row_that_does_not_beat_the_norm_says_so() {
        ComparisonTable table = Trials.plan()
                .detector("norm", "reference")
                .aucPr(.5, .5)
                .detector("ae", "ae")
                .aucPr(.4, .5)
                .detector("vae", "vae")
                .aucPr(.6, .4)
                .detector("beta-vae", "vae")
                .aucPr(.6, .5)
                .table();
        assertEquals(List.of("", "below norm", "level with norm", "best AUC-PR"), notes(table));
    }

    @Test
    void the_norm_is_compared_over_common_seeds() {
        // The means are .5 and .6, but seed 0, the only common one, has .9 for the norm.
        ComparisonTable table = Trials.plan()
                .detector("norm", "reference")
                .aucPr(.9, .1)
                .detector("ae", "ae")
                .trial(0, .6, .5)
                .failed(1, TrialStatus.TIMEOUT)
                .table();
        assertEquals(List.of("", "failed 1/2, best AUC-PR, below norm"), notes(table));
    }

    @Test
    void without_a_common_seed_nothing_is_said_of_the_norm() {
        ComparisonTable table = Trials.plan()
                .detector("norm", "reference")
                .trial(1, .9, .5)
                .detector("ae", "ae")
                .trial(0, .6, .5)
                .table();
        assertEquals(List.of("best AUC-PR", ""), notes(table));
    }

    @Test
    void collapsed_and_inactive_units_are_counted_over_trials_that_tell() {
        ComparisonTable table = Trials.plan()
                .detector("a", "vae")
                .latent(0, true)
                .aucPr(.5, .5)
                .detector("b", "vae")
                .latent(0, true)
                .trial(0, .5, .5)
                .latent(3, false)
                .trial(1, .5, .5)
                .latent(null, null)
                .trial(2, .5, .5)
                .detector("c", "vae")
                .latent(2, false)
                .aucPr(.5)
                .table();
        assertEquals(List.of("collapsed 2/2, 0 active units", "collapsed 1/2", ""), notes(table));
    }

    @Test
    void diverged_trials_are_told_from_other_failures() {
        ComparisonTable table = Trials.plan()
                .detector("a", "ae")
                .trial(0, .5, .5)
                .failed(1, TrialStatus.DIVERGED)
                .failed(2, TrialStatus.DIVERGED)
                .failed(3, TrialStatus.OOM)
                .table();
        assertEquals(List.of("diverged 2/4, failed 1/4"), notes(table));
    }

    @Test
    void equal_means_share_the_best_note_unless_all_are_equal() {
        ComparisonTable shared = Trials.plan()
                .detector("a", "ae")
                .aucPr(.5)
                .detector("b", "ae")
                .aucPr(.5)
                .detector("c", "ae")
                .aucPr(.4)
                .table();
        assertEquals(List.of("best AUC-PR", "best AUC-PR", ""), notes(shared));
        ComparisonTable equal = Trials.plan()
                .detector("a", "ae")
                .aucPr(.5)
                .detector("b", "ae")
                .aucPr(.5)
                .table();
        assertEquals(List.of("", ""), notes(equal));
    }

    @Test
    void pace_is_judged_against_the_median_network_and_never_for_references() {
        ComparisonTable table = Trials.plan()
                .detector("pca", "reference")
                .seconds(0.001)
                .aucPr(.5)
                .detector("a", "ae")
                .seconds(0.66)
                .aucPr(.5)
                .detector("b", "ae")
                .seconds(1)
                .aucPr(.5)
                .detector("c", "vae")
                .seconds(1.51)
                .aucPr(.5)
                .table();
        assertEquals(List.of("", "fast", "", "slow"), notes(table));
    }

    @Test
    void two_networks_have_no_median_to_be_fast_against() {
        ComparisonTable table = Trials.plan()
                .detector("a", "ae")
                .seconds(1)
                .aucPr(.5)
                .detector("b", "ae")
                .seconds(9)
                .aucPr(.5)
                .table();
        assertEquals(List.of("", ""), notes(table));
    }

    private static List<String> notes(ComparisonTable table) {
        return table.rows().stream().map(Row::noteText).toList();
    }
}
