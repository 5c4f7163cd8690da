package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.spectrum.Spectrum;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

/** What an experiment chooses about its evaluation: the primary score, areas by epoch, and what thresholds rest on. */
class EvaluationChoicesTest {
    private static final String TOY = "detectors: [{name: toy, params: {noise: [0, 0.5]}}]\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final DataSupply supply = DataSupply.ofHeap();

    private Plan plan(String text) {
        Detectors registry = Detectors.of(Stream.concat(Stream.of(new ToyDetector()), Detectors.load().all().stream())
                .toList());
        String data = "datasets: [{name: seed-blobs, params: {n: 200, features: 3}}]\nseeds: 2\n";
        return new Planner(registry, supply)
                .plan(ExperimentReader.read("mine.yaml", data + text, temp), Settings.none());
    }

    private StoredRun run(String name, Plan plan, boolean resume) {
        Limits limits = new Limits(1, 1, null, 1L << 30);
        RunRequest request = new RunRequest(temp.resolve(name), resume, false, limits, "", Map.of());
        return new RunService(supply, RunListener.NONE, new StopSignal()).run(plan, request);
    }

    private StoredRun run(String name, String text) {
        return run(name, plan(text), false);
    }

    @Test
    void the_score_asked_for_is_the_one_whose_metrics_the_record_states() {
        StoredRun own = run("own", TOY);
        StoredRun asked = run("asked", TOY + "score: half");
        for (int i = 0; i < 4; i++) {
            TrialRecord before = own.trials().get(i);
            TrialRecord after = asked.trials().get(i);
            assertEquals(before.trialId(), after.trialId());
            assertEquals("recon", before.score());
            assertEquals("half", after.score());
            assertEquals(before.scores(), after.scores());
            assertEquals(
                    requireNonNull(before.threshold()).value() / 2,
                    requireNonNull(after.threshold()).value(),
                    1e-12);
            assertEquals(before.confusion(), after.confusion());
            var stored = asked.scores(after.trialId()).orElseThrow();
            assertEquals(List.of("half", "recon"), stored.ids());
            double[] quantiles = own.scores(after.trialId()).orElseThrow().trainQuantiles();
            assertEquals(quantiles[1000] / 2, stored.trainQuantiles()[1000]);
        }
    }

    @Test
    void a_detector_that_does_not_offer_the_score_keeps_its_own() {
        StoredRun run = run("run", "detectors: [norm, toy]\nscore: half");
        assertEquals(
                List.of("squared-norm", "squared-norm", "half", "half"),
                run.trials().stream().map(TrialRecord::score).toList());
    }

    @Test
    void a_score_that_no_detector_offers_is_refused_with_its_line_and_what_there_is() {
        var e = assertThrows(InputException.class, () -> plan("detectors: [norm, toy]\nscore: haf"));
        assertEquals(
                "mine.yaml:4: no detector of this experiment offers a score 'haf' (did you mean 'half'?); they offer"
                        + " squared-norm, recon, half",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score: half | score: recon | score is half, here it is recon",
                "score: half | | score is half, here it is not set",
                "auc_by_epoch: true | auc_by_epoch: false | auc_by_epoch is true, here it is not set",
                "threshold: {contamination: 0.05} | | threshold.contamination is 0.05, here it is 0.03"
            })
    void a_run_is_not_resumed_with_another_evaluation(String first, String second, String message) {
        run("run", plan(TOY + first), false);
        Plan other = plan(TOY + (second == null ? "" : second));
        var e = assertThrows(InputException.class, () -> run("run", other, true));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }

    @Test
    void the_stored_experiment_evaluates_alike() {
        Plan plan = plan(TOY + "score: half\nauc_by_epoch: true");
        StoredRun first = run("run", plan, false);
        Plan again = new Planner(Detectors.of(List.of(new ToyDetector())), supply)
                .plan(ExperimentReader.read(new RunDirectory(temp.resolve("run")).experiment()), Settings.none());
        assertEquals(first.trials(), run("run", again, true).trials());
    }

    @Test
    void law_1_areas_by_epoch_change_no_number_and_are_marked() {
        StoredRun plain = run("plain", TOY);
        StoredRun watched = run("watched", TOY + "auc_by_epoch: true");
        for (int i = 0; i < 4; i++) {
            TrialRecord before = plain.trials().get(i);
            TrialRecord after = watched.trials().get(i);
            assertEquals(before.trialId(), after.trialId());
            assertEquals(before.metrics(), after.metrics());
            assertEquals(before.threshold(), after.threshold());
            assertEquals(before.scores(), after.scores());
            var scores = watched.scores(after.trialId()).orElseThrow();
            assertArrayEquals(plain.scores(before.trialId()).orElseThrow().score("recon"), scores.score("recon"), 0.0);
            assertNull(requireNonNull(before.diagnostics()).aucByEpoch());
            TrialRecord.EpochAuc areas =
                    requireNonNull(requireNonNull(after.diagnostics()).aucByEpoch());
            assertEquals("oracle-test", areas.source());
            assertEquals(2, areas.bestEpoch());
            assertEquals(requireNonNull(after.metrics()).aucPr(), areas.finalAucPr());
            assertEquals(requireNonNull(after.metrics()).aucRoc(), areas.finalAucRoc());
            Curve curve = watched.curve(after.trialId()).orElseThrow();
            assertEquals(List.of("epoch", "loss", "test_auc_roc", "test_auc_pr"), curve.columns());
            double[] roc = curve.column("test_auc_roc");
            assertEquals(1 - roc[1], roc[0], 1e-12);
            assertEquals(
                    List.of("epoch", "loss"),
                    plain.curve(before.trialId()).orElseThrow().columns());
        }
    }

    @Test
    void a_detector_that_reports_no_epoch_gives_no_areas() {
        StoredRun run = run("run", "detectors: [norm, {name: toy, params: {trouble: silent}}]\nauc_by_epoch: true");
        for (TrialRecord trial : run.trials()) {
            assertTrue(trial.ok());
            assertNull(requireNonNull(trial.diagnostics()).aucByEpoch());
        }
        String toy = run.trials().get(2).trialId();
        assertEquals(List.of("epoch", "loss"), run.curve(toy).orElseThrow().columns());
    }

    @Test
    void a_trial_estimated_to_take_too_long_is_skipped_with_its_estimate_and_the_rest_run() {
        // The default estimate of a toy: 1e-7 s a value, 160 x 3 of them; ae states far more.
        StoredRun run = run("run", "detectors: [toy, ae]\nmax_trial_s: 0.001");
        assertEquals(
                List.of("ae", "ae", "toy", "toy"),
                run.trials().stream()
                        .sorted((a, b) ->
                                a.detector().name().compareTo(b.detector().name()))
                        .map(trial -> trial.detector().name())
                        .toList());
        for (TrialRecord trial : run.trials()) {
            assertEquals(trial.detector().name().equals("toy"), trial.ok());
            if (!trial.ok()) {
                assertEquals("skipped", trial.status().id());
                String message = requireNonNull(trial.failure()).message();
                assertTrue(
                        message.startsWith("is estimated to take ") && message.endsWith("max_trial_s is 0.0 s"),
                        message);
            }
        }
    }

    @Test
    void every_rung_of_the_ladder_starts_from_the_same_network() {
        // A learning rate that moves nothing: what is scored are the first weights, read at the mean code.
        StoredRun run = run(
                "run",
                "defaults: {epochs: 1, lr: 1.0e-12, hidden: [8], latent: 2}\ndetectors: [ae,"
                        + " {name: beta-vae, params: {beta: 0}}, vae, {name: beta-vae, params: {beta: 4}},"
                        + " {name: beta-vae-warmup, params: {beta: 4}}]");
        for (int seed = 0; seed < 2; seed++) {
            double[] ae = recon(run, seed);
            for (int rung = 1; rung < 5; rung++) {
                assertArrayEquals(ae, recon(run, 2 * rung + seed), 1e-5 * ae[0]);
            }
        }
        assertNotEquals(recon(run, 0)[0], recon(run, 1)[0], 1e-3);
    }

    private static double[] recon(StoredRun run, int trial) {
        return run.scores(run.trials().get(trial).trialId()).orElseThrow().score("recon");
    }

    @Test
    void thresholds_rest_on_train_rows_that_leave_themselves_out() {
        // As a new row, each train row would be its own nearest neighbour at distance 0, and so would every quantile
        // be.
        StoredRun run = run("run", "detectors: [{name: knn, params: {k: 1}}]\nthreshold: {contamination: 0.5}");
        run.trials()
                .forEach(trial -> assertTrue(requireNonNull(trial.threshold()).value() > 0));
    }

    @Test
    void the_forecast_counts_eigenvalues_above_the_effective_beta_and_no_more_than_there_are_units() {
        Plan plan = plan("defaults: {epochs: 1, hidden: [4], latent: 2}\n"
                + "detectors: [{name: beta-vae, params: {beta: [0, 0.1, 1000]}}, ae]");
        StoredRun run = run("run", plan, false);
        for (int i = 0; i < plan.trials().size(); i++) {
            PlannedTrial trial = plan.trials().get(i);
            TrialRecord record = run.trials().get(i);
            Integer forecast = requireNonNull(record.diagnostics()).activeForecast();
            if (trial.detector().id().equals("ae")) {
                assertNull(forecast);
            } else {
                double beta = trial.detector().params().real("beta");
                Spectrum spectrum = Spectrum.of(supply.divided(trial.data(), trial.protocol(), trial.seed())
                        .train());
                assertEquals(Math.min(2, spectrum.above(beta / 2)), forecast);
                assertEquals(beta == 0, spectrum.above(beta / 2) == 3);
            }
        }
    }
}
