package org.reconbench.evaluation.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reconbench.evaluation.metrics.RankingMetric;

class MeasureTest {
    @Test
    void less_is_better_for_seconds_and_false_alarms_alone() {
        List<Measure> less = Arrays.stream(Measure.values())
                .filter(measure -> !measure.higherIsBetter())
                .toList();
        assertEquals(List.of(Measure.FPR_AT_95_RECALL, Measure.TRAIN_SECONDS), less);
    }

    @Test
    void every_metric_of_a_ranking_is_a_measure_of_the_same_id_and_direction() {
        for (RankingMetric metric : RankingMetric.values()) {
            Measure measure = Measure.find(metric.id()).orElseThrow();
            assertEquals(metric.higherIsBetter(), measure.higherIsBetter(), metric.id());
        }
    }

    @Test
    void a_measure_is_found_by_its_id_alone() {
        assertEquals(Optional.of(Measure.AUC_PRG), Measure.find("auc_prg"));
        assertEquals(Optional.empty(), Measure.find("AUC_PRG"));
        assertTrue(Measure.ids().contains("train_seconds"));
    }
}
