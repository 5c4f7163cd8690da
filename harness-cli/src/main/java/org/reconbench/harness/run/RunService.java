package org.reconbench.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.store.IoReason;
import org.reconbench.harness.store.ResultsFile;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import org.reconbench.harness.store.TrialFiles;

/** Carries a plan out into a run directory, or goes on with one. */
public final class RunService {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DataSupply supply;
    private final RunListener listener;
    private final StopSignal stop;
    private final Timestamps times;

    /** A service over the supply that the plan was made with, by the clock. */
    public RunService(DataSupply supply, RunListener listener, StopSignal stop) {
        this(supply, listener, stop, Timestamps.CLOCK);
    }

    /** A service over the supply that the plan was made with. */
    public RunService(DataSupply supply, RunListener listener, StopSignal stop, Timestamps times) {
        this.supply = supply;
        this.listener = listener;
        this.stop = stop;
        this.times = times;
    }

    /** The text that names a run begun now: {@code 20260131T235959Z-families}. */
    public static String runName(String experiment, Timestamps times) {
        return RUN_ID.format(times.now()) + "-" + experiment;
    }

    /**
     * Opens the directory: a new one gets the run's files, the manifest last; one to resume must hold this plan. From
     * here on no other process can write to it.
     *
     * @throws InputException if the directory holds another run, is being written to, or cannot be written; then it is
     *     as it was
     */
    public OpenRun open(Plan plan, RunRequest request) {
        if (request.resume()) {
            RunDirectory directory = RunDirectory.open(request.directory());
            StoredRun stored = StoredRun.read(directory);
            PlanFiles.checkSame(directory, stored, plan, request);
            List<PlannedTrial> trials = plan.trials(PlanFiles.shard(directory, stored, request.shard()));
            return new OpenRun(plan, trials, request, directory, ResultsFile.open(directory));
        }
        List<PlannedTrial> trials = plan.trials(request.shard());
        RunDirectory directory = RunDirectory.create(request.directory());
        ResultsFile results = ResultsFile.open(directory);
        try {
            directory.refuseAnotherRun();
            PlanFiles.write(plan, trials.size(), request, directory, times);
            return new OpenRun(plan, trials, request, directory, results);
        } catch (UncheckedIOException e) {
            results.close();
            discard(directory, e);
            throw InputException.inFile(request.directory(), "cannot be written: " + IoReason.of(e), e);
        } catch (InputException e) {
            results.close();
            throw e;
        }
    }

    private static void discard(RunDirectory directory, UncheckedIOException because) {
        try {
            directory.discard();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * Opens the directory and runs the trials of the plan that it does not hold yet.
     *
     * @return the run as stored, complete unless stopped
     * @throws InputException as {@link #open} does
     * @throws RunBrokenException as {@link OpenRun#run} does
     */
    public StoredRun run(Plan plan, RunRequest request) {
        try (OpenRun open = open(plan, request)) {
            return open.run();
        }
    }

    /** A run directory that this process alone may write to. */
    public final class OpenRun implements AutoCloseable {
        private final Plan plan;
        private final List<PlannedTrial> trials;
        private final RunRequest request;
        private final RunDirectory directory;
        private final ResultsFile results;

        private OpenRun(
                Plan plan, List<PlannedTrial> trials, RunRequest request, RunDirectory directory, ResultsFile results) {
            this.plan = plan;
            this.trials = List.copyOf(trials);
            this.request = request;
            this.directory = directory;
            this.results = results;
        }

        /**
         * Runs the trials of the plan that the directory does not hold yet.
         *
         * @return the run as stored, complete unless stopped
         * @throws RunBrokenException if results can no longer be written; those recorded before stay
         */
        public StoredRun run() {
            stop.begun();
            try {
                carryOut();
                return StoredRun.read(directory);
            } catch (UncheckedIOException e) {
                throw new RunBrokenException(directory, IoReason.of(e), e);
            } finally {
                stop.ended();
            }
        }

        /** The trials that this directory is to hold, in plan order. */
        public List<PlannedTrial> trials() {
            return trials;
        }

        private void carryOut() {
            StoredRun stored = StoredRun.read(directory);
            List<TrialRecord> former = stored.trials();
            List<PlannedTrial> remaining = remaining(trials, former, request.retryFailed());
            Limits limits = request.limits();
            List<PlannedTrial> toRun = new ArrayList<>();
            List<PlannedTrial> tooMuch = new ArrayList<>();
            for (PlannedTrial trial : remaining) {
                boolean fits = trial.bytes() <= limits.memoryBytes() && !plan.isTooLong(trial);
                (fits ? toRun : tooMuch).add(trial);
            }
            List<Cohort> cohorts = Cohort.group(toRun, limits.bytesPerJob());
            RecordMaker records = new RecordMaker(stored.info().runId(), attempts(former), times);
            CohortRunner runner = new CohortRunner(supply, records, plan.experiment(), limits.threads());
            try (RunLog log = RunLog.open(directory.log())) {
                RunListener watched = log.before(listener);
                watched.begin(remaining.size(), trials.size() - remaining.size());
                List<TrialRecord> skipped = tooMuch.stream()
                        .map(trial -> skipped(records, trial).record())
                        .toList();
                results.append(skipped);
                skipped.forEach(watched::recorded);
                new Executor(runner, limits, stop, watched).run(cohorts, results, new TrialFiles(directory));
                results.settle(trials.stream().map(PlannedTrial::trialId).toList());
                watched.end();
            }
        }

        private TrialRun skipped(RecordMaker records, PlannedTrial trial) {
            return plan.isTooLong(trial)
                    ? records.tooLong(trial, plan.experiment().maxTrialSeconds())
                    : records.tooLarge(trial, trial.bytes(), request.limits().memoryBytes());
        }

        @Override
        public void close() {
            results.close();
        }
    }

    private static List<PlannedTrial> remaining(
            List<PlannedTrial> trials, List<TrialRecord> former, boolean retryFailed) {
        Set<String> done = former.stream()
                .filter(record -> record.ok() || (!retryFailed && record.status() != TrialStatus.INTERRUPTED))
                .map(TrialRecord::trialId)
                .collect(Collectors.toSet());
        return trials.stream().filter(trial -> !done.contains(trial.trialId())).toList();
    }

    private static Map<String, Integer> attempts(List<TrialRecord> former) {
        Map<String, Integer> attempts = new HashMap<>();
        former.forEach(record -> attempts.put(record.trialId(), record.attempt()));
        return attempts;
    }
}
