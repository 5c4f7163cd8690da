package org.reconbench.data.npz;

import java.util.Arrays;
import org.reconbench.core.data.Matrix;

/**
 * A NumPy array: an element type, a shape, and values in C order (the last axis runs fastest), however they were stored.
 * Immutable.
 */
public final class NpyArray {
    private final NpyType type;
    private final int[] shape;
    private final double[] values;

    private NpyArray(NpyType type, int[] shape, double[] values) {
        this.type = type;
        this.shape = shape;
        this.values = values;
    }

    /** A vector of {@code float64}. */
    public static NpyArray ofDoubles(double[] values) {
        return new NpyArray(NpyType.F8, new int[] {values.length}, values.clone());
    }

    /** A vector of {@code float32}, rounded to nearest. */
    public static NpyArray ofFloats(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return new NpyArray(NpyType.F4, new int[] {values.length}, wide);
    }

    /** A vector of {@code int8}. */
    public static NpyArray ofBytes(byte[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return new NpyArray(NpyType.I1, new int[] {values.length}, wide);
    }

    /** A vector of {@code int32}. */
    public static NpyArray ofInts(int[] values) {
        return new NpyArray(
                NpyType.I4,
                new int[] {values.length},
                Arrays.stream(values).asDoubleStream().toArray());
    }

    /** A matrix of {@code float64}, rows x columns. */
    public static NpyArray ofDoubles(Matrix matrix) {
        return new NpyArray(NpyType.F8, new int[] {matrix.rows(), matrix.columns()}, matrix.toArray());
    }

    /** Takes the arrays over: the caller must not touch them again. */
    static NpyArray wrap(NpyType type, int[] shape, double[] values) {
        return new NpyArray(type, shape, values);
    }

    /** The element type as stored. */
    public NpyType type() {
        return type;
    }

    /** A copy of the lengths of the axes; empty for a single value. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of elements. */
    public int size() {
        return values.length;
    }

    /** An element by its position in C order. */
    public double get(int index) {
        return values[index];
    }

    /** A copy of all elements, in C order. */
    public double[] toDoubles() {
        return values.clone();
    }

    /**
     * All elements as bytes, in C order.
     *
     * @throws IllegalArgumentException if an element is not a whole number from -128 to 127
     */
    public byte[] toBytes() {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
            if (bytes[i] != values[i]) {
                throw new IllegalArgumentException("element " + i + " = " + values[i] + ": does not fit a byte");
            }
        }
        return bytes;
    }

    /**
     * A matrix of the elements, without a copy.
     *
     * @throws IllegalArgumentException if there are not two axes
     */
    public Matrix toMatrix() {
        if (shape.length != 2) {
            throw new IllegalArgumentException("shape = " + Arrays.toString(shape) + ": must have two axes");
        }
        return Matrix.wrap(shape[0], shape[1], values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray that
                && type == that.type
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + Arrays.hashCode(shape)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "NpyArray[" + type + " " + Arrays.toString(shape) + "]";
    }
}
