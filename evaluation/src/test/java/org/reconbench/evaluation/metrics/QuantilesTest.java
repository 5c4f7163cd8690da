package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

    /** numpy.quantile, NumPy 2.4; interpolating from the other side gives another last bit in each case. */
    @Test
    void interpolation_starts_from_the_nearer_side_as_numpys_does() {
        assertEquals(0.40128400000000003, Quantiles.linear(new double[] {0.863, 0.983, 0.164, 0.597, 0.009}, 0.387));
        assertEquals(0.378032, Quantiles.linear(new double[] {0.767, 0.179, 0.376, 0.503, 0.687}, 0.254));
        assertEquals(0.31846, Quantiles.linear(new double[] {0.118, 0.375, 0.03, 0.538, 0.946}, 0.445));
    }

    @Test
    void many_at_once_are_the_same_as_one_by_one_in_any_order() {
        double[] values = {5, 1, 4, 2};
        double[] qs = {0.9, 0, 0.5, 1};
        double[] all = Quantiles.linear(values, qs);
        for (int i = 0; i < qs.length; i++) {
            assertEquals(Quantiles.linear(values, qs[i]), all[i]);
        }
        assertArrayEquals(new double[] {5, 1, 4, 2}, values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void a_share_outside_zero_to_one_is_refused(double q) {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.linear(new double[] {1, 2}, q));
    }

    @Test
    void no_values_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.linear(new double[0], 0.5));
    }
}
