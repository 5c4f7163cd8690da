package org.reconbench.ae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;

class AutoencoderTest {
    private static final Detector AE = new Autoencoder();
    private static final DataProfile MIN_MAX = new DataProfile(400, 8, Scaling.MIN_MAX);

    private static Params params(Map<String, ?> given) {
        return Params.resolve("detector 'ae'", AE.card().params(), given);
    }

    /** Normal rows lie on a curve in (0, 1)^8, anomalies anywhere. */
    private static Matrix rows(int count, boolean anomalies, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("rows");
        double[] values = new double[count * 8];
        for (int i = 0; i < values.length; i += 8) {
            double t = random.nextDouble();
            for (int j = 0; j < 8; j++) {
                values[i + j] = anomalies ? random.nextDouble() : 0.5 + 0.4 * Math.sin(3 * t + j);
            }
        }
        return Matrix.wrap(count, 8, values);
    }

    @Test
    void anomalies_off_the_curve_score_higher() {
        Member member = new Member(rows(400, false, 1), params(Map.of("latent", 2, "epochs", 100, "batch", 32)), 0);
        try (FittedCohort cohort = AE.fit(List.of(member), FitContext.of(MIN_MAX))) {
            double[] normal = scores(cohort, rows(200, false, 2));
            double[] anomalous = scores(cohort, rows(200, true, 3));
            int inOrder = 0;
            for (double a : anomalous) {
                for (double n : normal) {
                    inOrder += a > n ? 1 : 0;
                }
            }
            assertTrue(inOrder > 0.99 * 200 * 200, "AUC-ROC " + inOrder / (200.0 * 200));
        }
    }

    private static double[] scores(FittedCohort cohort, Matrix rows) {
        return Objects.requireNonNull(cohort.score(0, rows, List.of("recon")).get("recon"));
    }

    @Test
    void a_sigmoid_on_z_scored_data_is_refused_and_auto_is_not() {
        DataProfile zScored = new DataProfile(400, 8, Scaling.Z_SCORE);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> AE.check(params(Map.of("output", "sigmoid")), zScored));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("output = sigmoid: "), refused.getMessage());
        AE.check(params(Map.of()), zScored);
        AE.check(params(Map.of("output", "sigmoid")), MIN_MAX);
    }

    @Test
    void seeds_share_a_cohort_and_shapes_do_not() {
        assertEquals(AE.cohortKey(params(Map.of()), MIN_MAX), AE.cohortKey(params(Map.of()), MIN_MAX));
        assertTrue(!AE.cohortKey(params(Map.of("latent", 3)), MIN_MAX).equals(AE.cohortKey(params(Map.of()), MIN_MAX)));
    }

    @Test
    void memory_grows_with_rows_and_cohorts_shrink_with_width() {
        Params small = params(Map.of());
        Params wide = params(Map.of("hidden", List.of(2048, 1024)));
        assertTrue(
                AE.memberBytes(small, new DataProfile(1_000_000, 8, Scaling.MIN_MAX)) > 1_000_000L * 8 * Float.BYTES);
        assertTrue(AE.preferredCohort(small, MIN_MAX) > AE.preferredCohort(wide, MIN_MAX));
        assertTrue(AE.preferredCohort(wide, MIN_MAX) >= 2);
    }
}
