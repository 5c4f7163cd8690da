package org.reconbench.evaluation.comparison;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.run.RunInfo;
import org.reconbench.evaluation.table.ComparisonTable;

/**
 * Near-identical data sets that count as one observation: two preparations of the same recordings are no independent
 * evidence, and counted twice they would weigh twice in ranks and make tests too sure.
 *
 * @param members names of data sets by the name of their group, two or more each
 */
public record DatasetGroups(Map<String, List<String>> members) {
    /** Every data set counts for itself. */
    public static final DatasetGroups NONE = new DatasetGroups(Map.of());

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a data set is in two groups
     */
    public DatasetGroups {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        members.forEach((group, names) -> copy.put(group, List.copyOf(names)));
        members = Collections.unmodifiableMap(copy);
        List<String> all = members.values().stream().flatMap(List::stream).toList();
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("groups = " + members + ": a data set can be in one group only");
        }
    }

    /** The groups of a run, as far as at least two of their data sets are among those given. */
    public static DatasetGroups of(RunInfo run, Collection<String> datasets) {
        return new DatasetGroups(run.stats().groups()).among(datasets);
    }

    /** Those groups of which at least two data sets are among the given ones, cut to these. */
    public DatasetGroups among(Collection<String> datasets) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        members.forEach((group, names) -> {
            List<String> present = names.stream().filter(datasets::contains).toList();
            if (present.size() > 1) {
                kept.put(group, present);
            }
        });
        return new DatasetGroups(kept);
    }

    /** The matrix with each group as one block; see {@link BlockMatrix#grouped}. */
    public BlockMatrix applyTo(BlockMatrix matrix) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        members.forEach((group, names) -> names.forEach(name -> groupOf.put(name, group)));
        return groupOf.isEmpty() ? matrix : matrix.grouped(groupOf);
    }

    /** How many blocks a table has when each group counts as one under each of its protocols. */
    public int blocks(ComparisonTable table) {
        return (int) table.blocks().stream()
                .map(block -> List.of(name(block.dataset()), block.protocol()))
                .distinct()
                .count();
    }

    /** The name that a data set's block has: that of its group, if it is in one. */
    private String name(String dataset) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().contains(dataset))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(dataset);
    }

    /** A phrase for each group: {@code annthyroid, thyroid count as one (thyroid-disease)}. */
    public List<String> phrases() {
        return members.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " count as one (" + entry.getKey() + ")")
                .toList();
    }
}
