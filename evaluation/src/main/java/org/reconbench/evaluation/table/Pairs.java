package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.run.TrialRecord;

/**
 * The values of one measure in two rows over the seeds that have it in both, in the first row's order.
 *
 * @param seeds the common seeds
 * @param firstValues of the first row
 * @param secondValues of the second row
 */
public record Pairs(List<Long> seeds, List<Double> firstValues, List<Double> secondValues) {

    /** Copies the lists. */
    public Pairs {
        seeds = List.copyOf(seeds);
        firstValues = List.copyOf(firstValues);
        secondValues = List.copyOf(secondValues);
    }

    /** Pairs two rows by seed. */
    public static Pairs of(Row first, Row second, Measure measure) {
        Map<Long, Double> others = bySeed(second, measure);
        List<Long> seeds = new ArrayList<>();
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        bySeed(first, measure).forEach((seed, value) -> {
            Double other = others.get(seed);
            if (other != null) {
                seeds.add(seed);
                a.add(value);
                b.add(other);
            }
        });
        return new Pairs(seeds, a, b);
    }

    private static Map<Long, Double> bySeed(Row row, Measure measure) {
        Map<Long, Double> values = new LinkedHashMap<>();
        for (TrialRecord trial : row.trials()) {
            measure.of(trial).ifPresent(value -> values.put(trial.seed(), value));
        }
        return values;
    }

    /** The number of pairs. */
    public int size() {
        return seeds.size();
    }

    /** The first row's values as an array. */
    public double[] first() {
        return firstValues.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The second row's values as an array. */
    public double[] second() {
        return secondValues.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
