package org.reconbench.evaluation.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;

class SpectrumTest {
    private static double[][] drawn(int n, int d) {
        RandomGenerator random = new RandomStreams(3).stream("test/spectrum");
        double[][] rows = new double[n][d];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            for (int j = 0; j < d; j++) {
                row[j] = 7 + common + random.nextGaussian() / (1 + j);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "50, 2", "200, 17", "60, 40", "12, 30", "2, 5"})
    void eigenvalues_equal_those_of_commons_math(int n, int d) {
        double[][] rows = drawn(n, d);
        double[] expected = d == 1
                ? new double[] {variance(rows)}
                : new EigenDecomposition(new Array2DRowRealMatrix(new Covariance(rows, false)
                                .getCovarianceMatrix()
                                .getData()))
                        .getRealEigenvalues();
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(rows));
        double[] found = spectrum.greatest(d);
        assertArrayEquals(expected, found, 1e-13 * expected[0]);
        for (int k = 1; k < Math.min(n, d); k++) {
            assertEquals(k, spectrum.above((found[k - 1] + found[k]) / 2));
        }
        assertEquals(0, spectrum.above(found[0] * 1.0001));
        assertEquals(Arrays.stream(found).sum(), spectrum.total(), 1e-12 * spectrum.total());
    }

    private static double variance(double[][] rows) {
        return new Variance(false)
                .evaluate(Arrays.stream(rows).mapToDouble(row -> row[0]).toArray());
    }

    @Test
    void a_diagonal_covariance_has_its_diagonal() {
        Matrix rows = Matrix.copyOf(new double[][] {{4, 0, 5}, {-4, 0, 5}, {0, 2, 5}, {0, -2, 5}});
        Spectrum spectrum = Spectrum.of(rows);
        assertArrayEquals(new double[] {8, 2, 0}, spectrum.greatest(3), 1e-14);
        assertEquals(1, spectrum.above(2.0001));
        assertEquals(2, spectrum.above(1.9999));
        assertEquals(2, spectrum.above(0));
    }

    @Test
    void equal_eigenvalues_count_each() {
        double[][] cube = new double[8][3];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 3; j++) {
                cube[i][j] = (i >> j & 1) == 0 ? -1 : 1;
            }
        }
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(cube));
        assertEquals(3, spectrum.above(0.999));
        assertEquals(0, spectrum.above(1.001));
        assertTrue(spectrum.keeping(2).isEmpty());
        assertEquals(0.5, spectrum.keeping(3).orElseThrow().middle(), 1e-14);
    }

    @Test
    void k_units_are_kept_between_two_eigenvalues() {
        Matrix rows = Matrix.copyOf(new double[][] {{4, 0, 5}, {-4, 0, 5}, {0, 2, 5}, {0, -2, 5}});
        Spectrum spectrum = Spectrum.of(rows);
        Spectrum.Keeping one = spectrum.keeping(1).orElseThrow();
        assertEquals(2, one.from(), 1e-14);
        assertEquals(8, one.below(), 1e-14);
        assertEquals(4, one.middle(), 1e-14);
        assertEquals(1, spectrum.above(one.middle()));
        Spectrum.Keeping two = spectrum.keeping(2).orElseThrow();
        assertEquals(0, two.from());
        assertEquals(2, spectrum.above(two.middle()));
        assertTrue(spectrum.keeping(3).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> spectrum.keeping(0));
        assertThrows(IllegalArgumentException.class, () -> spectrum.keeping(4));
    }

    @Test
    void equal_rows_and_a_single_row_have_no_variance() {
        for (Matrix rows : new Matrix[] {Matrix.wrap(1, 3, new double[] {1, 2, 3}), Matrix.wrap(4, 2, new double[8])}) {
            assertEquals(0, Spectrum.of(rows).above(0));
            assertArrayEquals(new double[2], Spectrum.of(rows).greatest(2));
        }
    }

    @Test
    void rounding_noise_is_no_variance() {
        double[][] rows = drawn(100, 3);
        double[][] doubled = new double[100][6];
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 6; j++) {
                doubled[i][j] = rows[i][j % 3] * (1 + j / 3);
            }
        }
        assertEquals(3, Spectrum.of(Matrix.copyOf(doubled)).above(0));
    }

    @Test
    void great_and_small_units_give_the_same_count() {
        double[][] rows = drawn(60, 8);
        int count = Spectrum.of(Matrix.copyOf(rows)).above(0.2);
        assertTrue(count > 0 && count < 8);
        for (double unit : new double[] {1e-60, 1e60}) {
            double[][] scaled = new double[60][8];
            for (int i = 0; i < 60; i++) {
                for (int j = 0; j < 8; j++) {
                    scaled[i][j] = rows[i][j] * unit;
                }
            }
            assertEquals(count, Spectrum.of(Matrix.copyOf(scaled)).above(0.2 * unit * unit));
        }
    }

    @Test
    void wrong_arguments_are_refused_by_name() {
        Spectrum spectrum = Spectrum.of(Matrix.wrap(2, 2, new double[] {1, 2, 3, 4}));
        assertThrows(IllegalArgumentException.class, () -> spectrum.above(-1));
        assertThrows(IllegalArgumentException.class, () -> spectrum.above(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> spectrum.greatest(3));
        assertThrows(IllegalArgumentException.class, () -> Spectrum.of(Matrix.wrap(0, 2, new double[0])));
        assertTrue(Spectrum.possible(5000, 4096) && !Spectrum.possible(5000, 4097));
        assertThrows(IllegalArgumentException.class, () -> ReconTerm.MSE.effective(1, 0));
    }

    @ParameterizedTest
    @CsvSource({"SSE, 4, 2", "MSE, 4, 40", "GAUSSIAN, 4, 4"})
    void beta_means_something_else_with_each_term(ReconTerm term, double beta, double effective) {
        assertEquals(effective, term.effective(beta, 20));
        assertEquals(beta, term.beta(effective, 20));
    }
}
