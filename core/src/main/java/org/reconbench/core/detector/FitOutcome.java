package org.reconbench.core.detector;

import org.jspecify.annotations.Nullable;

/** What became of one member's fit. */
public sealed interface FitOutcome {

    /**
     * The member can score.
     *
     * @param training facts of the training; null for a detector that is not trained by steps
     * @param curve numbers by epoch; null likewise
     * @param latent what the latent units do; null for a detector without a latent distribution
     */
    record Fitted(
            @Nullable TrainingSummary training,
            @Nullable Curve curve,
            @Nullable LatentDiagnostics latent) implements FitOutcome {
        /** A fit without training facts, curve or latent units. */
        public static Fitted plain() {
            return new Fitted(null, null, null);
        }
    }

    /**
     * The loss or a parameter left the finite numbers.
     *
     * @param epoch the epoch, counted from 1
     * @param message one line for the user
     */
    record Diverged(int epoch, String message) implements FitOutcome {}
}
