package org.reconbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.run.TrialExplanation;

class ExplainerTest {

    /** Reconstructs every row as a half of it; its code is the row, or nothing. */
    private record Half(boolean coded, double spoil) implements FittedCohort {
        @Override
        public List<FitOutcome> outcomes() {
            return List.of(FitOutcome.Fitted.plain());
        }

        @Override
        public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
            return Map.of();
        }

        @Override
        public Optional<Matrix> residuals(int member, Matrix rows) {
            double[] left = rows.toArray();
            for (int i = 0; i < left.length; i++) {
                left[i] = spoil * left[i] / 2;
            }
            return Optional.of(Matrix.wrap(rows.rows(), rows.columns(), left));
        }

        @Override
        public Optional<Matrix> codes(int member, Matrix rows) {
            return coded ? Optional.of(rows) : Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Rows {@code (i, 0, ..., 0, 1)}; every tenth is an anomaly. */
    private static TrainTest data(int rows, int columns, boolean origins) {
        double[] values = new double[rows * columns];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[i * columns] = i;
            values[(i + 1) * columns - 1] = 1;
            labels[i] = i % 10 == 0 ? 1 : 0;
        }
        Matrix test = Matrix.wrap(rows, columns, values);
        return new TrainTest(
                test,
                Labels.of(labels),
                test,
                Labels.of(labels),
                null,
                origins ? IntStream.range(0, rows).mapToObj(i -> 1000 + i).toList() : List.of());
    }

    private static @Nullable TrialExplanation explain(FittedCohort cohort, TrainTest data, double... scores) {
        return Explainer.explain(cohort, 0, data, scores).orElse(null);
    }

    private static TrialExplanation.Top top(TrainTest data, double... scores) {
        return Explainer.explain(new Half(false, 1), 0, data, scores)
                .flatMap(TrialExplanation::topRows)
                .orElseThrow();
    }

    @Test
    void the_highest_scores_come_first_and_equal_ones_in_their_order() {
        double[] scores = new double[40];
        scores[30] = 5;
        scores[7] = 9;
        scores[8] = 5;
        TrialExplanation.Top top = top(data(40, 3, true), scores);
        assertEquals(Explainer.TOP, top.rows().size());
        assertEquals(List.of(7, 8, 30, 0, 1), top.rows().subList(0, 5));
        assertEquals(List.of(1007, 1008, 1030), top.origins().subList(0, 3));
        assertEquals(List.of(9.0, 5.0, 5.0, 0.0), top.scores().subList(0, 4));
        assertTrue(top.labels().isAnomaly(2) && !top.labels().isAnomaly(0));
        assertArrayEquals(new double[] {3.5, 0, 0.5}, top.residuals().row(0));
        assertArrayEquals(new double[] {7, 0, 1}, top.values().row(0));
        assertEquals(12.5, top.squares().get(0));
        assertEquals(12.25 / 12.5, top.share(0, 0));
    }

    @Test
    void fewer_rows_than_twenty_are_all_explained() {
        assertEquals(List.of(2, 1, 0), top(data(3, 2, false), 1, 2, 3).rows());
        assertEquals(List.of(), top(data(3, 2, false), 1, 2, 3).origins());
    }

    @Test
    void of_very_many_features_those_of_the_largest_squares_are_kept_and_shares_stay_true() {
        TrialExplanation.Top top = top(data(30, 300, false), new double[30]);
        assertEquals(Explainer.FEATURES, top.features().size());
        assertEquals(0, top.features().get(0));
        assertEquals(299, top.features().get(99), "the last column is kept, it is never 0");
        assertEquals(98, top.features().get(98), "of columns without any residual the first");
        assertEquals(0.25 * (9 + 1), top.squares().get(3));
        assertEquals(0.9, top.share(3, 0), 1e-15);
    }

    @Test
    void all_anomalies_and_evenly_spaced_normal_rows_are_drawn() {
        TrialExplanation.Plane plane = Explainer.explain(new Half(true, 1), 0, data(1500, 3, false), new double[1500])
                .flatMap(TrialExplanation::latentPlane)
                .orElseThrow();
        assertEquals(150 + Explainer.NORMALS, plane.rows().size());
        assertEquals(150, plane.labels().anomalies());
        assertEquals(List.of(0, 1, 2, 4, 6), plane.rows().subList(0, 5));
        assertEquals(1, plane.share(), 1e-12);
        for (int i = 0; i < plane.rows().size(); i++) {
            assertEquals(plane.rows().get(i) - 749.5, plane.points().get(i, 0), 1e-9);
        }
    }

    @Test
    void a_detector_that_tells_only_scores_has_no_explanation() {
        FittedCohort silent = new FittedCohort() {
            @Override
            public List<FitOutcome> outcomes() {
                return List.of(FitOutcome.Fitted.plain());
            }

            @Override
            public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
                return Map.of();
            }

            @Override
            public void close() {}
        };
        assertEquals(null, explain(silent, data(3, 2, false), 1, 2, 3));
    }

    @Test
    void residuals_that_are_not_numbers_are_refused() {
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> explain(new Half(true, Double.POSITIVE_INFINITY), data(3, 2, false), 1, 2, 3));
        assertTrue(String.valueOf(e.getMessage()).startsWith("residuals of row 0 hold "), e.getMessage());
    }
}
