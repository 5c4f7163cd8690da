package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.w3c.dom.Element;

/** The sections on several scores, on the ladder, and on areas by epoch. */
class ScoresAndStepsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Page page(RunArchive run) throws Exception {
        return Page.of(Files.readString(HtmlReport.write(run, temp.resolve("run"))));
    }

    private static FabricatedRun ladder(int seeds, List<FabricatedRun.Config> left) {
        List<FabricatedRun.Config> configs = new ArrayList<>(List.of(
                FabricatedRun.reference("norm", 0.4),
                new FabricatedRun.Config("ae", "ae", FabricatedRun.params(Map.of()), 2.6, null)));
        configs.addAll(left);
        return new FabricatedRun("ladder", List.of("d"), List.of("contaminated"), configs, seeds);
    }

    private static List<FabricatedRun.Config> rungs() {
        return List.of(
                FabricatedRun.vae("beta-vae", 0, 10, 2.7),
                FabricatedRun.vae("vae", 1, 10, 3.1),
                FabricatedRun.vae("beta-vae", 4, 10, 0.6),
                FabricatedRun.vae("beta-vae-warmup", 4, 10, 0.7));
    }

    private static List<List<String>> cells(Page page, String section) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : Page.below(page.section(section), "tr")) {
            List<String> texts = new ArrayList<>();
            for (String tag : List.of("th", "td")) {
                Page.below(row, tag)
                        .forEach(cell -> texts.add(cell.getTextContent().strip().replaceAll("\\s+", " ")));
            }
            rows.add(texts);
        }
        return rows;
    }

    @Test
    void each_step_of_the_ladder_has_its_paired_effect_with_an_interval() throws Exception {
        Page page = page(ladder(6, rungs()));
        assertTrue(page.finding("ladder").contains("KL weight 4"), page.finding("ladder"));
        assertTrue(page.finding("ladder").contains("beyond noise"), page.finding("ladder"));
        String text = page.section("ladder").getTextContent();
        for (String change : List.of("noise in z, KL weight 0", "KL with weight 1", "warm-up of the KL weight to 4")) {
            assertTrue(text.contains(change), change);
        }
        assertEquals(1 + 5, cells(page, "ladder").size());
    }

    @Test
    void few_seeds_make_no_verdict() throws Exception {
        Page page = page(ladder(3, rungs()));
        assertTrue(page.finding("ladder").endsWith("too few seeds."), page.finding("ladder"));
    }

    @Test
    void without_every_rung_from_the_bottom_there_is_no_ladder() throws Exception {
        List<FabricatedRun.Config> missing = rungs().subList(1, 4);
        assertFalse(page(ladder(2, missing)).sections().contains("ladder"));
        List<FabricatedRun.Config> unmatched = new ArrayList<>(rungs());
        unmatched.set(1, FabricatedRun.vae("vae", 1, 5, 3.1));
        assertFalse(page(ladder(2, unmatched)).sections().contains("ladder"));
    }

    @Test
    void a_ladder_ends_where_a_rung_is_missing() throws Exception {
        assertEquals(
                1 + 4, cells(page(ladder(2, rungs().subList(0, 3))), "ladder").size());
    }

    /** A run whose networks give three scores and whose curves carry areas by epoch. */
    private record Scored(FabricatedRun run, boolean byEpoch) implements RunArchive {
        @Override
        public RunInfo info() {
            return run.info();
        }

        @Override
        public List<TrialRecord> trials() {
            return run.trials().stream().map(this::scored).toList();
        }

        private TrialRecord scored(TrialRecord r) {
            if (r.detector().family().equals("reference") || !r.ok()) {
                return r;
            }
            Map<String, TrialRecord.Auc> scores = new LinkedHashMap<>();
            scores.put("kl", new TrialRecord.Auc(0.75, 0.25 + 0.001 * r.seed()));
            scores.put("recon", new TrialRecord.Auc(0.5, 0.125));
            scores.put("elbo", new TrialRecord.Auc(0.25, null));
            TrialRecord.Diagnostics diagnostics = new TrialRecord.Diagnostics(
                    3,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    4,
                    byEpoch ? new TrialRecord.EpochAuc("oracle-test", 2, 0.9, 0.95, 0.5, 0.6) : null);
            return new TrialRecord(
                    r.schema(),
                    r.trialId(),
                    r.configId(),
                    r.runId(),
                    r.status(),
                    r.attempt(),
                    r.startedAt(),
                    r.endedAt(),
                    r.dataset(),
                    r.protocol(),
                    r.detector(),
                    r.params(),
                    r.seed(),
                    r.score(),
                    r.metrics(),
                    r.threshold(),
                    r.confusion(),
                    r.oracle(),
                    scores,
                    r.training(),
                    diagnostics,
                    r.timeS(),
                    r.memory(),
                    r.failure());
        }

        @Override
        public Optional<TrialScores> scores(String trialId) {
            return run.scores(trialId);
        }

        @Override
        public Optional<Curve> curve(String trialId) {
            return run.curve(trialId).map(curve -> byEpoch ? withAreas(curve) : curve);
        }

        private static Curve withAreas(Curve curve) {
            List<String> columns = new ArrayList<>(curve.columns());
            columns.addAll(List.of("test_auc_roc", "test_auc_pr"));
            List<List<Double>> rows = new ArrayList<>();
            for (List<Double> row : curve.rows()) {
                List<Double> longer = new ArrayList<>(row);
                longer.addAll(List.of(0.5, 1.0 / (1 + rows.size())));
                rows.add(longer);
            }
            return new Curve(columns, rows);
        }
    }

    @Test
    void the_matrix_has_each_network_by_score_the_primary_marked_and_the_best_bold() throws Exception {
        Page page = page(new Scored(FabricatedRun.small(), false));
        assertEquals(
                "The primary score is not always the best reading: for vae, kl has a mean AUC-PR of 0.251, recon 0.125.",
                page.finding("scores").replaceAll("0\\.25[0-9]", "0.251"));
        List<List<String>> rows = cells(page, "scores");
        assertEquals(4, rows.size());
        assertEquals(
                List.of("Model", "recon", "kl", "elbo"),
                rows.get(0).stream().map(ScoresAndStepsTest::title).toList());
        assertTrue(rows.get(1).contains("0.125 primary"), rows.get(1).toString());
        assertTrue(rows.get(3).contains("0.250"), rows.get(3).toString());
        List<String> best = Page.below(page.section("scores"), "td").stream()
                .filter(cell -> cell.getAttribute("class").contains("best"))
                .map(cell -> cell.getTextContent().strip())
                .toList();
        assertEquals(2, best.size());
        assertTrue(best.get(0).startsWith("0.25") && best.get(1).startsWith("0.75"), best.toString());
    }

    private static String title(String header) {
        return header.split(" ", -1)[0];
    }

    @Test
    void a_run_of_single_scores_has_no_matrix_and_one_without_areas_no_curve_of_them() throws Exception {
        List<String> sections = page(FabricatedRun.small()).sections();
        assertFalse(sections.contains("scores"));
        assertFalse(sections.contains("by-epoch"));
    }

    @Test
    void areas_by_epoch_say_that_test_labels_were_used() throws Exception {
        Page page = page(new Scored(FabricatedRun.small(), true));
        String finding = page.finding("by-epoch");
        assertTrue(finding.contains("loses the most AUC-PR: 0.400 on average, the best being epoch 2"), finding);
        assertTrue(finding.contains("test labels used"), finding);
        assertTrue(page.section("by-epoch").getTextContent().contains("Test labels used: these curves"));
        assertEquals(
                2,
                Page.below(page.section("by-epoch"), "svg").stream()
                        .filter(FigureChecks::picture)
                        .count());
    }
}
