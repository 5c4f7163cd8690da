package org.reconbench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.run.ToyDetector;

class ShardTest {
    /** 2 protocols x 6 configurations: 12 blocks of 3 seeds, a sixth of them with a hundred times the epochs. */
    private static final Plan PLAN = new Planner(Detectors.of(List.of(new ToyDetector())), DataSupply.ofHeap())
            .plan(ExperimentReader.read("toy.yaml", """
                            datasets: [{name: easy-blobs, params: {n: 100}}]
                            protocols: [contaminated, normal-only]
                            detectors:
                              - {name: toy, params: {noise: [0, 1, 2, 3, 4]}}
                              - {name: toy, params: {epochs: 300}}
                            seeds: 3
                            """, Path.of("")), Settings.none());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 12})
    void shards_hold_every_trial_once_in_plan_order(int count) {
        List<PlannedTrial> all = new ArrayList<>();
        for (int index = 1; index <= count; index++) {
            List<PlannedTrial> part = PLAN.trials(new Shard(index, count));
            assertTrue(part.size() > 0, "shard " + index + " is empty");
            assertEquals(PLAN.trials().stream().filter(part::contains).toList(), part);
            all.addAll(part);
        }
        assertEquals(PLAN.trials().size(), all.size());
        assertEquals(Set.copyOf(PLAN.trials()), Set.copyOf(all));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12})
    void the_seeds_of_a_configuration_stay_together(int count) {
        Set<String> seen = new HashSet<>();
        for (int index = 1; index <= count; index++) {
            Set<String> blocks = new HashSet<>();
            for (PlannedTrial trial : PLAN.trials(new Shard(index, count))) {
                blocks.add(trial.protocol().id() + " " + trial.detector().configId());
            }
            blocks.forEach(block -> assertTrue(seen.add(block), block + " is in two shards"));
        }
        assertEquals(12, seen.size());
    }

    @Test
    void the_costliest_blocks_go_to_different_shards() {
        for (int index = 1; index <= 2; index++) {
            long heavy = PLAN.trials(new Shard(index, 2)).stream()
                    .filter(trial -> trial.detector().params().integer("epochs") == 300)
                    .count();
            assertEquals(3, heavy, "one block of 3 seeds for each");
        }
    }

    @Test
    void more_shards_than_blocks_are_refused() {
        InputException e = assertThrows(InputException.class, () -> PLAN.trials(new Shard(1, 13)));
        assertTrue(String.valueOf(e.getMessage()).contains("at most 12 shards"), e.getMessage());
    }

    @Test
    void a_shard_is_read_as_it_is_shown() {
        assertEquals("2/3", Shard.parse("2/3").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/3", "4/3", "1/0", "a/b", "1/3/5", "-1/3", "1/10000"})
    void what_is_no_shard_is_refused(String text) {
        InputException e = assertThrows(InputException.class, () -> Shard.parse(text));
        assertTrue(String.valueOf(e.getMessage()).startsWith("--shard " + text + ": must be i/n"), e.getMessage());
    }
}
