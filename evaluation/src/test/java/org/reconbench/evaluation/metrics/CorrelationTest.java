package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Expected values: scipy.stats.spearmanr and pearsonr, SciPy 1.17.1. */
class CorrelationTest {
    private static final double[] A = {
        -0.1, -0.1, 1.0, -1.3, 0.7, -1.7, -0.2, -0.2, 1.1, -0.0, -0.6, 1.4, 1.6, -0.7, 0.7, -0.4, 0.2, 0.3, -1.3, 0.1,
        -1.1, -1.0, -0.5, -2.0, -1.5
    };
    private static final double[] B = {
        0.1, 0.5, 1.9, -1.8, 1.4, -0.1, 1.0, -1.6, -0.6, 0.4, 0.6, 1.4, 2.6, -0.5, 0.9, -0.1, 0.4, -0.1, 0.5, 1.0, -1.7,
        -1.3, -1.5, -1.5, -2.9
    };

    @Test
    void without_ties() {
        assertBoth(0.9, 0.8999999999999999, new double[] {.3, .1, .9, .5, .7}, 1, 2, 5, 3, 4);
    }

    @Test
    void ties_take_their_average_rank() {
        assertBoth(0.35909242322980395, 0.4708709557974187, new double[] {1, 2, 2, 3, 4}, 5.5, 1, 2, 2.5, 9);
        assertBoth(0.7, 0.6806139097297726, new double[] {1, 1, 2, 2, 3, 3, 3}, 2, 1, 2, 1, 2, 3, 3);
        assertBoth(0.6770776232253698, 0.714954095797863, A, B);
    }

    @Test
    void a_reversed_order_has_rank_correlation_minus_one() {
        assertBoth(-1, -0.9827076298239908, new double[] {1, 2, 3, 4}, 9, 7, 5, 1);
        assertBoth(-1, -1, new double[] {1, 2}, 2, 1);
    }

    @Test
    void both_zeros_are_one_value() {
        assertBoth(0.9486832980505139, 0.9438798074485388, new double[] {-0.0, 0.0, 1, 2}, 3, 4, 5, 6);
    }

    @Test
    void huge_and_tiny_values_neither_overflow_nor_vanish() {
        assertBoth(0.4, 0.46475800154489005, new double[] {1e300, 2e300, -1e300, 5e299}, 1, 4, 2, 3);
        assertBoth(0.4, 0.46475800154489005, new double[] {1e-300, 2e-300, -1e-300, 5e-301}, 1, 4, 2, 3);
    }

    @Test
    void a_constant_side_has_no_correlation() {
        double[] constant = {2, 2, 2};
        double[] varied = {1, 2, 3};
        assertTrue(Correlation.spearman(constant, varied).isEmpty());
        assertTrue(Correlation.pearson(varied, constant).isEmpty());
        assertTrue(Correlation.spearman(new double[] {1}, new double[] {1}).isEmpty());
        assertTrue(Correlation.spearman(new double[0], new double[0]).isEmpty());
        assertTrue(Correlation.pearson(new double[0], new double[0]).isEmpty());
    }

    @Test
    void bad_input_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Correlation.spearman(new double[2], new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Correlation.pearson(new double[] {1, Double.NaN}, new double[] {1, 2}));
    }

    private static void assertBoth(double spearman, double pearson, double[] a, double... b) {
        assertEquals(spearman, Correlation.spearman(a, b).orElseThrow(), 1e-14);
        assertEquals(pearson, Correlation.pearson(a, b).orElseThrow(), 1e-14);
    }
}
