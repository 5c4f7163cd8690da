package org.reconbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.store.ResultsFile;
import org.reconbench.harness.store.TrialFiles;

/**
 * Runs cohorts, several at a time, and records each trial as soon as its cohort ends: first its scores and curve, then
 * its record, so that a record never points at what is not there.
 */
final class Executor {
    private final CohortRunner runner;
    private final Limits limits;
    private final StopSignal stop;
    private final RunListener listener;
    private final MemoryBudget memory;

    Executor(CohortRunner runner, Limits limits, StopSignal stop, RunListener listener) {
        this.runner = runner;
        this.limits = limits;
        this.stop = stop;
        this.listener = listener;
        this.memory = new MemoryBudget(limits.memoryBytes());
    }

    /** Runs all cohorts, or until the stop signal; returns when no thread of it is at work. */
    void run(List<Cohort> cohorts, ResultsFile results, TrialFiles files) {
        ConcurrentLinkedQueue<Cohort> queue = new ConcurrentLinkedQueue<>(cohorts);
        ExecutorService pool = Executors.newFixedThreadPool(limits.jobs());
        List<Future<?>> workers = new ArrayList<>();
        try {
            for (int i = 0; i < limits.jobs(); i++) {
                workers.add(pool.submit(() -> work(queue, results, files)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run's worker failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(ConcurrentLinkedQueue<Cohort> queue, ResultsFile results, TrialFiles files) {
        for (Cohort cohort = queue.poll(); cohort != null && !stop.requested(); cohort = queue.poll()) {
            try {
                long taken = memory.take(cohort.bytes());
                try {
                    one(cohort, results, files);
                } finally {
                    memory.give(taken);
                }
            } catch (Stopped e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void one(Cohort cohort, ResultsFile results, TrialFiles files) {
        listener.cohortBegins(cohort);
        try {
            store(runner.run(cohort, new Deadline(cohort, limits, stop, listener)), results, files);
        } finally {
            listener.cohortEnded(cohort);
        }
    }

    private void store(List<TrialRun> runs, ResultsFile results, TrialFiles files) {
        List<TrialRecord> records = new ArrayList<>();
        for (TrialRun run : runs) {
            String trialId = run.record().trialId();
            if (run.scores() != null) {
                files.writeScores(trialId, run.scores());
            }
            if (run.curve() != null) {
                files.writeCurve(trialId, run.curve());
            }
            records.add(run.record());
        }
        results.append(records);
        records.forEach(listener::recorded);
    }
}
