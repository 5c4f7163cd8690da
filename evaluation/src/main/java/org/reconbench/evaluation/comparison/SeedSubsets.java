package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.reconbench.core.random.RandomStreams;

/** Halves of a set of seeds. */
final class SeedSubsets {
    /** The most that are tried. */
    static final int MOST = 200;

    private SeedSubsets() {}

    /** Every subset of half the seeds, rounded up, or {@value #MOST} different ones drawn; none of fewer than two seeds. */
    static List<Set<Long>> halves(Set<Long> seeds, long seed) {
        List<Long> all = List.copyOf(new TreeSet<>(seeds));
        int size = (all.size() + 1) / 2;
        if (all.size() < 2) {
            return List.of();
        }
        // 10 seeds have 252 halves; with fewer all can be listed.
        if (all.size() < 10) {
            List<Set<Long>> halves = new ArrayList<>();
            for (int bits = 0; bits < 1 << all.size(); bits++) {
                if (Integer.bitCount(bits) == size) {
                    halves.add(members(all, bits));
                }
            }
            return halves;
        }
        RandomGenerator random = new RandomStreams(seed).stream("comparison/seed-subsets");
        Set<Set<Long>> drawn = new LinkedHashSet<>();
        while (drawn.size() < MOST) {
            List<Long> left = new ArrayList<>(all);
            Set<Long> half = new TreeSet<>();
            while (half.size() < size) {
                half.add(left.remove(random.nextInt(left.size())));
            }
            drawn.add(half);
        }
        return List.copyOf(drawn);
    }

    private static Set<Long> members(List<Long> all, int bits) {
        Set<Long> half = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) == 1) {
                half.add(all.get(i));
            }
        }
        return half;
    }
}
