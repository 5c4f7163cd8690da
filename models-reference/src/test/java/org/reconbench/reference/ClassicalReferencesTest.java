package org.reconbench.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;

/** The classical references against scikit-learn and PyOD; golden/README.md says where the values come from. */
class ClassicalReferencesTest {

    /** Two solvers that stop within eps = 1e-9 of the optimum; measured 1e-8 relative. */
    private static final double SOLVED = 1e-9;

    /**
     * A forest's score varies from tree to tree by about 0.1; the mean of 10000 trees against that of 20000 then has a
     * standard deviation of 0.0012. Of 28 rows one is 5 of these off with probability below 2e-5; seeds are fixed.
     */
    private static final double FOREST = 0.006;

    static Stream<Arguments> golden() {
        return stream(ReferencesTest.read("classical.json").get("cases"))
                .flatMap(set -> stream(set.get("scores"))
                        .map(entry -> Arguments.of(
                                entry.get("detector").asText(),
                                entry.get("params").toString(),
                                set.get("train").size() + " x "
                                        + set.get("train").get(0).size(),
                                set,
                                entry)));
    }

    @ParameterizedTest(name = "{0} {1} on {2}")
    @MethodSource("golden")
    void scores_equal_the_oracles(String id, String params, String shape, JsonNode set, JsonNode entry)
            throws java.io.IOException {
        Map<String, Object> given = new HashMap<>();
        new ObjectMapper().readTree(params).properties().forEach(field -> given.put(field.getKey(), plain(field)));
        double[] scores = ReferencesTest.score(
                detector(id), given, ReferencesTest.matrix(set.get("train")), ReferencesTest.matrix(set.get("test")));
        JsonNode expected = entry.get("scores");
        switch (id) {
            case "isolation-forest" -> assertArrayEquals(ReferencesTest.doubles(expected), scores, FOREST, shape);
            case "ocsvm" -> ReferencesTest.assertNear(expected, scores, SOLVED);
            default -> ReferencesTest.assertNear(expected, scores);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14_glass", "18_Ionosphere"})
    void scores_on_public_sets_equal_scikit_learns_and_pyods(String name) {
        JsonNode set = ReferencesTest.read("references.json").get("sets").get(name);
        int n = set.get("n_train").asInt();
        Matrix all = ReferencesTest.publicRows(name);
        Matrix train = all.selectRows(IntStream.range(0, n).toArray());
        Matrix test = all.selectRows(IntStream.range(n, all.rows()).toArray());
        JsonNode golden = set.get("detectors");
        Map<String, double[]> scores = Map.of(
                "mahalanobis", ReferencesTest.score(new MahalanobisDetector(), Map.of(), train, test),
                "mahalanobis ledoit-wolf",
                        ReferencesTest.score(
                                new MahalanobisDetector(), Map.of("shrinkage", "ledoit-wolf"), train, test),
                "knn k=5 largest", ReferencesTest.score(new KnnDetector(), Map.of("k", 5), train, test),
                "lof k=20", ReferencesTest.score(new LofDetector(), Map.of("k", 20), train, test),
                "ecod", EcodDetector.joined(all, test),
                "copod", CopodDetector.joined(all, test),
                "hbos bins=10", ReferencesTest.score(new HbosDetector(), Map.of("bins", 10), train, test),
                "ocsvm", ReferencesTest.score(new OcsvmDetector(), Map.of(), train, test));
        // Measured: at most 2e-14. ocsvm too, though eps = 0.001 would allow more: it is the same solver, step by step.
        scores.forEach((id, found) -> ReferencesTest.assertNear(golden.get(id).get("scores"), found));
    }

    @ParameterizedTest
    @CsvSource({"ecod", "copod"})
    void tails_are_pyods_for_one_row_at_a_time(String id) {
        Matrix train = drawn(30, 3, 1);
        Matrix test = drawn(12, 3, 2);
        double[] scores = ReferencesTest.score(detector(id), Map.of(), train, test);
        for (int i = 0; i < 12; i++) {
            Matrix one = test.selectRows(new int[] {i});
            double[] pyod = id.equals("ecod")
                    ? EcodDetector.joined(joined(train, one), one)
                    : CopodDetector.joined(joined(train, one), one);
            assertEquals(pyod[0], scores[i], 1e-12 * pyod[0]);
        }
        double[] together = id.equals("ecod")
                ? EcodDetector.joined(joined(train, test), test)
                : CopodDetector.joined(joined(train, test), test);
        assertFalse(Arrays.equals(together, scores));
    }

    @Test
    void a_column_without_skew_counts_both_tails() {
        Matrix train = Matrix.wrap(5, 1, new double[] {-2, -1, 0, 1, 2});
        Matrix test = Matrix.wrap(1, 1, new double[] {0});
        double half = -Math.log(4.0 / 6);
        assertArrayEquals(new double[] {2 * half}, ReferencesTest.score(new EcodDetector(), Map.of(), train, test));
        assertArrayEquals(new double[] {2 * half}, ReferencesTest.score(new CopodDetector(), Map.of(), train, test));
    }

    @Test
    void a_constant_column_is_left_at_a_price_only_after_shrinkage() {
        Matrix train = Matrix.copyOf(new double[][] {{1, 5}, {2, 5}, {4, 5}, {3, 5}, {7, 5}});
        Matrix test = Matrix.copyOf(new double[][] {{3.4, 5}, {3.4, 6}});
        double[] plain = ReferencesTest.score(new MahalanobisDetector(), Map.of(), train, test);
        assertArrayEquals(new double[] {0, 0}, plain, 1e-12);
        double[] shrunk =
                ReferencesTest.score(new MahalanobisDetector(), Map.of("shrinkage", "ledoit-wolf"), train, test);
        assertTrue(shrunk[0] < 1e-12 && shrunk[1] > 0.1, Arrays.toString(shrunk));
    }

    @Test
    void more_neighbours_than_rows_are_all_the_rows() {
        Matrix train = Matrix.wrap(3, 1, new double[] {0, 1, 3});
        Matrix test = Matrix.wrap(2, 1, new double[] {0, 7});
        assertArrayEquals(new double[] {3, 7}, ReferencesTest.score(new KnnDetector(), Map.of("k", 9), train, test));
        assertArrayEquals(
                new double[] {1, 6},
                ReferencesTest.score(new KnnDetector(), Map.of("k", 9, "method", "median"), train, test));
        assertArrayEquals(
                ReferencesTest.score(new LofDetector(), Map.of("k", 2), train, test),
                ReferencesTest.score(new LofDetector(), Map.of("k", 9), train, test));
    }

    @Test
    void train_rows_leave_themselves_out_as_scikit_learns_fitted_values_do() {
        JsonNode sets = ReferencesTest.read("classical.json").get("cases");
        JsonNode cases = ReferencesTest.read("train.json").get("cases");
        int compared = 0;
        for (int set = 0; set < cases.size(); set++) {
            Matrix train = ReferencesTest.matrix(sets.get(set).get("train"));
            for (JsonNode entry : cases.get(set)) {
                Map<String, Object> given = new HashMap<>();
                entry.get("params").properties().forEach(field -> given.put(field.getKey(), plain(field)));
                Detector detector = detector(entry.get("detector").asText());
                ReferencesTest.assertNear(entry.get("scores"), trainScores(detector, given, train));
                compared++;
            }
        }
        assertEquals(20, compared);
    }

    @Test
    void train_rows_of_other_detectors_score_as_any_rows() {
        Matrix train = drawn(20, 3, 9);
        for (Detector detector : EveryReferenceTest.detectors().toList()) {
            boolean neighbours = List.of("knn", "lof").contains(detector.card().id());
            double[] alone = trainScores(detector, Map.of(), train);
            double[] among = ReferencesTest.score(detector, Map.of(), train, train);
            assertEquals(
                    neighbours, !Arrays.equals(alone, among), detector.card().id());
        }
    }

    @Test
    void a_lone_train_row_has_no_neighbour_but_a_score() {
        Matrix train = Matrix.wrap(1, 2, new double[] {3, 4});
        assertArrayEquals(new double[] {0}, trainScores(new KnnDetector(), Map.of(), train));
        assertArrayEquals(new double[] {1}, trainScores(new LofDetector(), Map.of(), train));
        Matrix pair = Matrix.wrap(2, 1, new double[] {0, 2});
        assertArrayEquals(new double[] {2, 2}, trainScores(new KnnDetector(), Map.of("method", "median"), pair));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knn", "lof"})
    void rows_that_are_not_the_train_rows_cannot_be_left_out(String id) {
        Detector detector = detector(id);
        Params params = Params.resolve("test", detector.card().params(), Map.of());
        Matrix train = drawn(20, 3, 9);
        FitContext context = FitContext.of(new DataProfile(20, 3, Scaling.NONE));
        List<String> score = List.of(detector.card().primaryScore());
        try (FittedCohort fitted = detector.fit(List.of(new Member(train, params, 0)), context)) {
            var e = assertThrows(IllegalArgumentException.class, () -> fitted.scoreTrain(0, drawn(19, 3, 9), score));
            assertEquals("19 train rows; it was fitted on 20", e.getMessage());
        }
    }

    private static double[] trainScores(Detector detector, Map<String, ?> params, Matrix train) {
        Params resolved = Params.resolve("test", detector.card().params(), params);
        DataProfile profile = new DataProfile(train.rows(), train.columns(), Scaling.NONE);
        String id = detector.card().primaryScore();
        try (FittedCohort fitted = detector.fit(List.of(new Member(train, resolved, 0)), FitContext.of(profile))) {
            return Objects.requireNonNull(
                    fitted.scoreTrain(0, train, List.of(id)).get(id));
        }
    }

    @Test
    void a_row_inside_a_grid_has_factor_one() {
        double[] grid = IntStream.range(0, 101).asDoubleStream().toArray();
        double[] scores = ReferencesTest.score(
                new LofDetector(), Map.of("k", 4), Matrix.wrap(101, 1, grid), Matrix.wrap(1, 1, new double[] {50.5}));
        assertEquals(1, scores[0], 0.2);
    }

    @Test
    void rows_that_cannot_be_split_score_one_half() {
        Matrix equal = Matrix.wrap(50, 2, new double[100]);
        Matrix test = Matrix.copyOf(new double[][] {{0, 0}, {9, 9}});
        assertArrayEquals(
                new double[] {0.5, 0.5},
                ReferencesTest.score(new IsolationForestDetector(), Map.of(), equal, test),
                1e-12);
    }

    @Test
    void the_seed_decides_the_forest() {
        Matrix train = drawn(100, 3, 5);
        Detector forest = new IsolationForestDetector();
        Params params = Params.resolve("test", forest.card().params(), Map.of());
        List<Member> members = List.of(new Member(train, params, 1), new Member(train, params, 2));
        List<String> score = List.of(forest.card().primaryScore());
        try (FittedCohort fitted = forest.fit(members, FitContext.of(new DataProfile(100, 3, Scaling.NONE)))) {
            assertFalse(Arrays.equals(
                    fitted.score(0, train, score).get("isolation"),
                    fitted.score(1, train, score).get("isolation")));
        }
    }

    @Test
    void the_mean_path_is_that_of_the_paper() {
        assertEquals(0, IsolationTree.meanPath(1));
        assertEquals(1, IsolationTree.meanPath(2));
        assertEquals(2 * (Math.log(255) + 0.5772156649) - 2 * 255.0 / 256, IsolationTree.meanPath(256), 1e-9);
    }

    @Test
    void a_value_outside_the_histogram_counts_by_its_distance() {
        Matrix train = Matrix.wrap(4, 1, new double[] {0, 0, 0, 4});
        Matrix test = Matrix.wrap(5, 1, new double[] {-0.9, -1.1, 4.9, 5.1, 2});
        double[] scores = ReferencesTest.score(new HbosDetector(), Map.of("bins", 2), train, test);
        double full = -Math.log(3.0 / 4 / 2 + 0.1) / Math.log(2);
        double thin = -Math.log(1.0 / 4 / 2 + 0.1) / Math.log(2);
        assertArrayEquals(new double[] {full, thin, thin, thin, full}, scores, 1e-15);
    }

    @Test
    void neighbouring_doubles_still_have_a_histogram() {
        Matrix train = Matrix.wrap(2, 1, new double[] {1, Math.nextUp(1.0)});
        double[] scores = ReferencesTest.score(new HbosDetector(), Map.of(), train, train);
        assertTrue(Arrays.stream(scores).allMatch(Double::isFinite), Arrays.toString(scores));
    }

    @Test
    void the_solver_prints_nothing_and_stops_when_told_to() {
        Matrix train = drawn(300, 3, 7);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ReferencesTest.score(new OcsvmDetector(), Map.of("eps", 1e-6), train, train);
            FitContext.Monitor stop = (done, total) -> {
                throw new CancellationException("stop");
            };
            assertThrows(CancellationException.class, () -> OneClassSvm.fit(train, 0.3, 0.5, 1e-6, stop));
        } finally {
            System.setOut(out);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knn", "lof", "ocsvm"})
    void long_scoring_stops_when_told_to(String id) {
        Matrix train = drawn(100, 3, 8);
        Detector detector = detector(id);
        Params params = Params.resolve("test", detector.card().params(), Map.of());
        AtomicInteger stopping = new AtomicInteger();
        FitContext context = new FitContext(new DataProfile(100, 3, Scaling.NONE), 1, (done, total) -> {
            if (stopping.get() > 0) {
                throw new CancellationException("stop");
            }
        });
        try (FittedCohort fitted = detector.fit(List.of(new Member(train, params, 0)), context)) {
            List<String> score = List.of(detector.card().primaryScore());
            assertEquals(100, fitted.score(0, train, score).values().iterator().next().length);
            stopping.set(1);
            assertThrows(CancellationException.class, () -> fitted.score(0, train, score));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mahalanobis, shrinkage, oas",
        "knn, k, 0",
        "knn, method, longest",
        "lof, k, 2.5",
        "isolation-forest, trees, 0",
        "isolation-forest, subsample, 1",
        "hbos, bins, 1",
        "hbos, alpha, 0",
        "hbos, tol, -1",
        "ocsvm, nu, 1",
        "ocsvm, gamma, -1",
        "ocsvm, eps, 0",
        "ecod, k, 5",
    })
    void parameters_out_of_range_are_refused_by_name(String id, String name, String value) {
        var specs = detector(id).card().params();
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> Params.resolve("detector '" + id + "'", specs, Map.of(name, value)));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("detector '" + id + "': ") && message.contains(name), message);
    }

    private static Object plain(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return value.isTextual() ? value.asText() : value.numberValue();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Detector detector(String id) {
        return EveryReferenceTest.detectors()
                .filter(detector -> detector.card().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Matrix drawn(int n, int d, long seed) {
        var random = new RandomStreams(seed).stream("test");
        return Matrix.wrap(
                n,
                d,
                DoubleStream.generate(random::nextGaussian).limit((long) n * d).toArray());
    }

    private static Matrix joined(Matrix first, Matrix second) {
        return Matrix.wrap(
                first.rows() + second.rows(),
                first.columns(),
                DoubleStream.concat(Arrays.stream(first.toArray()), Arrays.stream(second.toArray()))
                        .toArray());
    }
}
