package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/** What every detector of the family must do. */
class VariantsTest {
    private static Stream<Detector> detectors() {
        return ServiceLoader.load(Detector.class).stream().map(ServiceLoader.Provider::get);
    }

    private static Stream<String> ids() {
        return detectors().map(detector -> detector.card().id());
    }

    private static Detector detector(String id) {
        return detectors()
                .filter(known -> known.card().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> scoreIds(Detector detector) {
        return detector.card().scores().stream().map(ScoreCard::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void ranks_anomalies_off_a_curve_first(String id) {
        Detector detector = detector(id);
        Map<String, Object> given =
                new HashMap<>(Map.of("hidden", List.of(16), "latent", 2, "epochs", 40, "batch", 64, "lr", 0.01));
        if (Fits.params(detector, Map.of()).has("beta")) {
            given.put("beta", 0.02);
        }
        try (FittedCohort cohort = Fits.fit(detector, Fits.curveRows(300, false, 1), Scaling.MIN_MAX, given)) {
            String primary = detector.card().primaryScore();
            double auc = Fits.auc(
                    Fits.scores(cohort, 0, Fits.curveRows(200, false, 2), primary),
                    Fits.scores(cohort, 0, Fits.curveRows(200, true, 3), primary));
            assertTrue(auc > 0.9, id + ": AUC-ROC " + auc);
        }
    }

    /** Members with parameters of their own where the detector lets them differ inside a cohort. */
    private static List<Member> members(
            Detector detector, Matrix rows, DataProfile profile, Map<String, ?> given, int count) {
        List<Member> members = new ArrayList<>();
        Params first = Fits.params(detector, given);
        for (int seed = 0; seed < count; seed++) {
            Params own = first;
            for (String name : List.of("beta", "gamma", "lambda")) {
                if (first.has(name)) {
                    own = Fits.params(detector, Fits.and(given, Map.of(name, 0.6 + 0.2 * seed)));
                    break;
                }
            }
            assertEquals(detector.cohortKey(first, profile), detector.cohortKey(own, profile));
            members.add(new Member(rows, own, seed));
        }
        return members;
    }

    private static Stream<Arguments> idsAndShapes() {
        return ids().flatMap(id -> Stream.of(Arguments.of(id, 7, 3, 33, 100), Arguments.of(id, 12, 5, 77, 154)));
    }

    @ParameterizedTest
    @MethodSource("idsAndShapes")
    void law_1_a_member_is_the_same_to_the_bit_alone_and_in_cohorts(
            String id, int features, int latent, int batch, int n) {
        Detector detector = detector(id);
        Matrix rows = Fits.factorRows(n, features, 2, 1, 0.3);
        Map<String, ?> given = Map.of("hidden", List.of(9, 6), "latent", latent, "epochs", 2, "batch", batch);
        DataProfile profile = Fits.profile(rows, Scaling.Z_SCORE);
        List<Member> all = members(detector, rows, profile, given, 11);
        List<Integer> watched = List.of(0, 10);
        try (FittedCohort many = detector.fit(all, FitContext.of(profile))) {
            for (int m : watched) {
                try (FittedCohort alone = detector.fit(List.of(all.get(m)), FitContext.of(profile))) {
                    assertEquals(alone.outcomes().get(0), many.outcomes().get(m));
                    Map<String, double[]> expected = alone.score(0, rows, scoreIds(detector));
                    Map<String, double[]> actual = many.score(m, rows, scoreIds(detector));
                    expected.forEach((score, values) -> assertArrayEquals(values, actual.get(score), 0, score));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void odd_data_give_finite_scores(String id) {
        Detector detector = detector(id);
        double[] values = new double[2 * 40];
        Arrays.setAll(values, i -> i % 2 == 0 ? 0.5 : i / 80.0);
        Matrix half = Matrix.wrap(40, 2, values);
        Matrix single = Matrix.wrap(5, 1, new double[] {0, 0.2, 0.4, 0.9, 1});
        for (Matrix rows : List.of(half, single)) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(3))) {
                Map<String, ?> given = Map.of("hidden", hidden, "latent", 1, "epochs", 3, "batch", 13);
                try (FittedCohort cohort = Fits.fit(detector, rows, Scaling.MIN_MAX, given)) {
                    Fits.fitted(cohort, 0);
                    cohort.score(0, rows, scoreIds(detector))
                            .forEach((score, v) -> assertTrue(Arrays.stream(v).allMatch(Double::isFinite), score));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_absurd_learning_rate_diverges_cleanly_or_not_at_all(String id) {
        Matrix rows = Fits.factorRows(60, 4, 2, 3, 1);
        try (FittedCohort cohort =
                Fits.fit(detector(id), rows, Scaling.Z_SCORE, Map.of("epochs", 5, "lr", 1e6, "hidden", List.of(8)))) {
            if (cohort.outcomes().get(0) instanceof FitOutcome.Diverged diverged) {
                assertTrue(diverged.message().contains("lr = 1000000.0"), diverged.message());
            } else {
                assertTrue(Double.isFinite(Fits.training(cohort, 0).finalLoss()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vae-cyclical, cycles, 0, an integer from 1 to 1000000 (default 4)",
        "vae-cyclical, ramp, 1.5, a number from 0 to 1 (default 0.5)",
        "vae-free-bits, lambda, -1, a number from 0 to 1e6 (default 0.25)",
        "vae-capacity, capacity.max, -2, a number from 0 to 1e6 (default 5.0)",
        "vae-capacity, gamma, much, a number from 0 to 1e6 (default 10.0)",
        "gaussian-vae, sigma.min, 0, a number from 1e-6 to 100 (default 0.01)",
        "beta-tc-vae, beta, -1, a number from 0 to 1e6 (default 6.0)",
        "info-vae, alpha, 2, a number from -1e6 to 1 (default 0.5)",
        "wae-mmd, lambda, -1, a number from 0 to 1e6 (default 10.0)",
        "iwae, k, 0, an integer from 1 to 10000 (default 5)",
        "vamp-vae, pseudoinputs, 0, an integer from 1 to 10000 (default 32)",
    })
    void a_refused_value_is_named_with_what_is_allowed(String id, String name, String value, String allowed) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Fits.params(detector(id), Map.of(name, value)));
        String message = Objects.requireNonNull(refused.getMessage());
        assertTrue(message.startsWith("detector '" + id + "': " + name + " = " + value), message);
        assertTrue(message.endsWith("must be " + allowed), message);
    }

    @ParameterizedTest
    @CsvSource({"sigma-vae, beta", "gaussian-vae, recon", "sigma-vae, sigma", "iwae, beta", "vamp-vae, beta"})
    void what_a_detector_has_no_use_for_is_unknown_to_it(String id, String name) {
        assertThrows(IllegalArgumentException.class, () -> Fits.params(detector(id), Map.of(name, 1)));
    }
}
