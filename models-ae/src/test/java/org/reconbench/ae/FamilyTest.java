package org.reconbench.ae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.nn.train.TrainedCohort;

/** What holds for every detector of the family. */
class FamilyTest {
    private static final double REDUCED = 1e-6;

    static List<Arguments> variants() {
        return List.of(
                Arguments.of(new DenoisingAutoencoder(), Map.of()),
                Arguments.of(new DenoisingAutoencoder(), Map.of("corruption", "masking")),
                Arguments.of(new SparseAutoencoder(), Map.of()),
                Arguments.of(new SparseAutoencoder(), Map.of("penalty", "kl")),
                Arguments.of(new ContractiveAutoencoder(), Map.of()),
                Arguments.of(new RobustAutoencoder(), Map.of()),
                Arguments.of(new RobustAutoencoder(), Map.of("loss", "huber")),
                Arguments.of(new RegularizedAutoencoder(), Map.of()),
                Arguments.of(new AutoencoderEnsemble(), Map.of("networks", 3)));
    }

    @Test
    void service_loader_finds_the_family() {
        List<String> ids = ServiceLoader.load(Detector.class).stream()
                .map(provider -> provider.get().card().id())
                .toList();
        assertEquals(
                List.of("ae", "denoising-ae", "sparse-ae", "contractive-ae", "robust-ae", "rae-l2", "ae-ensemble"),
                ids);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void anomalies_off_the_curve_score_higher(Detector detector, Map<String, ?> own) {
        try (FittedCohort cohort = Fixtures.fit(detector, Fixtures.rows(300, false, 1), 0, own)) {
            double auc = Fixtures.auc(
                    Fixtures.recon(cohort, Fixtures.rows(200, false, 2)),
                    Fixtures.recon(cohort, Fixtures.rows(200, true, 3)));
            assertTrue(auc > 0.97, detector.card().id() + " " + own + ": AUC-ROC " + auc);
        }
    }

    /** Outcome and scores, compared by their bits. */
    private record Numbers(Object outcome, List<List<Double>> scores) {
        static Numbers of(FittedCohort cohort, int member, Matrix rows) {
            List<List<Double>> scores = new ArrayList<>();
            for (String score : List.of("recon", "latent-norm", "latent-mahalanobis")) {
                List<Double> values = new ArrayList<>();
                for (double value : Fixtures.scores(cohort, member, rows, score)) {
                    values.add(value);
                }
                scores.add(values);
            }
            return new Numbers(cohort.outcomes().get(member), scores);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void law_1_a_member_is_the_same_to_the_bit_alone_and_in_cohorts(Detector detector, Map<String, ?> own) {
        for (int[] size : new int[][] {{20, 10, 128, 300}, {7, 3, 33, 100}}) {
            int numbers = size[3] * size[0];
            double[] curve = Fixtures.rows(numbers, false, 4).toArray();
            Matrix rows = Matrix.wrap(size[3], size[0], Arrays.copyOf(curve, numbers));
            Map<String, Object> given = new HashMap<>(own);
            given.putAll(Map.of("latent", size[1], "batch", size[2], "epochs", 3));
            List<Member> all = new ArrayList<>();
            for (int m = 0; m < 17; m++) {
                all.add(new Member(rows, Fixtures.params(detector, given), m));
            }
            List<Member> reversed = new ArrayList<>(all);
            Collections.reverse(reversed);
            try (FittedCohort many = Fixtures.fit(detector, reversed);
                    FittedCohort three = Fixtures.fit(detector, all.subList(0, 3))) {
                for (int m = 0; m < 3; m++) {
                    assertEquals(Numbers.of(three, m, rows), Numbers.of(many, 16 - m, rows));
                }
                try (FittedCohort alone = Fixtures.fit(detector, all.subList(1, 2))) {
                    assertEquals(Numbers.of(alone, 0, rows), Numbers.of(three, 1, rows));
                }
            }
        }
    }

    static List<Arguments> reductions() {
        return List.of(
                Arguments.of(new DenoisingAutoencoder(), Map.of("level", 0)),
                Arguments.of(new DenoisingAutoencoder(), Map.of("corruption", "masking", "level", 0)),
                Arguments.of(new SparseAutoencoder(), Map.of("weight", 0)),
                Arguments.of(new ContractiveAutoencoder(), Map.of("weight", 0)),
                Arguments.of(new RobustAutoencoder(), Map.of("trim", 0)),
                Arguments.of(new RobustAutoencoder(), Map.of("loss", "huber", "delta", 10)),
                Arguments.of(new RegularizedAutoencoder(), Map.of("weight", Map.of("code", 0, "decoder", 0))));
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void without_what_it_adds_a_variant_is_the_plain_autoencoder(Detector detector, Map<String, ?> none) {
        Matrix rows = Fixtures.rows(300, false, 1);
        Map<String, Object> given = new HashMap<>(none);
        given.put("epochs", 5);
        try (FittedCohort plain = Fixtures.fit(new Autoencoder(), rows, 3, Map.of("epochs", 5));
                FittedCohort variant = Fixtures.fit(detector, rows, 3, given)) {
            // Gradients by hand and by the engine round differently; nothing else does.
            assertArrayEquals(((TrainedCohort) plain).parameters(0), ((TrainedCohort) variant).parameters(0), REDUCED);
            assertArrayEquals(Fixtures.recon(plain, rows), Fixtures.recon(variant, rows), REDUCED);
            assertEquals(
                    Fixtures.training(plain, 0).finalLoss(),
                    Fixtures.training(variant, 0).finalLoss(),
                    REDUCED);
        }
    }

    static List<Arguments> shared() {
        return List.of(
                Arguments.of(new DenoisingAutoencoder(), Map.of("level", 0.01), Map.of("level", 0.5)),
                Arguments.of(new SparseAutoencoder(), Map.of("weight", 0), Map.of("weight", 3)),
                Arguments.of(new ContractiveAutoencoder(), Map.of("weight", 0), Map.of("weight", 3)),
                Arguments.of(
                        new RegularizedAutoencoder(),
                        Map.of("weight", Map.of("code", 0.1)),
                        Map.of("weight", Map.of("decoder", 0.1))));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void members_of_different_weights_share_a_cohort_and_keep_their_own_numbers(
            Detector detector, Map<String, ?> light, Map<String, ?> heavy) {
        Matrix rows = Fixtures.rows(100, false, 1);
        Member one = new Member(rows, Fixtures.params(detector, light), 0);
        Member other = new Member(rows, Fixtures.params(detector, heavy), 0);
        assertEquals(
                detector.cohortKey(one.params(), Fixtures.MIN_MAX),
                detector.cohortKey(other.params(), Fixtures.MIN_MAX));
        try (FittedCohort both = Fixtures.fit(detector, List.of(one, other));
                FittedCohort alone = Fixtures.fit(detector, List.of(other))) {
            assertEquals(Numbers.of(alone, 0, rows), Numbers.of(both, 1, rows));
            assertNotEquals(Numbers.of(both, 0, rows), Numbers.of(both, 1, rows));
        }
    }

    @Test
    void what_cannot_be_is_refused_with_name_value_and_range() {
        List<Map.Entry<Detector, Map<String, ?>>> refused = List.of(
                Map.entry(new DenoisingAutoencoder(), Map.of("corruption", "salt")),
                Map.entry(new DenoisingAutoencoder(), Map.of("level", -0.1)),
                Map.entry(new SparseAutoencoder(), Map.of("penalty", "l0")),
                Map.entry(new SparseAutoencoder(), Map.of("rho", 1)),
                Map.entry(new ContractiveAutoencoder(), Map.of("weight", -1)),
                Map.entry(new RobustAutoencoder(), Map.of("trim", 1)),
                Map.entry(new RobustAutoencoder(), Map.of("delta", 0)),
                Map.entry(new RegularizedAutoencoder(), Map.of("weight.decoder", -1)),
                Map.entry(new AutoencoderEnsemble(), Map.of("networks", 0)));
        for (Map.Entry<Detector, Map<String, ?>> each : refused) {
            String name = each.getValue().keySet().iterator().next();
            IllegalArgumentException problem =
                    assertThrows(IllegalArgumentException.class, () -> Fixtures.params(each.getKey(), each.getValue()));
            String message = String.valueOf(problem.getMessage());
            assertTrue(message.contains(name) && message.contains("default"), message);
        }
    }

    @Test
    void masking_every_entry_is_refused_and_as_much_gaussian_noise_is_not() {
        Detector detector = new DenoisingAutoencoder();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> detector.check(
                        Fixtures.params(detector, Map.of("corruption", "masking", "level", 1)), Fixtures.MIN_MAX));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("level = 1.0: "), refused.getMessage());
        detector.check(Fixtures.params(detector, Map.of("level", 1)), Fixtures.MIN_MAX);
    }
}
