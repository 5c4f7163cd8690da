package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.reconbench.evaluation.stats.VarianceComponents;
import org.reconbench.evaluation.table.Measure;

class WinnerRobustnessTest {
    private static final ComparisonSettings SETTINGS = ComparisonSettings.DEFAULT;

    @Test
    void the_winner_has_the_best_mean_rank_and_of_equals_the_better_mean() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .9)
                .ok("vae", .8)
                .on("b")
                .ok("ae", .1)
                .ok("vae", .5)
                .matrix();
        assertEquals(List.of("vae", "ae"), WinnerRobustness.ranking(matrix));
        assertEquals(
                Optional.of("ae"),
                WinnerRobustness.winner(matrix.keepBlocks(b -> b.dataset().equals("a"))));
        BlockMatrix seconds = new Records().ok("ae", 2).ok("vae", 1).matrix(Measure.TRAIN_SECONDS);
        assertEquals(Optional.of("vae"), WinnerRobustness.winner(seconds));
        BlockMatrix equal = new Records().ok("vae", .5).ok("ae", .5).matrix();
        assertEquals(Optional.of("vae"), WinnerRobustness.winner(equal));
    }

    @Test
    void leaving_a_data_set_out_shows_what_the_win_hangs_on() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .9)
                .ok("vae", .8)
                .on("b")
                .ok("ae", .7)
                .ok("vae", .85)
                .on("c")
                .ok("ae", .9)
                .ok("vae", .1)
                .matrix();
        WinnerRobustness robustness = WinnerRobustness.of(matrix, SETTINGS).orElseThrow();
        assertEquals("ae", robustness.winner());
        assertEquals(Map.of("a", "ae", "b", "ae", "c", "vae"), robustness.leftOut());
        assertEquals(2, robustness.leftOutKept());
        assertEquals(0, robustness.subsets());
        assertEquals(0, robustness.subsetShare());
    }

    /** VAE wins on the mean through seed 2 alone: of the halves of three seeds, {0,1} falls to AE. */
    @Test
    void halves_of_the_seeds_show_a_win_by_one_seed() {
        BlockMatrix matrix =
                new Records().ok("ae", .5, .5, .5).ok("vae", .4, .4, .9).matrix();
        WinnerRobustness robustness = WinnerRobustness.of(matrix, SETTINGS).orElseThrow();
        assertEquals("vae", robustness.winner());
        assertEquals(Map.of(), robustness.leftOut());
        assertEquals(3, robustness.subsets());
        assertEquals(Map.of("vae", 2, "ae", 1), robustness.subsetWins());
        assertEquals(2.0 / 3, robustness.subsetShare(), 1e-12);
    }

    @Test
    void halves_are_listed_for_few_seeds_and_drawn_apart_for_many() {
        assertEquals(126, new HashSet<>(SeedSubsets.halves(seeds(9), 0)).size());
        List<Set<Long>> drawn = SeedSubsets.halves(seeds(12), 0);
        assertEquals(SeedSubsets.MOST, new HashSet<>(drawn).size());
        assertTrue(drawn.stream().allMatch(half -> half.size() == 6 && seeds(12).containsAll(half)));
        assertEquals(drawn, SeedSubsets.halves(seeds(12), 0));
        assertEquals(SeedSubsets.MOST, SeedSubsets.halves(seeds(10), 3).size());
        assertEquals(List.of(), SeedSubsets.halves(seeds(1), 0));
        assertEquals(List.of(), SeedSubsets.halves(Set.of(), 0));
    }

    @Test
    void nothing_has_no_winner() {
        assertEquals(Optional.empty(), WinnerRobustness.of(new Records().matrix(), SETTINGS));
    }

    @Test
    void variance_is_split_over_the_seeds_that_all_have() {
        BlockMatrix matrix = new Records()
                .on("a")
                .ok("ae", .1, .1, .7)
                .ok("vae", .1, .1)
                .on("b")
                .ok("ae", .5, .5)
                .ok("vae", .5, .5)
                .on("single seed")
                .ok("ae", .9)
                .ok("vae", .9)
                .matrix();
        VarianceComponents parts = VarianceSplit.of(matrix).orElseThrow();
        assertEquals(.08, parts.dataset(), 1e-12);
        assertEquals(1, parts.share(parts.dataset()), 1e-9);
        assertEquals(
                Optional.empty(),
                VarianceSplit.of(matrix.keep(column -> column.label().equals("ae"))));
        assertEquals(Optional.empty(), VarianceSplit.of(matrix.keepSeeds(Set.of(0L))));
    }

    private static Set<Long> seeds(int n) {
        return LongStream.range(0, n).boxed().collect(Collectors.toSet());
    }
}
