package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

class RunServiceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final DataSupply supply = DataSupply.ofHeap();

    private Plan plan(String detectors, int seeds) {
        String text =
                "datasets: [{name: seed-blobs, params: {n: 200, features: 3}}]\nseeds: " + seeds + "\n" + detectors;
        return new Planner(Detectors.of(List.of(new ToyDetector())), supply)
                .plan(ExperimentReader.read("toy.yaml", text, temp), Settings.none());
    }

    private static Limits limits(int jobs, @Nullable Duration timeout) {
        return new Limits(jobs, 1, timeout, 1L << 30);
    }

    private RunRequest request(String name, boolean resume, Limits limits) {
        return new RunRequest(temp.resolve(name), resume, false, limits, "./reconbench run", Map.of("java", "17"));
    }

    private StoredRun run(Plan plan, RunRequest request) {
        return new RunService(supply, RunListener.NONE, new StopSignal()).run(plan, request);
    }

    /** A record less what may differ between equal runs: times, ids of the run, memory. */
    private static TrialRecord timeless(TrialRecord r) {
        return new TrialRecord(
                r.schema(),
                r.trialId(),
                r.configId(),
                "",
                r.status(),
                r.attempt(),
                "",
                "",
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
                r.scores(),
                r.training(),
                r.diagnostics(),
                null,
                null,
                r.failure());
    }

    private static List<TrialRecord> timeless(StoredRun run) {
        return run.trials().stream().map(RunServiceTest::timeless).toList();
    }

    @Test
    void every_planned_trial_is_recorded_with_its_scores_and_curve() {
        Plan plan = plan("detectors: [{name: toy, params: {noise: [0, 0.5]}}]", 4);
        StoredRun run = run(plan, request("a", false, limits(1, null)));
        assertEquals(8, run.trials().size());
        for (TrialRecord trial : run.trials()) {
            assertEquals(TrialStatus.OK, trial.status());
            TrialScores scores = run.scores(trial.trialId()).orElseThrow();
            assertEquals(40, scores.labels().size());
            assertEquals(List.of("recon", "half"), scores.ids());
            assertEquals(1001, scores.trainQuantiles().length);
            assertEquals(3, run.curve(trial.trialId()).orElseThrow().rows().size());
            assertNotNull(trial.metrics());
            assertEquals(Set.of("recon", "half"), requireNonNull(trial.scores()).keySet());
        }
        var diagnostics = requireNonNull(run.trials().get(0).diagnostics());
        double spearman = requireNonNull(diagnostics.spearmanNorm());
        assertEquals(spearman > 0.99, requireNonNull(diagnostics.collapsed()));
    }

    @Test
    void law_1_jobs_and_order_do_not_change_the_records() {
        Plan plan = plan("detectors: [{name: toy, params: {noise: [0, 0.5, 1]}}]", 5);
        assertEquals(
                timeless(run(plan, request("one", false, limits(1, null)))),
                timeless(run(plan, request("three", false, limits(3, null)))));
    }

    @ParameterizedTest
    @CsvSource({
        "throw, ERROR, fit, the toy",
        "diverge, DIVERGED, fit, epoch 2: the loss is NaN",
        "nan, DIVERGED, score, score 'recon' of a test row (row 0) is NaN",
        "slow-score, TIMEOUT, score, the toy took too long",
        "memory, OOM, fit, no room for toys"
    })
    void a_trial_that_fails_is_a_row_with_a_reason_and_leaves_its_cohort_alone(
            String trouble, TrialStatus status, String phase, String message) {
        Plan plan = plan("detectors: [{name: toy, params: {trouble: " + trouble + "}}]", 3);
        StoredRun run = run(plan, request("a", false, limits(1, null)));
        TrialRecord failed = run.trials().get(1);
        assertEquals(status, failed.status());
        assertNull(failed.metrics());
        TrialRecord.Failure failure = requireNonNull(failed.failure());
        assertEquals(phase, failure.phase());
        assertEquals(message, failure.message());
        assertTrue(run.trials().get(0).ok() && run.trials().get(2).ok());
        assertTrue(run.scores(failed.trialId()).isEmpty());
    }

    @Test
    void a_cohort_that_fails_as_a_whole_is_fitted_one_by_one() {
        Plan plan = plan("detectors: [{name: toy, params: {trouble: throw-in-company}}]", 3);
        StoredRun run = run(plan, request("a", false, limits(1, null)));
        assertTrue(run.trials().stream().allMatch(TrialRecord::ok));
        assertEquals(1, requireNonNull(run.trials().get(1).timeS()).cohortSize());
    }

    @Test
    void a_trial_over_its_time_is_a_timeout() {
        Plan plan = plan("detectors: [{name: toy, params: {trouble: slow, epochs: 1000}}]", 2);
        StoredRun run = run(plan, request("a", false, limits(1, Duration.ofMillis(50))));
        assertEquals(TrialStatus.TIMEOUT, run.trials().get(1).status());
    }

    @Test
    void a_trial_too_large_for_the_budget_is_skipped_with_its_estimate_and_the_rest_run() {
        Plan plan = plan("detectors: [toy, {name: toy, params: {hidden: [64]}}]", 2);
        Limits tight = new Limits(2, 1, null, 1L << 20);
        StoredRun run = run(plan, request("a", false, tight));
        assertEquals(
                List.of(TrialStatus.OK, TrialStatus.OK, TrialStatus.SKIPPED, TrialStatus.SKIPPED),
                run.trials().stream().map(TrialRecord::status).toList());
        TrialRecord.Failure failure = requireNonNull(run.trials().get(2).failure());
        assertEquals(
                "needs an estimated 64 MiB on its own, the budget is 1 MiB; give --memory 65m or more, or choose fewer"
                        + " rows, narrower layers or a smaller batch",
                failure.message());
        RunRequest roomy = new RunRequest(temp.resolve("a"), true, true, limits(2, null), "", Map.of());
        assertTrue(run(plan, roomy).trials().stream().allMatch(TrialRecord::ok));
    }

    @Test
    void law_3_a_stopped_run_resumes_to_the_same_table() throws IOException {
        Plan plan = plan("detectors: [{name: toy, params: {noise: [0, 0.5, 1], trouble: slow}}]", 5);
        StoredRun whole = run(plan, request("whole", false, limits(1, null)));
        StopSignal stop = new StopSignal();
        AtomicInteger recorded = new AtomicInteger();
        RunListener stopAfterThree = new RunListener() {
            @Override
            public void recorded(TrialRecord record) {
                if (recorded.incrementAndGet() == 3) {
                    stop.requestAndWait(0);
                }
            }
        };
        RunRequest request = request("cut", false, limits(1, null));
        StoredRun cut = new RunService(supply, stopAfterThree, stop).run(plan, request);
        assertTrue(cut.trials().size() < 15 && !cut.trials().isEmpty());
        // A kill in the middle of a write leaves half a line.
        Path results = new RunDirectory(request.directory()).results();
        Files.writeString(results, "{\"schema\":\"reconbench.tri", StandardOpenOption.APPEND);
        StoredRun resumed = run(plan, request("cut", true, limits(2, null)));
        assertEquals(timeless(whole), timeless(resumed));
    }

    @Test
    void resuming_a_finished_run_runs_nothing() {
        Plan plan = plan("detectors: [toy]", 3);
        StoredRun first = run(plan, request("a", false, limits(1, null)));
        assertEquals(
                first.trials(), run(plan, request("a", true, limits(1, null))).trials());
    }

    @Test
    void retry_failed_counts_the_attempt() {
        Plan plan = plan("detectors: [{name: toy, params: {trouble: throw}}]", 3);
        run(plan, request("a", false, limits(1, null)));
        RunRequest retry = new RunRequest(temp.resolve("a"), true, true, limits(1, null), "", Map.of());
        StoredRun run = run(plan, retry);
        assertEquals(3, run.trials().size());
        assertEquals(2, run.trials().get(1).attempt());
        assertEquals(1, run.trials().get(0).attempt());
    }

    @Test
    void the_stored_experiment_gives_the_same_plan() {
        Plan plan = plan("detectors: [{name: toy, params: {noise: [0, 0.5], hidden: [[1, 2], [3]]}}]", 3);
        run(plan, request("a", false, limits(1, null)));
        Path stored = new RunDirectory(temp.resolve("a")).experiment();
        Plan again = new Planner(Detectors.of(List.of(new ToyDetector())), supply)
                .plan(ExperimentReader.read(stored), Settings.none());
        assertEquals(ids(plan), ids(again));
        assertEquals(12, ids(plan).size());
    }

    private static Set<String> ids(Plan plan) {
        return plan.trials().stream().map(trial -> trial.trialId()).collect(Collectors.toSet());
    }

    @Test
    void another_run_is_never_written_over() throws IOException {
        Plan plan = plan("detectors: [toy]", 2);
        run(plan, request("a", false, limits(1, null)));
        InputException held = assertThrows(InputException.class, () -> run(plan, request("a", false, limits(1, null))));
        assertTrue(String.valueOf(held.getMessage()).contains("holds another run"));
        Plan other = plan("detectors: [toy]", 3);
        InputException differs =
                assertThrows(InputException.class, () -> run(other, request("a", true, limits(1, null))));
        assertTrue(String.valueOf(differs.getMessage()).contains("holds another run"));
        Path occupied = Files.createDirectory(temp.resolve("occupied"));
        Files.writeString(occupied.resolve("thesis.txt"), "precious");
        assertThrows(InputException.class, () -> run(plan, request("occupied", false, limits(1, null))));
        assertEquals("precious", Files.readString(occupied.resolve("thesis.txt")));
        Files.writeString(temp.resolve("file"), "x");
        assertThrows(InputException.class, () -> run(plan, request("file", false, limits(1, null))));
        assertThrows(InputException.class, () -> run(plan, request("nothing", true, limits(1, null))));
        assertFalse(Files.exists(temp.resolve("nothing")));
    }
}
