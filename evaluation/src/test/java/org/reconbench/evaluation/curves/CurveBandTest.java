package org.reconbench.evaluation.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.RandomCase;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.Ranking;

class CurveBandTest {
    private static final Ranking PERFECT = Ranking.of(Labels.of(0, 0, 1, 1), new double[] {1, 2, 3, 4});
    private static final Ranking TIED = Ranking.of(Labels.of(0, 0, 1, 1), new double[] {1, 1, 1, 1});

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_steps_of_the_precision_curve_enclose_the_average_precision(RandomCase c) {
        Ranking ranking = Ranking.of(c.labels(), c.scores());
        CurveBand band = CurveBand.pr(List.of(ranking.prCurve()), ranking.positives());
        double area = Arrays.stream(band.mean()).skip(1).average().orElseThrow();
        assertEquals(ranking.averagePrecision().orElseThrow(), area, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_roc_band_passes_through_the_points_that_thresholds_reach(RandomCase c) {
        Ranking ranking = Ranking.of(c.labels(), c.scores());
        double[] heights =
                CurveBand.roc(List.of(ranking.rocCurve()), ranking.negatives()).mean();
        assertEquals(1, heights[heights.length - 1]);
        for (double t : c.scores()) {
            AtThreshold at = AtThreshold.atOrAbove(c.labels(), c.scores(), t);
            assertTrue(heights[at.fp()] >= at.recall().orElseThrow() - 1e-12);
        }
        for (int i = 1; i < heights.length; i++) {
            assertTrue(heights[i] >= heights[i - 1] - 1e-12, "falls at " + i);
        }
    }

    @Test
    void two_curves_give_their_mean_and_their_spread() {
        CurveBand band = CurveBand.roc(List.of(PERFECT.rocCurve(), TIED.rocCurve()), 4);
        assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75, 1}, band.x());
        assertArrayEquals(new double[] {0.5, 0.625, 0.75, 0.875, 1}, band.mean(), 1e-15);
        double half = Math.sqrt(0.5);
        assertArrayEquals(new double[] {half, 0.75 * half, 0.5 * half, 0.25 * half, 0}, band.sd(), 1e-15);
        assertEquals(2, band.curves());
    }

    @Test
    void precision_at_recall_zero_is_that_of_the_first_step() {
        CurveBand band = CurveBand.pr(List.of(PERFECT.prCurve(), TIED.prCurve()), 2);
        assertArrayEquals(new double[] {0.75, 0.75, 0.75}, band.mean(), 1e-15);
        Ranking topIsNormal = Ranking.of(Labels.of(0, 1), new double[] {2, 1});
        assertArrayEquals(
                new double[] {0.5, 0.5},
                CurveBand.pr(List.of(topIsNormal.prCurve()), 1).mean());
    }

    @Test
    void one_curve_has_no_spread() {
        assertArrayEquals(
                new double[3], CurveBand.roc(List.of(PERFECT.rocCurve()), 2).sd());
    }

    @Test
    void no_curve_and_no_step_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> CurveBand.roc(List.of(), 10));
        assertThrows(IllegalArgumentException.class, () -> CurveBand.pr(List.of(PERFECT.prCurve()), 0));
    }
}
