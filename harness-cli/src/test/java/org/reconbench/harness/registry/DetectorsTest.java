package org.reconbench.harness.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ScoreCard;

class DetectorsTest {

    private record Named(String id, Family family) implements Detector {
        @Override
        public DetectorCard card() {
            return new DetectorCard(
                    id, family, 1, id, "for tests", "none", "none", "", List.of(), List.of(ScoreCard.RECON));
        }

        @Override
        public FittedCohort fit(List<Member> members, FitContext context) {
            throw new UnsupportedOperationException("never fitted");
        }
    }

    @Test
    void order_is_by_family_then_id() {
        Detectors detectors = Detectors.of(List.of(
                new Named("norm", Family.REFERENCE),
                new Named("vae", Family.VAE),
                new Named("ae", Family.AE),
                new Named("beta-vae", Family.VAE)));
        assertEquals(List.of("ae", "beta-vae", "vae", "norm"), detectors.ids());
    }

    @Test
    void two_of_one_name_are_refused_naming_both_classes() {
        List<Detector> twins = List.of(new Named("ae", Family.AE), new Named("ae", Family.VAE));
        InputException refused = assertThrows(InputException.class, () -> Detectors.of(twins));
        assertTrue(String.valueOf(refused.getMessage()).contains(Named.class.getName()));
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest() {
        Detectors detectors = Detectors.of(List.of(new Named("beta-vae", Family.VAE)));
        InputException refused = assertThrows(InputException.class, () -> detectors.require("betavae"));
        assertTrue(String.valueOf(refused.getMessage()).contains("did you mean 'beta-vae'?"));
        assertEquals("beta-vae", detectors.require("beta-vae").card().id());
    }

    @Test
    void the_class_path_gives_detectors() {
        assertTrue(Detectors.load().ids().contains("norm"));
    }
}
