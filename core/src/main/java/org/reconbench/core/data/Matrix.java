package org.reconbench.core.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable dense matrix of doubles, stored row by row. At most {@link Integer#MAX_VALUE} cells.
 *
 * <p>Rows are samples, columns are features throughout the project.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Wraps row-major values without copying: the caller hands the array over and must not touch it again.
     *
     * @throws IllegalArgumentException if a dimension is negative or their product is not the number of values
     */
    public static Matrix wrap(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "a " + rows + " x " + columns + " matrix cannot hold " + values.length + " values");
        }
        return new Matrix(rows, columns, values);
    }

    /**
     * A matrix of the given rows, copied.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Matrix copyOf(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " values, the first has " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The value at a row and a column, both counted from 0. */
    public double get(int row, int column) {
        return values[row * columns + Objects.checkIndex(column, columns)];
    }

    /** A copy of one row. */
    public double[] row(int row) {
        Objects.checkIndex(row, rows);
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** Copies one row into an array, from the given offset on, without allocating. */
    public void copyRow(int row, double[] target, int offset) {
        System.arraycopy(values, row * columns, target, offset, columns);
    }

    /** A copy of one column. */
    public double[] column(int column) {
        double[] copy = new double[rows];
        for (int i = 0; i < rows; i++) {
            copy[i] = get(i, column);
        }
        return copy;
    }

    /** A row-major copy of all values. */
    public double[] toArray() {
        return values.clone();
    }

    /** Copies rows {@code from} (inclusive) to {@code to} (exclusive) as floats, row-major, into an array. */
    public void copyFloats(int from, int to, float[] target, int offset) {
        Objects.checkFromToIndex(from, to, rows);
        int at = offset;
        for (int i = from * columns; i < to * columns; i++) {
            target[at++] = (float) values[i];
        }
    }

    /** The rows with the given indices, in that order; an index may repeat. */
    public Matrix selectRows(int[] indices) {
        double[] selected = new double[Math.multiplyExact(indices.length, columns)];
        for (int i = 0; i < indices.length; i++) {
            copyRow(Objects.checkIndex(indices[i], rows), selected, i * columns);
        }
        return new Matrix(indices.length, columns, selected);
    }

    /** The squared Euclidean norm of each row. */
    public double[] squaredRowNorms() {
        double[] norms = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = i * columns; j < (i + 1) * columns; j++) {
                sum += values[j] * values[j];
            }
            norms[i] = sum;
        }
        return norms;
    }

    /** Row-major values for a digest, without a copy for the caller to spoil. */
    double[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, columns, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
