package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.data.Protocol;
import org.reconbench.data.ProtocolCard;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.ProtocolChoice;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.StoredRun;

/** Thresholds from labelled rows that are held out: what knows of them, and what does not. */
class ValidationThresholdTest {
    private static final String HEAD = """
            datasets: [{name: seed-blobs, params: {n: 300, features: 3, contamination: 0.1}}]
            seeds: 2
            defaults: {epochs: 2, hidden: [4], latent: 2}
            detectors: [norm, ae]
            """;
    private static final String RULE = "threshold: {rule: validation-f1}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final DataSupply supply = DataSupply.ofHeap();

    private Plan plan(String text) {
        return new Planner(Detectors.load(), supply)
                .plan(ExperimentReader.read("valid.yaml", HEAD + text, temp), Settings.none());
    }

    private StoredRun run(String name, Plan plan) {
        Limits limits = new Limits(1, 1, null, 1L << 30);
        StoredRun run = new RunService(supply, RunListener.NONE, new StopSignal())
                .run(plan, new RunRequest(temp.resolve(name), false, false, limits, "", Map.of()));
        run.trials().forEach(trial -> assertTrue(trial.ok(), () -> String.valueOf(trial.failure())));
        return run;
    }

    private static double value(TrialRecord trial) {
        return requireNonNull(trial.threshold()).value();
    }

    @Test
    void the_threshold_is_the_best_on_the_stored_validation_rows_and_says_so() {
        StoredRun run = run("run", plan("protocols: [contaminated-validation, normal-only-validation]\n" + RULE));
        assertEquals(8, run.trials().size());
        for (TrialRecord trial : run.trials()) {
            TrialScores scores = run.scores(trial.trialId()).orElseThrow();
            Labels labels = scores.validationLabels().orElseThrow();
            assertEquals(60, labels.size());
            assertEquals(6, labels.anomalies());
            assertEquals(scores.ids(), scores.validationIds());
            double[] primary =
                    scores.validationScore(requireNonNull(trial.score())).orElseThrow();
            double best = Ranking.of(labels, primary).bestF1().orElseThrow().threshold();
            assertEquals(Math.nextDown(best), value(trial));
            assertEquals("validation-f1", requireNonNull(trial.threshold()).rule());
            assertEquals("validation-labels", requireNonNull(trial.threshold()).source());
        }
    }

    @Test
    void the_record_counts_the_rows_that_were_trained_on_and_those_held_out() {
        StoredRun run = run("run", plan("protocols: [contaminated-validation, normal-only-validation, contaminated]"));
        TrialRecord.DatasetInfo mixed = run.trials().get(0).dataset();
        assertEquals(180, mixed.nTrain());
        assertEquals(60, mixed.nValidation());
        assertEquals(60, mixed.nTest());
        assertEquals(0.1, requireNonNull(mixed.trainContamination()), 1e-12);
        TrialRecord.DatasetInfo clean = run.trials().get(4).dataset();
        assertEquals(162, clean.nTrain());
        assertEquals(60, clean.nValidation());
        TrialRecord.DatasetInfo whole = run.trials().get(8).dataset();
        assertEquals(240, whole.nTrain());
        assertNull(whole.nValidation());
        assertTrue(run.scores(run.trials().get(8).trialId())
                .orElseThrow()
                .validationLabels()
                .isEmpty());
    }

    @Test
    void the_rule_changes_no_score_and_no_trial_id() {
        String protocol = "protocols: [contaminated-validation]\n";
        StoredRun quantile = run("quantile", plan(protocol));
        StoredRun labelled = run("labelled", plan(protocol + RULE));
        for (int i = 0; i < quantile.trials().size(); i++) {
            TrialRecord before = quantile.trials().get(i);
            TrialRecord after = labelled.trials().get(i);
            assertEquals(before.trialId(), after.trialId());
            assertEquals(before.scores(), after.scores());
            assertEquals(before.training(), after.training());
            assertEquals(
                    "assumed-contamination", requireNonNull(before.threshold()).source());
            assertNotEquals(value(before), value(after));
        }
    }

    /** Three parts whatever the labels; those of the validation rows and those of the test rows can be inverted. */
    private record Flipped(boolean validation, boolean test) implements Protocol {
        @Override
        public ProtocolCard card() {
            return new ProtocolCard("blind-validation", "Blind", "Divides without looking.", List.of());
        }

        @Override
        public Scaling scaling(Params params) {
            return Scaling.NONE;
        }

        @Override
        public boolean holdsOut() {
            return true;
        }

        @Override
        public TrainTest prepare(Dataset data, Params params, long seed) {
            int[] train = rows(0);
            int[] held = rows(1);
            int[] tested = rows(2);
            return new TrainTest(
                    data.rows().selectRows(train),
                    data.labels().select(train),
                    data.rows().selectRows(tested),
                    flipped(data.labels().select(tested), test),
                    new TrainTest.Validation(
                            data.rows().selectRows(held), flipped(data.labels().select(held), validation)));
        }

        private static int[] rows(int part) {
            return IntStream.range(0, 300).filter(row -> row % 3 == part).toArray();
        }

        private static Labels flipped(Labels labels, boolean flip) {
            return Labels.of(IntStream.range(0, labels.size())
                    .map(row -> labels.isAnomaly(row) == flip ? 0 : 1)
                    .toArray());
        }
    }

    private List<TrialRecord> flipped(String name, String rule, boolean validation, boolean test) {
        Plan base = plan("protocols: [contaminated-validation]\nthreshold: {rule: " + rule + "}\n");
        ProtocolChoice protocol = new ProtocolChoice(new Flipped(validation, test), Params.NONE);
        List<PlannedTrial> trials = base.trials().stream()
                .map(trial -> new PlannedTrial(
                        trial.trialId(),
                        trial.data(),
                        trial.sha256(),
                        new DataProfile(100, 3, Scaling.NONE),
                        protocol,
                        trial.detector(),
                        trial.seed()))
                .toList();
        return run(
                        name,
                        new Plan(
                                base.experiment(),
                                base.data(),
                                List.of(protocol),
                                base.detectors(),
                                base.datasets(),
                                trials))
                .trials();
    }

    @Test
    void law_2_validation_labels_reach_the_threshold_that_says_so_and_nothing_else() {
        for (String rule : List.of("validation-f1", "train-quantile", "mad", "evt", "oracle-f1")) {
            List<TrialRecord> one = flipped(rule, rule, false, false);
            List<TrialRecord> validation = flipped(rule + "-v", rule, true, false);
            List<TrialRecord> test = flipped(rule + "-t", rule, false, true);
            for (int i = 0; i < one.size(); i++) {
                assertEquals(one.get(i).training(), validation.get(i).training());
                assertEquals(one.get(i).scores(), validation.get(i).scores());
                boolean labelled = rule.equals("validation-f1");
                boolean oracle = rule.equals("oracle-f1");
                assertEquals(!labelled, value(one.get(i)) == value(validation.get(i)), rule);
                assertEquals(!oracle, value(one.get(i)) == value(test.get(i)), rule);
            }
        }
    }
}
