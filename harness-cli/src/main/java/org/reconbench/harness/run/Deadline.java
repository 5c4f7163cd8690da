package org.reconbench.harness.run;

import java.util.concurrent.CancellationException;
import org.reconbench.core.detector.FitContext;
import org.reconbench.harness.plan.Cohort;

/** Watches one cohort: passes its epochs on, and ends it when the user says stop or its time is up. */
final class Deadline implements FitContext.Monitor {
    private final Cohort cohort;
    private final Limits limits;
    private final StopSignal stop;
    private final RunListener listener;
    private final long begin = System.nanoTime();

    Deadline(Cohort cohort, Limits limits, StopSignal stop, RunListener listener) {
        this.cohort = cohort;
        this.limits = limits;
        this.stop = stop;
        this.listener = listener;
    }

    @Override
    public void epochs(int done, int total) {
        check();
        listener.epochs(cohort, done, total);
    }

    /** Throws {@link Stopped}, or {@link CancellationException} when the time is up. */
    void check() {
        if (stop.requested()) {
            throw new Stopped();
        }
        var timeout = limits.trialTimeout();
        if (timeout != null) {
            double allowed = timeout.toNanos() / 1e9 * cohort.trials().size();
            double taken = (System.nanoTime() - begin) / 1e9;
            if (taken > allowed) {
                throw new CancellationException("took longer than the " + timeout.toMillis() / 1000.0
                        + " s allowed for a trial, " + cohort.trials().size() + " trials in the cohort");
            }
        }
    }
}
