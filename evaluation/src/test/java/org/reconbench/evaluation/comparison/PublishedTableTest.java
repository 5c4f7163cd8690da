package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.evaluation.Golden;
import org.reconbench.evaluation.stats.Friedman;
import org.reconbench.evaluation.table.Measure;

/** A published table, 22 data sets x 8 detectors: statistics against SciPy, verdicts against what its authors' numbers say. */
class PublishedTableTest {
    private static final BlockMatrix MATRIX = matrix();
    private static final Comparisons ALL = Comparisons.all(MATRIX, ComparisonSettings.DEFAULT);

    @Test
    void ranks_and_tests_equal_scipys() {
        Friedman test = MATRIX.friedman();
        double[] ranks = {
            4.75,
            5.295454545454546,
            2.727272727272727,
            4,
            3.409090909090909,
            3.8181818181818183,
            5.7272727272727275,
            6.2727272727272725
        };
        assertArrayEquals(ranks, MATRIX.averageRanks(), 1e-12);
        assertEquals(38.102272727272734, test.chiSquared(), 1e-10);
        assertEquals(6.903912148249829, test.f(), 1e-10);
        assertEquals(4.2134552470621617e-07, test.p(), 1e-15);
        assertEquals(2.238452084040999, test.criticalDifference(0.05), 1e-9);
        assertEquals(List.of(2, 4, 5, 3, 0), test.indistinct(0.05).get(0));
    }

    /**
     * The VAE of that study is nearly the norm of the scaled row, and so is PCA; kNN beats DeepSVDD on nearly every set. Probabilities
     * from 100 000 draws of NumPy, here 20 000: 5 standard errors of their difference are at most .02.
     */
    @ParameterizedTest
    @CsvSource({
        "VAE, PCA,      0.00606, 0.99394, practically equivalent",
        "KNN, DeepSVDD, 1,       0,       clearly better",
        "KNN, IForest,  0.99673, 0.00244, probably better",
        "VAE, DeepSVDD, 0.99716, 0.00002, probably better",
        "KNN, LOF,      0.72744, 0.08981, no detectable difference",
    })
    void verdicts_say_what_the_numbers_show(
            String first, String second, double better, double equivalent, String verdict) {
        PairComparison pair = ALL.find(first, second).orElseThrow();
        assertEquals(better, pair.posterior().firstBetter(), 0.02);
        assertEquals(equivalent, pair.posterior().equivalent(), 0.02);
        assertEquals(verdict, pair.verdict().words());
        assertEquals(pair.verdict(), pair.verdictWithoutImputed());
    }

    @Test
    void with_seven_of_the_data_sets_all_pairs_are_too_many() {
        BlockMatrix few =
                MATRIX.keepBlocks(block -> MATRIX.blocks().subList(0, 7).contains(block));
        for (PairComparison pair :
                Comparisons.all(few, ComparisonSettings.DEFAULT).pairs()) {
            assertEquals(Verdict.NOT_ENOUGH_DATA, pair.verdict());
        }
    }

    @Test
    void the_winner_hangs_on_no_single_data_set() {
        WinnerRobustness robustness =
                WinnerRobustness.of(MATRIX, ComparisonSettings.DEFAULT).orElseThrow();
        assertEquals("KNN", robustness.winner());
        assertEquals(22, robustness.leftOutKept());
    }

    @Test
    void the_outcome_names_the_winner_its_lead_and_whom_it_does_not_beat() {
        Outcome outcome = Outcome.of(MATRIX, ComparisonSettings.DEFAULT).orElseThrow();
        assertEquals("KNN", outcome.winner());
        assertEquals("LOF", outcome.runnerUp());
        assertEquals(ALL.find("KNN", "LOF").orElseThrow(), outcome.lead());
        assertEquals("LOF", outcome.notBeaten().get(0));
        assertFalse(outcome.notBeaten().contains("DeepSVDD"));
        assertEquals(MATRIX.friedman(), outcome.friedman().orElseThrow());
        BlockMatrix one = MATRIX.keep(column -> column.label().equals("VAE"));
        assertTrue(Outcome.of(one, ComparisonSettings.DEFAULT).isEmpty());
        BlockMatrix single = MATRIX.keepBlocks(block -> block.dataset().equals("wilt"));
        assertTrue(Outcome.of(single, ComparisonSettings.DEFAULT)
                .orElseThrow()
                .friedman()
                .isEmpty());
        assertTrue(
                Outcome.of(MATRIX.protocol("none"), ComparisonSettings.DEFAULT).isEmpty());
    }

    @Test
    void near_identical_sets_counted_once_leave_nineteen() {
        Map<String, String> groups =
                Map.of("annthyroid", "thyroid", "satimage-2", "satellite", "cardiotocography", "cardio");
        assertEquals(19, MATRIX.grouped(groups).blocks().size());
    }

    private static BlockMatrix matrix() {
        JsonNode table = Golden.read("published.json");
        Records records = new Records();
        for (Map.Entry<String, JsonNode> line : table.get("auc_roc_percent").properties()) {
            records.on(line.getKey());
            for (int i = 0; i < line.getValue().size(); i++) {
                records.ok(
                        table.get("detectors").get(i).asText(),
                        line.getValue().get(i).asDouble() / 100);
            }
        }
        return records.matrix(Measure.AUC_ROC);
    }
}
