package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.harness.registry.Detectors;

class EffectiveBetaTest {
    private static final class Weighted implements Detector {
        @Override
        public DetectorCard card() {
            return new DetectorCard(
                    "weighted",
                    Family.VAE,
                    1,
                    "Weighted",
                    "A KL with a weight.",
                    "none",
                    "none",
                    "",
                    List.of(
                            ParamSpec.real("beta", 4, 0, 100, "weight"),
                            ParamSpec.integer("epochs", 5, 1, 10, "epochs")),
                    List.of(ScoreCard.RECON));
        }

        @Override
        public OptionalDouble effectiveBeta(Params params, DataProfile profile) {
            return OptionalDouble.of(params.real("beta") * profile.columns() / 2);
        }

        @Override
        public FittedCohort fit(List<Member> members, FitContext context) {
            throw new UnsupportedOperationException("only described");
        }
    }

    @Test
    void the_weight_is_stated_with_what_it_depends_on() {
        assertEquals(
                "beta 30.0 against the unit-variance ELBO 1/2 SSE + KL, with beta = 3.0, 20 features",
                EffectiveBeta.words(new Weighted(), List.of("beta=3"), 20).orElseThrow());
        assertEquals(
                "beta 2.0 against the unit-variance ELBO 1/2 SSE + KL, with beta = 4.0, 1 feature",
                EffectiveBeta.words(new Weighted(), List.of(), 1).orElseThrow());
    }

    @Test
    void a_detector_without_a_kl_says_nothing() {
        Detector norm = Detectors.load().require("norm");
        assertTrue(EffectiveBeta.words(norm, List.of(), 20).isEmpty());
    }
}
