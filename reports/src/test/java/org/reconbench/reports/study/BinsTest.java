package org.reconbench.reports.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void scores_over_decades_get_logarithmic_bins() {
        double[] decades = IntStream.range(0, 200)
                .mapToDouble(i -> Math.pow(10, i / 50.0 - 2))
                .toArray();
        Bins bins = Bins.over(decades);
        assertTrue(bins.log());
        double ratio = bins.edges().get(1) / bins.edges().get(0);
        assertEquals(ratio, bins.edges().get(40) / bins.edges().get(39), 1e-9);
    }

    @Test
    void scores_of_one_size_or_of_both_signs_get_even_bins() {
        assertFalse(Bins.over(new double[] {1, 2, 3, 4}).log());
        assertFalse(Bins.over(new double[] {-1000, 0, 0.001, 1000}).log());
    }

    @Test
    void every_value_is_counted_once_and_percentages_add_up() {
        double[] values = {1, 1, 2, 5};
        List<Double> percent = Bins.over(values).percent(values);
        assertEquals(100, percent.stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        assertEquals(50, percent.get(0) + percent.get(1), 1e-9);
    }

    @Test
    void equal_scores_still_have_a_width() {
        Bins bins = Bins.over(new double[] {0, 0, 0});
        assertTrue(bins.edges().get(40) > bins.edges().get(0));
        assertEquals(
                100,
                Bins.over(new double[] {7, 7}).percent(new double[] {7, 7}).stream()
                        .mapToDouble(d -> d)
                        .sum(),
                1e-9);
    }

    @Test
    void a_threshold_beyond_the_scores_widens_the_bins() {
        Bins bins = Bins.over(new double[] {1, 2}, 5);
        assertTrue(bins.edges().get(40) > 5);
    }

    @Test
    void overlap_is_none_for_apart_and_all_for_equal() {
        assertEquals(0, Bins.overlap(List.of(100.0, 0.0), List.of(0.0, 100.0)));
        assertEquals(1, Bins.overlap(List.of(60.0, 40.0), List.of(60.0, 40.0)));
        assertEquals(0.4, Bins.overlap(List.of(60.0, 40.0), List.of(0.0, 100.0)), 1e-12);
    }
}
