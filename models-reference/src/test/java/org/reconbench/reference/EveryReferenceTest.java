package org.reconbench.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;

/** What holds of every registered reference, on ordinary and on awkward data. */
class EveryReferenceTest {

    static Stream<Detector> detectors() {
        return ServiceLoader.load(Detector.class).stream().map(ServiceLoader.Provider::get);
    }

    @Test
    void the_registered_references_are_these() {
        assertEquals(
                List.of(
                        "norm",
                        "random",
                        "constant",
                        "pca",
                        "mahalanobis",
                        "knn",
                        "lof",
                        "isolation-forest",
                        "ecod",
                        "copod",
                        "hbos",
                        "ocsvm"),
                detectors().map(detector -> detector.card().id()).toList());
        assertTrue(detectors().allMatch(detector -> detector.card().family() == Family.REFERENCE));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void scores_are_finite_on_awkward_shapes(Detector detector) {
        boolean signed = List.of("hbos", "ocsvm").contains(detector.card().id());
        for (int[] shape : new int[][] {{1, 1}, {1, 7}, {9, 1}, {3, 20}, {50, 4}}) {
            for (String kind : List.of("drawn", "constant", "duplicates")) {
                Matrix train = rows(kind, shape[0], shape[1]);
                double[] scores = score(detector, member(detector, train, 0), rows("drawn", 11, shape[1]));
                assertEquals(11, scores.length);
                assertTrue(
                        Arrays.stream(scores).allMatch(s -> Double.isFinite(s) && (s >= 0 || signed)),
                        kind + " " + train + ": " + Arrays.toString(scores));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void fitting_and_scoring_again_agrees_to_the_bit(Detector detector) {
        Matrix train = rows("drawn", 40, 6);
        Matrix test = rows("drawn", 15, 6);
        assertArrayEquals(
                score(detector, member(detector, train, 3), test), score(detector, member(detector, train, 3), test));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void a_member_scores_alone_as_in_a_cohort(Detector detector) {
        Matrix train = rows("drawn", 40, 6);
        Matrix test = rows("drawn", 15, 6);
        List<Member> members = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            members.add(member(detector, train, seed));
        }
        String id = detector.card().primaryScore();
        try (FittedCohort cohort = detector.fit(members, context(train))) {
            assertEquals(5, cohort.outcomes().size());
            for (int i = 0; i < 5; i++) {
                assertInstanceOf(FitOutcome.Fitted.class, cohort.outcomes().get(i));
                assertArrayEquals(
                        score(detector, members.get(i), test),
                        cohort.score(i, test, List.of(id)).get(id));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void a_row_has_the_same_score_wherever_it_stands(Detector detector) {
        Matrix train = rows("drawn", 40, 6);
        Matrix test = rows("drawn", 15, 6);
        int[] reversed = IntStream.range(0, 15).map(i -> 14 - i).toArray();
        double[] scores = score(detector, member(detector, train, 0), test);
        double[] other = score(detector, member(detector, train, 0), test.selectRows(reversed));
        assertArrayEquals(Arrays.stream(reversed).mapToDouble(i -> scores[i]).toArray(), other);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void a_row_has_the_same_score_whatever_is_scored_with_it(Detector detector) {
        Matrix train = rows("drawn", 40, 6);
        Matrix test = rows("drawn", 15, 6);
        double[] scores = score(detector, member(detector, train, 0), test);
        for (int i = 0; i < 15; i++) {
            double[] alone = score(detector, member(detector, train, 0), test.selectRows(new int[] {i}));
            assertArrayEquals(new double[] {scores[i]}, alone);
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void far_rows_score_above_the_train_rows_unless_it_is_a_control(Detector detector) {
        assumeFalse(List.of("random", "constant").contains(detector.card().id()), "a control");
        Matrix train = rows("drawn", 60, 6);
        double[] far = new double[12];
        Arrays.fill(far, 0, 6, 8);
        Arrays.fill(far, 6, 12, -9);
        double[] inside = score(detector, member(detector, train, 0), train);
        for (double score : score(detector, member(detector, train, 0), Matrix.wrap(2, 6, far))) {
            assertTrue(score > Arrays.stream(inside).max().orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void a_member_takes_at_least_its_rows(Detector detector) {
        Params params = member(detector, rows("drawn", 4, 2), 0).params();
        assertTrue(detector.memberBytes(params, new DataProfile(50_000, 20, Scaling.NONE)) >= 8L * 50_000 * 20);
        long large = detector.memberBytes(params, new DataProfile(600_000, 30, Scaling.NONE));
        assertTrue(large >= 8L * 600_000 * 30 && large < 2L << 30, () -> "bytes: " + large);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void no_rows_have_no_scores(Detector detector) {
        Matrix train = rows("drawn", 4, 2);
        assertEquals(0, score(detector, member(detector, train, 0), Matrix.wrap(0, 2, new double[0])).length);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void wrong_columns_members_scores_and_empty_data_are_refused(Detector detector) {
        Matrix train = rows("drawn", 4, 2);
        String id = detector.card().primaryScore();
        try (FittedCohort cohort = detector.fit(List.of(member(detector, train, 0)), context(train))) {
            Matrix wide = rows("drawn", 4, 3);
            assertThrows(IllegalArgumentException.class, () -> cohort.score(0, wide, List.of(id)));
            assertThrows(IllegalArgumentException.class, () -> cohort.score(1, train, List.of(id)));
            assertThrows(IllegalArgumentException.class, () -> cohort.score(0, train, List.of("none")));
            assertEquals(Map.of(), cohort.score(0, train, List.of()));
        }
        Matrix empty = Matrix.wrap(0, 2, new double[0]);
        assertThrows(
                IllegalArgumentException.class,
                () -> detector.fit(List.of(member(detector, empty, 0)), context(empty)));
        assertThrows(IllegalArgumentException.class, () -> detector.fit(List.of(), context(train)));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void a_fit_stops_when_told_to(Detector detector) {
        Matrix train = rows("drawn", 4, 2);
        FitContext stopping = new FitContext(new DataProfile(4, 2, Scaling.MIN_MAX), 1, (done, total) -> {
            throw new CancellationException("stop");
        });
        assertThrows(CancellationException.class, () -> detector.fit(List.of(member(detector, train, 0)), stopping));
    }

    /**
     * The mean of 20000 uniform scores lies within 5 standard deviations of 1/2, and so does the share of each tenth.
     * The false-alarm rate of each is below 1e-6; the seed is fixed.
     */
    @Test
    void random_scores_are_uniform_and_other_seeds_give_others() {
        Matrix test = rows("drawn", 20_000, 2);
        RandomDetector detector = new RandomDetector();
        double[] scores = score(detector, member(detector, test, 1), test);
        assertEquals(0.5, Arrays.stream(scores).average().orElseThrow(), 5 * Math.sqrt(1.0 / 12 / 20_000));
        for (int tenth = 0; tenth < 10; tenth++) {
            int low = tenth;
            long count =
                    Arrays.stream(scores).filter(s -> (int) (s * 10) == low).count();
            assertEquals(2000.0, (double) count, 5 * Math.sqrt(20_000 * 0.1 * 0.9));
        }
        assertFalse(Arrays.equals(scores, score(detector, member(detector, test, 2), test)));
    }

    /** Neighbouring rows and rows that differ in the last bit get unrelated scores. */
    @Test
    void random_scores_of_similar_rows_are_unrelated() {
        int n = 20_000;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 1 + i * Math.ulp(1.0);
        }
        Matrix test = Matrix.wrap(n, 1, values);
        RandomDetector detector = new RandomDetector();
        double[] scores = score(detector, member(detector, test, 1), test);
        double covariance = 0;
        for (int i = 1; i < n; i++) {
            covariance += (scores[i] - 0.5) * (scores[i - 1] - 0.5) / n;
        }
        assertEquals(0, covariance * 12, 5 / Math.sqrt(n));
    }

    private static Member member(Detector detector, Matrix train, long seed) {
        return new Member(train, Params.resolve("test", detector.card().params(), Map.of()), seed);
    }

    private static FitContext context(Matrix train) {
        return FitContext.of(new DataProfile(train.rows(), train.columns(), Scaling.MIN_MAX));
    }

    private static double[] score(Detector detector, Member member, Matrix test) {
        String id = detector.card().primaryScore();
        try (FittedCohort cohort = detector.fit(List.of(member), context(member.train()))) {
            return Objects.requireNonNull(cohort.score(0, test, List.of(id)).get(id));
        }
    }

    private static Matrix rows(String kind, int n, int d) {
        RandomGenerator random = new RandomStreams(n * 100L + d).stream(kind);
        double[] values = new double[n * d];
        for (int k = 0; k < values.length; k++) {
            values[k] = switch (kind) {
                case "constant" -> 0.1;
                case "duplicates" -> k < d ? random.nextGaussian() : values[k - d];
                default -> random.nextGaussian();
            };
        }
        return Matrix.wrap(n, d, values);
    }
}
