package org.reconbench.harness.run;

import java.io.UncheckedIOException;
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
 * Runs cohorts, several at a time, and records each trial as soon as its cohort ends: first its scores, curve and
 * explanation, then its record, so that a record never points at what is not there.
 */
final class Executor {
    private final CohortRunner runner;
    private final Limits limits;
    private final StopSignal stop;
    private final RunListener listener;
    private final MemoryBudget memory;
    private volatile boolean broken;

    Executor(CohortRunner runner, Limits limits, StopSignal stop, RunListener listener) {
        this.runner = runner;
        this.limits = limits;
        this.stop = stop;
        this.listener = listener;
        this.memory = new MemoryBudget(limits.memoryBytes());
    }

    /**
     * Runs all cohorts, or until the stop signal; returns, or throws, when no thread of it is at work.
     *
     * @throws UncheckedIOException if a result cannot be written; no further cohort is begun then
     */
    void run(List<Cohort> cohorts, ResultsFile results, TrialFiles files) {
        ConcurrentLinkedQueue<Cohort> queue = new ConcurrentLinkedQueue<>(cohorts);
        ExecutorService pool = Executors.newFixedThreadPool(limits.jobs());
        List<Future<?>> workers = new ArrayList<>();
        try {
            for (int i = 0; i < limits.jobs(); i++) {
                workers.add(pool.submit(() -> work(queue, results, files)));
            }
            pool.shutdown();
            awaitAll(workers);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits for every worker; the first failure is thrown when all have ended. */
    private void awaitAll(List<Future<?>> workers) {
        Throwable failure = null;
        boolean interrupted = false;
        for (int next = 0; next < workers.size(); ) {
            try {
                workers.get(next).get();
                next++;
            } catch (InterruptedException e) {
                interrupted = true;
                broken = true;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                next++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof UncheckedIOException unwritten) {
            throw unwritten;
        }
        if (failure != null) {
            throw new IllegalStateException("a run's worker failed: " + failure, failure);
        }
    }

    private void work(ConcurrentLinkedQueue<Cohort> queue, ResultsFile results, TrialFiles files) {
        for (Cohort cohort = queue.poll(); cohort != null && !stop.requested() && !broken; cohort = queue.poll()) {
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
            } catch (RuntimeException | Error e) {
                broken = true;
                throw e;
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
            if (run.explanation() != null) {
                files.writeExplanation(trialId, run.explanation());
            }
            records.add(run.record());
        }
        results.append(records);
        records.forEach(listener::recorded);
    }
}
