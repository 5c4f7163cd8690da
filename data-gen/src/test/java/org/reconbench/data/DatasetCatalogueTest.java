package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Params;

class DatasetCatalogueTest {

    static List<String> ids() {
        return DatasetCatalogue.ids();
    }

    private static Dataset load(String id, Map<String, ?> given, long seed) {
        DatasetSource source = DatasetCatalogue.find(id).orElseThrow();
        return source.load(Params.resolve(id, source.card().params(), given), seed);
    }

    @Test
    void ids_are_unique_kebab_case_and_begin_with_the_seed_documents_set() {
        assertEquals("seed-blobs", ids().get(0));
        assertEquals(ids().size(), new HashSet<>(ids()).size());
        assertTrue(ids().stream().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*")));
        assertTrue(DatasetCatalogue.find("nothing").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_set_keeps_the_conventions(String id) {
        Dataset data = load(id, Map.of(), 3);
        DatasetSource source = DatasetCatalogue.find(id).orElseThrow();
        int n = Params.resolve(id, source.card().params(), Map.of()).integer("n");
        assertEquals(n, data.rows().rows());
        assertTrue(data.labels().anomalies() > 0);
        assertEquals(id, data.name());
        assertTrue(Arrays.stream(data.rows().toArray()).allMatch(Double::isFinite));
        int normals = data.labels().normals();
        assertArrayEquals(IntStream.range(normals, n).toArray(), data.labels().rowsWhere(true), "anomalies come last");
        assertEquals(data.sha256(), load(id, Map.of(), 3).sha256());
        assertEquals(
                source.seeded(), !data.sha256().equals(load(id, Map.of(), 4).sha256()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void contamination_zero_gives_no_anomaly_and_too_much_is_refused(String id) {
        assertEquals(
                0, load(id, Map.of("contamination", 0, "n", 20), 0).labels().anomalies());
        assertEquals(
                1, load(id, Map.of("contamination", 0.5, "n", 3), 0).labels().normals());
        assertThrows(InputException.class, () -> load(id, Map.of(), 1L << 32));
    }

    @Test
    void more_values_than_an_array_holds_are_refused() {
        assertThrows(InputException.class, () -> load("seed-blobs", Map.of("n", 10_000_000, "features", 10_000), 0));
    }

    @Test
    void python_rounds_halves_to_even() {
        assertEquals(
                2,
                load("seed-blobs", Map.of("n", 50, "contamination", 0.05), 0)
                        .labels()
                        .anomalies());
        assertEquals(
                4,
                load("seed-blobs", Map.of("n", 70, "contamination", 0.05), 0)
                        .labels()
                        .anomalies());
    }

    @Test
    void the_seed_sets_parameters_do_what_they_say() {
        Dataset data = load("seed-blobs", Map.of("features", 2, "anomaly.scale", 0, "anomaly.center", "absolute"), 0);
        assertArrayEquals(new double[] {4, 4}, data.rows().row(4999));
        assertNotEquals(
                load("seed-blobs", Map.of("centers", 2), 0).sha256(),
                load("seed-blobs", Map.of(), 0).sha256());
    }

    @Test
    void easy_blobs_are_easy() {
        Dataset data = load("easy-blobs", Map.of(), 1);
        double[] norms = data.rows().squaredRowNorms();
        for (int i = 0; i < norms.length; i++) {
            assertEquals(data.labels().isAnomaly(i), norms[i] > 200, "row " + i);
        }
    }

    @Test
    void moons_keep_the_gap() {
        assertEquals(0, TwoMoons.distance(0, 1), 1e-15);
        assertEquals(0, TwoMoons.distance(1, -0.5), 1e-15);
        assertEquals(1, TwoMoons.distance(-1, -1), 1e-15);
        assertEquals(0.5, TwoMoons.distance(0, 1.5), 1e-15);
        Matrix rows = load("two-moons", Map.of("noise", 0), 1).rows();
        for (int i = 0; i < 2000; i++) {
            double distance = TwoMoons.distance(rows.get(i, 0), rows.get(i, 1));
            boolean anomaly = i >= 1900;
            assertTrue(anomaly ? distance >= 0.35 : distance < 1e-12, "row " + i + " at " + distance);
        }
    }

    /** 20000 rows: a standard error of a correlation is 0.007 at most, of a deviation half a percent. */
    @Test
    void correlated_anomalies_break_the_correlation_and_nothing_else() {
        Dataset data = load("correlated-gaussian", Map.of("n", 40_000, "contamination", 0.5, "features", 4), 2);
        Matrix normal = data.rows().selectRows(data.labels().rowsWhere(false));
        Matrix broken = data.rows().selectRows(data.labels().rowsWhere(true));
        double strongest = 0;
        for (int a = 0; a < 4; a++) {
            assertEquals(1, deviation(broken.column(a)) / deviation(normal.column(a)), 0.03);
            for (int b = 0; b < a; b++) {
                strongest = Math.max(strongest, Math.abs(correlation(normal.column(a), normal.column(b))));
                assertEquals(0, correlation(broken.column(a), broken.column(b)), 0.04);
            }
        }
        assertFalse(strongest < 0.4, "strongest correlation " + strongest);
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length / deviation(a) / deviation(b);
    }

    /** The mean is 0. */
    private static double deviation(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).average().orElseThrow());
    }
}
