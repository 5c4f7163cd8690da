package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.TrainingSummary;

/** What is said of the effective beta before training is what the training's summary says after it. */
class EffectiveBetaTest {
    private static final DataProfile PROFILE = new DataProfile(40, 8, Scaling.MIN_MAX);
    private static final Set<String> WEIGH_BY_BETA = Set.of("vae", "beta-vae", "beta-vae-warmup");

    private static Matrix rows() {
        double[] values = new double[40 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5 + 0.5 * Math.sin(i);
        }
        return Matrix.wrap(40, 8, values);
    }

    @Test
    void is_the_same_before_and_after_training() {
        for (Detector detector : ServiceLoader.load(Detector.class)) {
            String id = detector.card().id();
            Params params = Params.resolve(
                    id, detector.card().params(), Map.of("epochs", 1, "hidden", List.of(6), "latent", 2));
            OptionalDouble before = detector.effectiveBeta(params, PROFILE);
            assertTrue(before.isPresent() || !WEIGH_BY_BETA.contains(id), id);
            try (FittedCohort cohort = detector.fit(List.of(new Member(rows(), params, 1)), FitContext.of(PROFILE))) {
                FitOutcome.Fitted fitted = (FitOutcome.Fitted) cohort.outcomes().get(0);
                TrainingSummary training = Objects.requireNonNull(fitted.training(), id);
                before.ifPresent(beta -> assertEquals(beta, training.betaEffective(), id));
            }
        }
    }
}
