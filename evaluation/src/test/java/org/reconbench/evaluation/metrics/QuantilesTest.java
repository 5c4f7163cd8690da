package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

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
