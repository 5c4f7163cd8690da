package org.reconbench.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.RandomCase;

class RankingTest {
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_auc_of_negated_scores_is_one_less_the_auc(RandomCase c) {
        double[] negated = Arrays.stream(c.scores()).map(s -> -s).toArray();
        double auc = Ranking.of(c.labels(), c.scores()).rocAuc().orElseThrow();
        assertEquals(1 - auc, Ranking.of(c.labels(), negated).rocAuc().orElseThrow(), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_order_of_rows_does_not_matter_to_the_bit(RandomCase c) {
        int[] order = c.permutation();
        double[] scores = Arrays.stream(order).mapToDouble(i -> c.scores()[i]).toArray();
        assertSameMetrics(
                Ranking.of(c.labels(), c.scores()), Ranking.of(c.labels().select(order), scores));
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void an_increasing_transform_of_the_scores_changes_no_metric(RandomCase c) {
        double[] transformed =
                Arrays.stream(c.scores()).map(s -> Math.atan(s / 1e5) * 3 + 7).toArray();
        assertSameMetrics(Ranking.of(c.labels(), c.scores()), Ranking.of(c.labels(), transformed));
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void the_auc_is_the_share_of_pairs_in_the_right_order(RandomCase c) {
        double won = 0;
        for (int a : c.labels().rowsWhere(true)) {
            for (int b : c.labels().rowsWhere(false)) {
                won += (Math.signum(c.scores()[a] - c.scores()[b]) + 1) / 2;
            }
        }
        double pairs = (double) c.labels().anomalies() * c.labels().normals();
        assertEquals(won / pairs, Ranking.of(c.labels(), c.scores()).rocAuc().orElseThrow(), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void no_threshold_beats_the_best_f1(RandomCase c) {
        BestF1 best = Ranking.of(c.labels(), c.scores()).bestF1().orElseThrow();
        for (double t : c.scores()) {
            double f1 = AtThreshold.atOrAbove(c.labels(), c.scores(), t).f1().orElseThrow();
            assertTrue(f1 <= best.f1() + TOLERANCE, t + " reaches " + f1);
            assertEquals(f1 >= best.f1() - TOLERANCE, best.thresholds().contains(t + 0.0));
        }
        AtThreshold at = AtThreshold.atOrAbove(c.labels(), c.scores(), best.threshold());
        assertEquals(best.precision(), at.precision().orElseThrow(), TOLERANCE);
        assertEquals(best.recall(), at.recall().orElseThrow(), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void both_roc_curves_enclose_the_same_area(RandomCase c) {
        Ranking ranking = Ranking.of(c.labels(), c.scores());
        double auc = ranking.rocAuc().orElseThrow();
        assertEquals(auc, area(ranking.rocCurve()), TOLERANCE);
        assertEquals(auc, area(ranking.fullRocCurve()), TOLERANCE);
        assertTrue(ranking.rocCurve().size() <= ranking.fullRocCurve().size());
    }

    @Test
    void precision_at_n_takes_the_expected_share_of_a_tie_at_the_cut() {
        // Three anomalies. The top row is one; the next two places fall into a tie of 4 rows with 2 anomalies.
        Labels labels = Labels.of(1, 1, 1, 0, 0, 0);
        double[] scores = {9, 5, 5, 5, 5, 1};
        assertEquals(
                (1 + 2 * 0.5) / 3, Ranking.of(labels, scores).precisionAtN().orElseThrow(), TOLERANCE);
    }

    @Test
    void precision_at_n_without_ties_counts_the_top_rows() {
        Labels labels = Labels.of(0, 1, 0, 1, 1, 0);
        double[] scores = {6, 5, 4, 3, 2, 1};
        assertEquals(1.0 / 3, Ranking.of(labels, scores).precisionAtN().orElseThrow(), TOLERANCE);
    }

    @Test
    void one_class_only_leaves_every_metric_absent_with_a_reason() {
        assertAbsent(Ranking.of(Labels.of(0, 0, 0), new double[] {1, 2, 3}), "no anomaly");
        assertAbsent(Ranking.of(Labels.of(1, 1), new double[] {1, 2}), "no normal row");
        assertAbsent(Ranking.of(Labels.of(), new double[0]), "no test rows");
    }

    @Test
    void both_classes_leave_no_reason() {
        assertEquals(
                Optional.empty(),
                Ranking.of(Labels.of(0, 1), new double[] {1, 2}).undefined());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_score_that_is_not_finite_is_refused_by_name_and_place(double bad) {
        double[] scores = {1, bad};
        Labels labels = Labels.of(0, 1);
        for (Runnable call : Arrays.<Runnable>asList(
                () -> Ranking.of(labels, scores),
                () -> AtThreshold.of(labels, scores, 0),
                () -> Quantiles.linear(scores, 0.5))) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
            assertTrue(String.valueOf(e.getMessage()).contains("1 is " + bad));
        }
    }

    @Test
    void labels_and_scores_of_different_length_are_refused() {
        Labels labels = Labels.of(0, 1);
        var e = assertThrows(IllegalArgumentException.class, () -> Ranking.of(labels, new double[3]));
        assertEquals("2 labels for 3 scores", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> AtThreshold.of(labels, new double[3], 0));
    }

    @Test
    void both_zeros_are_the_threshold_zero() {
        for (int[] y : new int[][] {{0, 1, 0}, {1, 0, 1}}) {
            double[] thresholds = Ranking.of(Labels.of(y), new double[] {0.0, -0.0, -1})
                    .prCurve()
                    .thresholds();
            assertArrayEquals(new double[] {-1, 0.0}, thresholds);
        }
    }

    @Test
    void the_scores_given_stay_as_they_are() {
        double[] scores = {3, -0.0, 2};
        Ranking.of(Labels.of(0, 1, 0), scores);
        assertArrayEquals(new double[] {3, -0.0, 2}, scores);
    }

    @Test
    void a_threshold_that_flags_nothing_has_recall_and_f1_zero_but_no_precision() {
        AtThreshold at = AtThreshold.of(Labels.of(0, 1), new double[] {1, 2}, 2);
        assertEquals(new AtThreshold(0, 0, 1, 1), at);
        assertTrue(at.precision().isEmpty());
        assertEquals(0, at.recall().orElseThrow());
        assertEquals(0, at.f1().orElseThrow());
    }

    @Test
    void without_anomalies_recall_and_f1_are_absent() {
        AtThreshold at = AtThreshold.of(Labels.of(0, 0), new double[] {1, 2}, 1);
        assertEquals(0, at.precision().orElseThrow());
        assertTrue(at.recall().isEmpty());
        assertTrue(at.f1().isEmpty());
        assertEquals(0.5, at.falsePositiveRate().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> AtThreshold.of(Labels.of(0), new double[] {1}, Double.NaN));
    }

    private static void assertAbsent(Ranking ranking, String reason) {
        assertTrue(ranking.undefined().orElseThrow().contains(reason));
        assertFalse(ranking.rocAuc().isPresent());
        assertFalse(ranking.averagePrecision().isPresent());
        assertFalse(ranking.trapezoidalPrAuc().isPresent());
        assertFalse(ranking.precisionAtN().isPresent());
        assertFalse(ranking.bestF1().isPresent());
        for (Runnable curve : Arrays.<Runnable>asList(ranking::rocCurve, ranking::fullRocCurve, ranking::prCurve)) {
            var e = assertThrows(IllegalStateException.class, curve::run);
            assertTrue(String.valueOf(e.getMessage()).contains(reason));
        }
    }

    private static void assertSameMetrics(Ranking a, Ranking b) {
        assertEquals(a.rocAuc(), b.rocAuc());
        assertEquals(a.averagePrecision(), b.averagePrecision());
        assertEquals(a.trapezoidalPrAuc(), b.trapezoidalPrAuc());
        assertEquals(a.precisionAtN(), b.precisionAtN());
        assertEquals(a.bestF1().orElseThrow().f1(), b.bestF1().orElseThrow().f1());
        assertArrayEquals(a.rocCurve().tpr(), b.rocCurve().tpr());
        assertArrayEquals(a.prCurve().precision(), b.prCurve().precision());
    }

    private static double area(RocCurve curve) {
        double[] x = curve.fpr();
        double[] y = curve.tpr();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return area;
    }
}
