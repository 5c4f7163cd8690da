package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetGroupsTest {
    private static final DatasetGroups GROUPS = new DatasetGroups(Map.of("thyroids", List.of("a1", "a2", "a3")));

    private static BlockMatrix matrix() {
        return new Records()
                .on("a1")
                .ok("ae", .2, .4)
                .ok("vae", .5, .5)
                .on("b")
                .ok("ae", .9, .9)
                .ok("vae", .8, .8)
                .on("a2")
                .ok("ae", .4, .6)
                .ok("vae", .7, .7)
                .matrix();
    }

    @Test
    void only_groups_with_two_data_sets_at_hand_count() {
        assertEquals(
                Map.of("thyroids", List.of("a1", "a3")),
                GROUPS.among(List.of("b", "a3", "a1")).members());
        assertEquals(DatasetGroups.NONE, GROUPS.among(List.of("a1", "b")));
        assertEquals(DatasetGroups.NONE, GROUPS.among(List.of()));
    }

    @Test
    void a_group_is_one_block_and_the_rest_stays() {
        BlockMatrix counted = GROUPS.applyTo(matrix());
        assertEquals(
                List.of("thyroids", "b"),
                counted.blocks().stream().map(BlockKey::dataset).toList());
        assertEquals(.4, counted.cell(0, 0).value(), 1e-12);
        BlockMatrix matrix = matrix();
        assertSame(matrix, DatasetGroups.NONE.applyTo(matrix));
    }

    @Test
    void it_says_what_counts_as_one() {
        assertEquals(List.of("a1, a2, a3 count as one (thyroids)"), GROUPS.phrases());
    }

    @Test
    void a_data_set_in_two_groups_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DatasetGroups(Map.of("x", List.of("a", "b"), "y", List.of("b", "c"))));
    }
}
