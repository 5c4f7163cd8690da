package org.reconbench.evaluation.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;

class LatentPlaneTest {

    /** Points of a plane in four dimensions: variance 9 along (0, -0.6, 0.8, 0), 1 along (1, 0, 0, 0), nothing else. */
    private static Matrix sheet() {
        double[][] rows = new double[400][];
        for (int i = 0; i < rows.length; i++) {
            double along = i % 2 == 0 ? 3 : -3;
            double across = i % 4 < 2 ? 1 : -1;
            rows[i] = new double[] {7 + across, -0.6 * along, 5 + 0.8 * along, 2};
        }
        return Matrix.copyOf(rows);
    }

    @Test
    void the_leading_components_are_found_by_falling_variance_with_upright_signs() {
        Matrix codes = sheet();
        LatentPlane plane = LatentPlane.of(codes).orElseThrow();
        assertFalse(plane.units());
        assertArrayEquals(
                new double[] {9, 1, 0, 0},
                plane.variances().stream().mapToDouble(Double::doubleValue).toArray(),
                1e-12);
        for (int i = 0; i < codes.rows(); i++) {
            assertEquals((codes.get(i, 2) - 5) / 0.8, plane.points().get(i, 0), 1e-12, "the loading 0.8 is positive");
            assertEquals(codes.get(i, 0) - 7, plane.points().get(i, 1), 1e-12);
        }
    }

    @Test
    void a_plane_keeps_every_distance_of_codes_that_lie_in_one() {
        Matrix codes = sheet();
        Matrix points = LatentPlane.of(codes).orElseThrow().points();
        for (int i = 1; i < codes.rows(); i++) {
            double before = 0;
            for (int j = 0; j < 4; j++) {
                before += Math.pow(codes.get(i, j) - codes.get(0, j), 2);
            }
            double after =
                    Math.pow(points.get(i, 0) - points.get(0, 0), 2) + Math.pow(points.get(i, 1) - points.get(0, 1), 2);
            assertEquals(before, after, 1e-9);
        }
    }

    @Test
    void two_units_are_the_plane_themselves() {
        Matrix codes = Matrix.copyOf(new double[][] {{1, 10}, {3, 30}});
        LatentPlane plane = LatentPlane.of(codes).orElseThrow();
        assertTrue(plane.units());
        assertSame(codes, plane.points());
        assertEquals(List.of(1.0, 100.0), plane.variances());
    }

    @Test
    void codes_that_do_not_vary_lie_in_one_point() {
        LatentPlane plane = LatentPlane.of(Matrix.wrap(5, 3, new double[15])).orElseThrow();
        assertArrayEquals(new double[10], plane.points().toArray());
        assertEquals(List.of(0.0, 0.0, 0.0), plane.variances());
    }

    @Test
    void one_unit_no_codes_and_very_many_units_have_no_plane() {
        assertTrue(LatentPlane.of(Matrix.wrap(3, 1, new double[3])).isEmpty());
        assertTrue(LatentPlane.of(Matrix.wrap(0, 5, new double[0])).isEmpty());
        assertTrue(LatentPlane.of(Matrix.wrap(2, 257, new double[514])).isEmpty());
    }

    /** Two clusters of eight normal points each, around (0, 0) and (10, 0), and the given anomalies. */
    private static OptionalDouble apartness(double[]... anomalies) {
        double[][] points = new double[16 + anomalies.length][];
        int[] labels = new int[points.length];
        for (int i = 0; i < 16; i++) {
            points[i] = new double[] {(i < 8 ? 0 : 10) + Math.cos(i), Math.sin(i)};
        }
        for (int i = 0; i < anomalies.length; i++) {
            points[16 + i] = anomalies[i];
            labels[16 + i] = 1;
        }
        return Apartness.of(Matrix.copyOf(points), Labels.of(labels));
    }

    @Test
    void anomalies_far_from_every_cluster_are_apart_even_between_them_and_in_a_cluster_of_their_own() {
        double[] between = {5, 0};
        assertEquals(1, apartness(between).orElseThrow());
        double[][] cluster = new double[20][];
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = new double[] {0, 9 + 0.001 * i};
        }
        assertEquals(1, apartness(cluster).orElseThrow(), "other anomalies are no neighbours");
    }

    @Test
    void anomalies_among_the_normal_points_are_not_apart() {
        assertTrue(apartness(new double[] {0, 0}, new double[] {10, 0}).orElseThrow() < 0.5);
    }

    @Test
    void points_that_all_coincide_are_not_told_apart() {
        Labels labels = Labels.of(0, 0, 0, 0, 0, 0, 1, 1);
        assertEquals(
                0.5, Apartness.of(Matrix.wrap(8, 2, new double[16]), labels).orElseThrow());
    }

    @Test
    void too_few_points_give_no_number_and_wrong_labels_are_refused() {
        assertTrue(Apartness.of(Matrix.wrap(6, 2, new double[12]), Labels.of(0, 0, 0, 0, 0, 1))
                .isEmpty());
        assertTrue(Apartness.of(Matrix.wrap(7, 2, new double[14]), Labels.of(0, 0, 0, 0, 0, 0, 0))
                .isEmpty());
        assertThrows(
                IllegalArgumentException.class, () -> Apartness.of(Matrix.wrap(1, 2, new double[2]), Labels.of(0, 1)));
    }
}
