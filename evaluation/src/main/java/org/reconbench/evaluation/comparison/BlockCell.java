package org.reconbench.evaluation.comparison;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.reconbench.evaluation.stats.Sample;

/**
 * One configuration in one block.
 *
 * @param bySeed its value for each seed; never empty
 * @param imputed those of the seeds whose value is the chance level, because the trial failed or is missing
 */
public record BlockCell(SortedMap<Long, Double> bySeed, Set<Long> imputed) {

    /** Copies. */
    public BlockCell {
        bySeed = Collections.unmodifiableSortedMap(new TreeMap<>(bySeed));
        imputed = Set.copyOf(imputed);
        if (bySeed.isEmpty() || !bySeed.keySet().containsAll(imputed)) {
            throw new IllegalArgumentException("seeds " + bySeed.keySet() + ", imputed " + imputed);
        }
    }

    /** The mean over the seeds. */
    public double value() {
        return Sample.mean(
                bySeed.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Whether any seed is imputed. */
    public boolean anyImputed() {
        return !imputed.isEmpty();
    }

    /** Whether there is no value of its own. */
    public boolean missing() {
        return imputed.size() == bySeed.size();
    }
}
