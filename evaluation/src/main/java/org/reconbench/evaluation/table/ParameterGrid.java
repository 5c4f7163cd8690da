package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A detector's configurations laid out over the two numeric parameters that vary: beta x latent, for a heat map.
 *
 * @param detector the detector's id
 * @param rowParam the parameter down the side
 * @param columnParam the parameter along the top
 * @param rowValues its values, increasing, as text
 * @param columnValues likewise
 * @param rows the table's rows, any order, at most one for each pair of values
 */
public record ParameterGrid(
        String detector,
        String rowParam,
        String columnParam,
        List<String> rowValues,
        List<String> columnValues,
        List<Row> rows) {
    private static final Comparator<String> BY_NUMBER = Comparator.comparingDouble(Double::parseDouble);

    /** Copies the lists. */
    public ParameterGrid {
        rowValues = List.copyOf(rowValues);
        columnValues = List.copyOf(columnValues);
        rows = List.copyOf(rows);
    }

    /** The grid of one detector in a block; empty unless exactly two parameters vary, both numeric. */
    public static Optional<ParameterGrid> of(Block block, String detector) {
        List<Row> rows = block.rows().stream()
                .filter(row -> row.detector().equals(detector))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> params = new ArrayList<>(rows.get(0).varying().keySet());
        boolean numeric = rows.stream()
                .allMatch(row -> params.equals(new ArrayList<>(row.varying().keySet()))
                        && params.stream().allMatch(param -> row.params().get(param) instanceof Number));
        if (params.size() != 2 || !numeric) {
            return Optional.empty();
        }
        return Optional.of(new ParameterGrid(
                detector,
                params.get(0),
                params.get(1),
                values(rows, params.get(0)),
                values(rows, params.get(1)),
                rows));
    }

    private static List<String> values(List<Row> rows, String param) {
        TreeSet<String> values = new TreeSet<>(BY_NUMBER);
        rows.forEach(row -> values.add(row.varying().get(param)));
        return List.copyOf(values);
    }

    /** The row at two values; empty where the experiment has none. */
    public Optional<Row> at(String rowValue, String columnValue) {
        return rows.stream()
                .filter(row -> rowValue.equals(row.varying().get(rowParam))
                        && columnValue.equals(row.varying().get(columnParam)))
                .findFirst();
    }
}
