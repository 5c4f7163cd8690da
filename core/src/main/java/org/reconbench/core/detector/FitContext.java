package org.reconbench.core.detector;

import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.DataProfile;

/**
 * What surrounds a fit.
 *
 * @param profile what is known of the train rows; the same for all members
 * @param threads how many threads the fit may use
 * @param monitor told of progress, asked whether to go on
 * @param watch rows to score after every epoch; null when nobody asks. A detector that does not train by epochs, or does
 *     not offer this, pays no attention
 */
public record FitContext(
        DataProfile profile,
        int threads,
        Monitor monitor,
        @Nullable EpochWatch watch) {
    /** A context that watches no epoch. */
    public FitContext(DataProfile profile, int threads, Monitor monitor) {
        this(profile, threads, monitor, null);
    }

    /**
     * Watches a fit. Called from the fitting thread, often; must be quick. A fitted member whose scoring takes long may go
     * on calling it, from the scoring thread.
     */
    public interface Monitor {
        /** Ignores progress and never stops. */
        Monitor NONE = (done, total) -> {};

        /**
         * Called at least once an epoch.
         *
         * @param done epochs done
         * @param total epochs planned
         * @throws java.util.concurrent.CancellationException to stop the fit
         */
        void epochs(int done, int total);
    }

    /** A context with one thread and no monitor. */
    public static FitContext of(DataProfile profile) {
        return new FitContext(profile, 1, Monitor.NONE);
    }
}
