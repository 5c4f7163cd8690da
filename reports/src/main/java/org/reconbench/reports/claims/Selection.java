package org.reconbench.reports.claims;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;

/** The rows of a block that a claim names, and their values by seed. */
final class Selection {
    private static final double EQUAL = 1e-9;

    private Selection() {}

    /** The rows of a selection. {@code highest} and {@code lowest} are taken among those that the other keys leave. */
    static List<Row> rows(Block block, Map<String, String> selection) {
        List<Row> rows = block.rows().stream()
                .filter(row -> names(selection.get("detector"), row.detector())
                        && names(selection.get("family"), row.family()))
                .toList();
        for (Map.Entry<String, String> entry : new TreeMap<>(selection).entrySet()) {
            String key = entry.getKey();
            if (!key.equals("detector") && !key.equals("family")) {
                rows = having(rows, key, entry.getValue());
            }
        }
        return rows;
    }

    private static boolean names(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }

    private static List<Row> having(List<Row> rows, String param, String wanted) {
        DoubleStream values = rows.stream()
                .map(row -> value(row, param))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
        double[] known = values.toArray();
        if (known.length == 0) {
            return List.of();
        }
        double low = DoubleStream.of(known).min().orElseThrow();
        double high = DoubleStream.of(known).max().orElseThrow();
        boolean extreme = wanted.equals("highest") || wanted.equals("lowest");
        if (extreme && high - low < EQUAL) {
            return List.of();
        }
        double target = wanted.equals("highest") ? high : wanted.equals("lowest") ? low : Double.parseDouble(wanted);
        return rows.stream()
                .filter(row -> Math.abs(value(row, param).orElse(Double.NaN) - target) < EQUAL)
                .toList();
    }

    private static OptionalDouble value(Row row, String param) {
        Object value = row.params().get(param);
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    /** Those of the rows whose parameter has a value that the others have too. */
    static List<Row> matched(List<Row> rows, List<Row> others, String param) {
        Set<Double> known = others.stream()
                .map(row -> value(row, param))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> value(row, param).isPresent()
                        && known.contains(value(row, param).getAsDouble()))
                .toList();
    }

    /** The quantity by seed, the mean over the rows that have the seed. */
    static Map<Long, Double> bySeed(List<Row> rows, Quantity quantity) {
        Map<Long, double[]> sums = new TreeMap<>();
        for (Row row : rows) {
            row.trials()
                    .forEach(trial -> quantity.reader().apply(trial).ifPresent(value -> {
                        double[] sum = sums.computeIfAbsent(trial.seed(), seed -> new double[2]);
                        sum[0] += value;
                        sum[1]++;
                    }));
        }
        Map<Long, Double> means = new TreeMap<>();
        sums.forEach((seed, sum) -> means.put(seed, sum[0] / sum[1]));
        return means;
    }
}
