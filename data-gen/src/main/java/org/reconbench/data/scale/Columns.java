package org.reconbench.data.scale;

import org.reconbench.core.data.Matrix;

/** Applies a function of a value and its column to every cell. */
final class Columns {

    /** A value and its column, counted from 0, to a value. */
    interface CellFunction {
        double apply(double value, int column);
    }

    private Columns() {}

    static Matrix map(Matrix rows, int columns, CellFunction function) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(rows.columns() + " columns for a scaler fitted to " + columns);
        }
        double[] values = rows.toArray();
        int column = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = function.apply(values[i], column);
            column = column + 1 == columns ? 0 : column + 1;
        }
        return Matrix.wrap(rows.rows(), columns, values);
    }
}
