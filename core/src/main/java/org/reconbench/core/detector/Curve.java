package org.reconbench.core.detector;

import java.util.List;

/**
 * Numbers by epoch: the first column is {@code epoch}, counted from 1; the others have names such as {@code loss},
 * {@code recon}, {@code kl}, {@code beta}, {@code active_units}.
 *
 * @param columns column names
 * @param rows one list of numbers an epoch, as long as the names
 */
public record Curve(List<String> columns, List<List<Double>> rows) {

    /** Checks the shape and copies. */
    public Curve {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Double> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " numbers under " + columns.size() + " columns");
            }
        }
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * The numbers of one column, by epoch.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public double[] column(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column '" + column + "' among " + columns);
        }
        return rows.stream().mapToDouble(row -> row.get(at)).toArray();
    }
}
