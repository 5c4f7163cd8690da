package org.reconbench.evaluation.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.Golden;
import org.reconbench.evaluation.RandomCase;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.BestF1;
import org.reconbench.evaluation.metrics.Ranking;

class ThresholdRulesTest {
    private static final double[] TRAIN = {4, 1, 100, 3, 2};

    @Test
    void the_rules_have_ids_of_their_own_and_the_default_is_first() {
        assertEquals(List.of("train-quantile", "mad", "evt", "validation-f1", "oracle-f1"), ThresholdRules.ids());
        assertEquals(ThresholdRules.all().size(), new HashSet<>(ThresholdRules.ids()).size());
        assertTrue(ThresholdRules.find("train-quantil").isEmpty());
    }

    @Test
    void each_rule_names_its_information() {
        assertEquals("assumed-contamination", rule("train-quantile").source());
        assertEquals("none", rule("mad").source());
        assertEquals("assumed-contamination", rule("evt").source());
        assertEquals("validation-labels", rule("validation-f1").source());
        assertEquals("oracle-test", rule("oracle-f1").source());
    }

    @Test
    void no_rule_but_the_oracle_needs_or_uses_the_test_rows() {
        ThresholdInput plain = ThresholdInput.of(TRAIN, 0.1);
        ThresholdInput labelled = plain.withTest(Ranking.of(Labels.of(0, 1), new double[] {50, 60}));
        for (ThresholdRule rule : ThresholdRules.all()) {
            if (rule.information() == Information.VALIDATION_LABELS) {
                var validation = Ranking.of(Labels.of(0, 1, 1), new double[] {5, 4, 6});
                assertEquals(
                        rule.threshold(plain.withValidation(validation)),
                        rule.threshold(labelled.withValidation(validation)));
                assertThrows(IllegalArgumentException.class, () -> rule.threshold(labelled), rule.id());
            } else if (rule.information() == Information.ORACLE_TEST) {
                var e = assertThrows(IllegalArgumentException.class, () -> rule.threshold(plain));
                assertTrue(String.valueOf(e.getMessage()).contains(rule.id()));
            } else {
                assertEquals(rule.threshold(plain), rule.threshold(labelled), rule.id());
            }
        }
    }

    @Test
    void a_rule_that_assumes_no_contamination_does_not_use_it() {
        for (ThresholdRule rule : ThresholdRules.all()) {
            if (rule.information() == Information.NONE) {
                assertEquals(
                        rule.threshold(ThresholdInput.of(TRAIN, 0.01)),
                        rule.threshold(ThresholdInput.of(TRAIN, 0.4)),
                        rule.id());
            }
        }
    }

    @Test
    void train_quantile_is_numpys_quantile_at_one_less_the_contamination() {
        for (JsonNode expected : Golden.read("metrics.json").get("quantile")) {
            double q = expected.get("q").asDouble();
            if (q > 0) {
                double[] train = Golden.doubles(expected.get("s"));
                assertEquals(
                        expected.get("linear").asDouble(),
                        rule("train-quantile").threshold(ThresholdInput.of(train, 1 - q)),
                        1e-12);
            }
        }
    }

    /** numpy.median(v) + 3 * scipy.stats.median_abs_deviation(v, scale='normal'), SciPy 1.17.1. */
    @Test
    void mad_is_the_median_and_three_robust_standard_deviations() {
        assertEquals(7.447806655516806, rule("mad").threshold(ThresholdInput.of(TRAIN, 0)), 1e-14);
        assertEquals(5, rule("mad").threshold(ThresholdInput.of(new double[] {5, 5, 5}, 0)));
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void flagging_above_the_oracle_threshold_gives_the_best_f1(RandomCase c) {
        Ranking ranking = Ranking.of(c.labels(), c.scores());
        BestF1 best = ranking.bestF1().orElseThrow();
        double threshold =
                rule("oracle-f1").threshold(ThresholdInput.of(TRAIN, 0).withTest(ranking));
        AtThreshold at = AtThreshold.of(c.labels(), c.scores(), threshold);
        assertEquals(AtThreshold.atOrAbove(c.labels(), c.scores(), best.threshold()), at);
        assertEquals(best.f1(), at.f1().orElseThrow(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("org.reconbench.evaluation.RandomCase#hundred")
    void validation_f1_is_the_best_on_the_validation_rows(RandomCase c) {
        Ranking held = Ranking.of(c.labels(), c.scores());
        double threshold =
                rule("validation-f1").threshold(ThresholdInput.of(TRAIN, 0).withValidation(held));
        assertEquals(
                held.bestF1().orElseThrow().f1(),
                AtThreshold.of(c.labels(), c.scores(), threshold).f1().orElseThrow(),
                1e-12);
    }

    @Test
    void validation_f1_says_what_it_lacks() {
        ThresholdInput none = ThresholdInput.of(TRAIN, 0.1);
        var e = assertThrows(
                IllegalArgumentException.class, () -> rule("validation-f1").threshold(none));
        assertEquals("validation-f1 needs labelled validation rows, and none were held out", e.getMessage());
        ThresholdInput one = none.withValidation(Ranking.of(Labels.of(0, 0), new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> rule("validation-f1").threshold(one));
    }

    @Test
    void the_oracle_refuses_a_test_set_of_one_class() {
        ThresholdInput input = ThresholdInput.of(TRAIN, 0).withTest(Ranking.of(Labels.of(0), new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> rule("oracle-f1").threshold(input));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void an_impossible_contamination_is_refused(double contamination) {
        var e = assertThrows(IllegalArgumentException.class, () -> ThresholdInput.of(TRAIN, contamination));
        assertEquals(
                Optional.of("contamination = " + contamination + ": must be from 0 to below 1"),
                Optional.ofNullable(e.getMessage()));
    }

    private static ThresholdRule rule(String id) {
        return ThresholdRules.find(id).orElseThrow();
    }
}
