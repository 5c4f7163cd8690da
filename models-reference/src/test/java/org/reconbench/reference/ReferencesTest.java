package org.reconbench.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

/** Norm and PCA against scikit-learn; golden/README.md says where the values come from. */
class ReferencesTest {
    private static final double RELATIVE = 1e-9;

    static Stream<JsonNode> golden() {
        return StreamSupport.stream(read("pca.json").get("cases").spliterator(), false);
    }

    @ParameterizedTest(name = "case {index}")
    @MethodSource("golden")
    void errors_after_k_components_equal_scikit_learns(JsonNode expected) {
        Matrix train = matrix(expected.get("train"));
        Matrix test = matrix(expected.get("test"));
        int k = expected.get("components").asInt();
        assertNear(expected.get("pca"), score(new PcaDetector(), Map.of("components", k), train, test));
        assertNear(expected.get("norm"), score(new NormDetector(), Map.of(), train, test));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14_glass", "18_Ionosphere"})
    void scores_on_public_sets_equal_scikit_learns(String name) {
        JsonNode expected = read("references.json").get("sets").get(name);
        int n = expected.get("n_train").asInt();
        Matrix scaled = publicRows(name);
        Matrix train = scaled.selectRows(IntStream.range(0, n).toArray());
        Matrix test = scaled.selectRows(IntStream.range(n, scaled.rows()).toArray());
        JsonNode detectors = expected.get("detectors");
        assertNear(detectors.get("norm").get("scores"), score(new NormDetector(), Map.of(), train, test));
        assertNear(
                detectors.get("pca k=3").get("scores"), score(new PcaDetector(), Map.of("components", 3), train, test));
    }

    @Test
    void what_pca_leaves_of_a_row_is_its_residual_and_its_place_along_the_axes_its_code() {
        // Along (3, 4)/5 about (1, 1); the last row lies 5 along it and 2 beside it.
        Matrix train = Matrix.copyOf(new double[][] {{-2, -3}, {4, 5}, {1, 1}});
        Matrix rows = Matrix.copyOf(new double[][] {{4, 5}, {1 + 3 - 1.6, 1 + 4 + 1.2}});
        Detector pca = new PcaDetector();
        Member member = new Member(train, Params.resolve("pca", pca.card().params(), Map.of("components", 1)), 0);
        DataProfile profile = new DataProfile(3, 2, Scaling.NONE);
        try (FittedCohort cohort = pca.fit(List.of(member), FitContext.of(profile))) {
            assertArrayEquals(
                    new double[] {0, 0, -1.6, 1.2},
                    cohort.residuals(0, rows).orElseThrow().toArray(),
                    1e-12);
            Matrix codes = cohort.codes(0, rows).orElseThrow();
            assertEquals(5, Math.abs(codes.get(0, 0)), 1e-12);
            assertEquals(codes.get(0, 0), codes.get(1, 0), 1e-12);
            assertThrows(IllegalArgumentException.class, () -> cohort.residuals(1, rows));
            assertThrows(IllegalArgumentException.class, () -> cohort.codes(0, Matrix.wrap(1, 1, new double[1])));
        }
    }

    @Test
    void a_method_that_reconstructs_nothing_explains_nothing() {
        Matrix rows = Matrix.copyOf(new double[][] {{0, 1}, {2, 5}});
        Member member = new Member(rows, Params.NONE, 0);
        DataProfile profile = new DataProfile(2, 2, Scaling.NONE);
        try (FittedCohort cohort = new NormDetector().fit(List.of(member), FitContext.of(profile))) {
            assertTrue(cohort.residuals(0, rows).isEmpty());
            assertTrue(cohort.codes(0, rows).isEmpty());
        }
    }

    @Test
    void norm_does_not_depend_on_where_the_scaler_puts_its_zero() {
        Matrix train = Matrix.copyOf(new double[][] {{0, 1}, {2, 5}});
        Matrix moved = Matrix.copyOf(new double[][] {{10, -1}, {12, 3}});
        assertArrayEquals(new double[] {5, 5}, score(new NormDetector(), Map.of(), train, train));
        assertArrayEquals(new double[] {5, 5}, score(new NormDetector(), Map.of(), moved, moved));
    }

    @Test
    void equal_rows_are_exactly_their_mean() {
        double[] tenths = new double[10]; // whose plain sum is not 1
        Arrays.fill(tenths, 0.1);
        Matrix train = Matrix.wrap(10, 1, tenths);
        assertArrayEquals(new double[10], score(new NormDetector(), Map.of(), train, train));
    }

    @Test
    void as_many_components_as_features_still_leave_one_out() {
        Matrix train = Matrix.copyOf(new double[][] {{2, 0}, {-2, 0}, {0, 1}, {0, -1}});
        Matrix test = Matrix.copyOf(new double[][] {{7, 3}});
        assertArrayEquals(new double[] {9}, score(new PcaDetector(), Map.of("components", 10), train, test), 1e-12);
    }

    @Test
    void a_single_feature_leaves_the_norm() {
        Matrix train = Matrix.copyOf(new double[][] {{1}, {3}});
        Matrix test = Matrix.copyOf(new double[][] {{5}});
        assertArrayEquals(new double[] {9}, score(new PcaDetector(), Map.of(), train, test));
    }

    @Test
    void a_single_row_and_equal_rows_leave_the_distance_from_them() {
        Matrix test = Matrix.copyOf(new double[][] {{1, 2, 2}, {0, 0, 0}});
        for (Matrix train : List.of(Matrix.wrap(1, 3, new double[3]), Matrix.wrap(5, 3, new double[15]))) {
            assertArrayEquals(new double[] {9, 0}, score(new PcaDetector(), Map.of(), train, test));
            assertArrayEquals(new double[] {9, 0}, score(new NormDetector(), Map.of(), train, test));
        }
    }

    @Test
    void leaving_a_constant_column_is_an_error_no_component_takes_up() {
        // Rank 1 in three columns: components 2 and 3 have no variance and are not used.
        Matrix train = Matrix.copyOf(new double[][] {{1, 5, 1}, {2, 5, 2}, {4, 5, 4}});
        Matrix test = Matrix.copyOf(new double[][] {{3, 8, 3}, {3, 5, 3}});
        assertArrayEquals(new double[] {9, 0}, score(new PcaDetector(), Map.of(), train, test), 1e-12);
    }

    @Test
    void memory_grows_with_the_square_of_the_smaller_dimension() {
        PcaDetector pca = new PcaDetector();
        assertEquals(8 * (20_000 + 5 * 400), pca.memberBytes(Params.NONE, new DataProfile(1000, 20, Scaling.NONE)));
        assertEquals(8 * (20_000 + 5 * 400), pca.memberBytes(Params.NONE, new DataProfile(20, 1000, Scaling.NONE)));
    }

    @Test
    void components_out_of_range_are_refused_by_name() {
        var specs = new PcaDetector().card().params();
        var e = assertThrows(
                IllegalArgumentException.class, () -> Params.resolve("detector 'pca'", specs, Map.of("components", 0)));
        assertTrue(String.valueOf(e.getMessage()).startsWith("detector 'pca': components = 0: must be an integer"));
    }

    /**
     * All rows of a public set, z-scored by its train rows with NumPy's mean and deviation to the bit: a last bit moves
     * values over the edges of histograms. Skips the test where the set is absent.
     */
    static Matrix publicRows(String name) {
        Optional<Path> folder = PublicSet.folder();
        assumeTrue(folder.isPresent(), "no shared/data/adbench above the working directory");
        JsonNode scaling = read("scaling.json").get(name);
        return zScored(
                PublicSet.read(folder.orElseThrow().resolve(name + ".npz")),
                doubles(scaling.get("mean")),
                doubles(scaling.get("std")));
    }

    private static Matrix zScored(Matrix all, double[] means, double[] deviations) {
        double[] scaled = all.toArray();
        for (int i = 0; i < scaled.length; i++) {
            int j = i % all.columns();
            scaled[i] = (scaled[i] - means[j]) / (deviations[j] == 0 ? 1 : deviations[j]);
        }
        return Matrix.wrap(all.rows(), all.columns(), scaled);
    }

    static double[] score(Detector detector, Map<String, ?> params, Matrix train, Matrix test) {
        Params resolved = Params.resolve("test", detector.card().params(), params);
        Member member = new Member(train, resolved, 0);
        DataProfile profile = new DataProfile(train.rows(), train.columns(), Scaling.Z_SCORE);
        String id = detector.card().primaryScore();
        try (FittedCohort fitted = detector.fit(List.of(member), FitContext.of(profile))) {
            return Objects.requireNonNull(fitted.score(0, test, List.of(id)).get(id));
        }
    }

    static Matrix matrix(JsonNode rows) {
        return Matrix.copyOf(StreamSupport.stream(rows.spliterator(), false)
                .map(ReferencesTest::doubles)
                .toArray(double[][]::new));
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static void assertNear(JsonNode expected, double[] actual) {
        assertNear(expected, actual, RELATIVE);
    }

    static void assertNear(JsonNode expected, double[] actual, double relative) {
        double[] values = doubles(expected);
        assertEquals(values.length, actual.length);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], actual[i], relative * Math.abs(values[i]), "row " + i);
        }
    }

    static JsonNode read(String name) {
        try (InputStream in = ReferencesTest.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
