package org.reconbench.evaluation.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.metrics.AtThreshold;

class ContaminationSensitivityTest {
    private static final double[] TRAIN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final Labels LABELS = Labels.of(0, 0, 0, 1, 1);
    private static final double[] TEST = {1, 5, 9, 8.5, 10.5};

    @Test
    void each_contamination_has_the_threshold_and_f1_that_the_rule_gives_for_it() {
        ThresholdRule rule = ThresholdRules.find("train-quantile").orElseThrow();
        ContaminationSensitivity curve = ContaminationSensitivity.of(rule, TRAIN, LABELS, TEST, 0, 0.1, 0.3, 0.9);
        assertEquals("train-quantile", curve.rule());
        assertEquals(
                List.of(11.0, 10.0, 8.0, 2.0),
                curve.points().stream()
                        .map(p -> Math.rint(p.threshold() * 1e9) / 1e9)
                        .toList());
        assertEquals(
                Arrays.asList(0.0, 2.0 / 3, 0.8, 4.0 / 6),
                curve.points().stream().map(ContaminationSensitivity.Point::f1).toList());
        assertNull(curve.points().get(0).precision());
        AtThreshold at = AtThreshold.of(LABELS, TEST, curve.points().get(2).threshold());
        assertEquals(at.recall().orElseThrow(), curve.points().get(2).recall());
    }

    @Test
    void without_anomalies_there_is_no_f1() {
        ThresholdRule rule = ThresholdRules.find("evt").orElseThrow();
        assertNull(ContaminationSensitivity.of(rule, TRAIN, Labels.of(0), new double[] {1}, 0.1)
                .points()
                .get(0)
                .f1());
    }

    @Test
    void the_grid_for_figures_increases_and_is_allowed() {
        double[] grid = ContaminationSensitivity.grid();
        double[] sorted = grid.clone();
        Arrays.sort(sorted);
        assertEquals(Arrays.toString(sorted), Arrays.toString(grid));
        ThresholdRule rule = ThresholdRules.find("evt").orElseThrow();
        assertEquals(
                grid.length,
                ContaminationSensitivity.of(rule, TRAIN, LABELS, TEST, grid)
                        .points()
                        .size());
    }

    @Test
    void a_rule_that_assumes_nothing_and_an_impossible_contamination_are_refused() {
        ThresholdRule mad = ThresholdRules.find("mad").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> ContaminationSensitivity.of(mad, TRAIN, LABELS, TEST, 0.1));
        ThresholdRule rule = ThresholdRules.find("train-quantile").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> ContaminationSensitivity.of(rule, TRAIN, LABELS, TEST, 1));
    }
}
