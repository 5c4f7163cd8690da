package org.reconbench.evaluation.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SampleTest {

    /** numpy.mean, numpy.std(ddof=1), numpy.median, NumPy 2.4. */
    @Test
    void mean_deviation_and_median_equal_numpys() {
        double[] values = {0.7551, 0.9525, 0.652, 0.9259};
        assertEquals(0.821375, Sample.mean(values), 1e-15);
        assertEquals(0.1428279938714163, Sample.standardDeviation(values).orElseThrow(), 1e-15);
        assertEquals(0.8405, Sample.median(values), 1e-15);
    }

    @Test
    void equal_values_have_exactly_their_mean_and_no_deviation() {
        double[] values = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(0.1, Sample.mean(values));
        assertEquals(0, Sample.standardDeviation(values).orElseThrow());
    }

    @Test
    void one_value_has_no_standard_deviation() {
        assertTrue(Sample.standardDeviation(3).isEmpty());
        assertEquals(3, Sample.mean(3));
        assertEquals(3, Sample.median(3));
    }

    @Test
    void no_values_have_no_mean() {
        assertThrows(IllegalArgumentException.class, Sample::mean);
        assertThrows(IllegalArgumentException.class, Sample::median);
    }
}
