package org.reconbench.reports.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.reports.FabricatedTrials;

class ClaimsTest {
    private static final String AE_BEATS_VAE = """
            - id: X
              statement: s
              source: t
              effects:
                - {kind: difference, measure: auc_pr, first: {detector: ae}, second: {detector: vae}, expect: %s}
            """;

    private static Finding only(String yaml, List<TrialRecord> trials) {
        List<Finding> findings = Claims.of(ClaimsFile.parse(yaml), ComparisonTable.of(trials));
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    @Test
    void the_file_holds_the_eight_claims_each_with_an_effect() {
        List<Claim> claims = ClaimsFile.read();
        assertEquals("S1 S2 S3 S4 S5 S6 S7 S8", claims.stream().map(Claim::id).collect(Collectors.joining(" ")));
        claims.forEach(claim -> assertTrue(!claim.effects().isEmpty(), claim.id()));
    }

    @Test
    void a_clear_difference_supports_a_claim_and_refutes_its_contrary() {
        List<TrialRecord> trials = FabricatedTrials.of(8, 3.5, 0.8);
        Finding greater = only(AE_BEATS_VAE.formatted("greater"), trials);
        Finding less = only(AE_BEATS_VAE.formatted("less"), trials);
        assertEquals(Finding.Verdict.SUPPORTED, greater.verdict());
        assertEquals(Finding.Verdict.REFUTED, less.verdict());
        Finding.Measured effect = greater.effects().get(0);
        assertEquals(8, effect.values());
        assertEquals("AUC-PR, ae less vae", effect.what());
        assertNotNull(effect.interval());
        assertTrue(effect.value() != null && effect.value() > 0.3);
    }

    @Test
    void five_seeds_are_too_few_whatever_they_show() {
        assertEquals(
                Finding.Verdict.INCONCLUSIVE,
                only(AE_BEATS_VAE.formatted("greater"), FabricatedTrials.of(5, 3.5, 0.8))
                        .verdict());
    }

    @Test
    void what_the_run_lacks_is_not_measured() {
        Finding finding = only("""
                - id: X
                  statement: s
                  source: t
                  effects:
                    - {kind: above, measure: kl_share, first: {detector: no-such}, limit: 0.5}
                """, FabricatedTrials.of(8, 3, 1));
        assertEquals(Finding.Verdict.NOT_MEASURED, finding.verdict());
        assertNull(finding.effects().get(0).value());
        assertEquals("not measured in this run", finding.verdict().words());
    }

    @Test
    void a_level_is_supported_inside_and_refuted_outside_its_tolerance() {
        String level = """
                - id: X
                  statement: s
                  source: t
                  effects:
                    - {kind: level, measure: auc_roc, first: {detector: ae}, target: %s, tolerance: 0.1}
                """;
        List<TrialRecord> trials = FabricatedTrials.of(8, 3.5, 0.8);
        assertEquals(
                Finding.Verdict.SUPPORTED, only(level.formatted("0.97"), trials).verdict());
        assertEquals(
                Finding.Verdict.REFUTED, only(level.formatted("0.5"), trials).verdict());
    }

    @Test
    void unknown_keys_and_measures_are_refused_by_name() {
        String bad = AE_BEATS_VAE.formatted("less").replace("auc_pr", "auc_pt");
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ClaimsFile.parse(bad)))
                .contains("auc_pt"));
        String key = AE_BEATS_VAE.formatted("less").replace("expect", "expects");
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ClaimsFile.parse(key)))
                .contains("expects"));
    }
}
