package org.reconbench.core.data;

import java.util.Arrays;
import java.util.Objects;

/** Which rows are anomalies: an immutable sequence of 0 (normal) and 1 (anomaly). */
public final class Labels {
    private final byte[] values;
    private final int anomalies;

    private Labels(byte[] values) {
        this.values = values;
        int count = 0;
        for (byte value : values) {
            count += value;
        }
        this.anomalies = count;
    }

    /**
     * Labels from zeros and ones.
     *
     * @throws IllegalArgumentException if a value is neither 0 nor 1
     */
    public static Labels of(int... zeroOne) {
        byte[] values = new byte[zeroOne.length];
        for (int i = 0; i < zeroOne.length; i++) {
            if (zeroOne[i] != 0 && zeroOne[i] != 1) {
                throw new IllegalArgumentException("label " + i + " is " + zeroOne[i] + ", not 0 or 1");
            }
            values[i] = (byte) zeroOne[i];
        }
        return new Labels(values);
    }

    /** The number of rows. */
    public int size() {
        return values.length;
    }

    /** The number of anomalies. */
    public int anomalies() {
        return anomalies;
    }

    /** The number of normal rows. */
    public int normals() {
        return values.length - anomalies;
    }

    /** The share of anomalies, 0 for no rows. */
    public double anomalyRate() {
        return values.length == 0 ? 0 : (double) anomalies / values.length;
    }

    /** Whether a row is an anomaly. */
    public boolean isAnomaly(int row) {
        return values[row] == 1;
    }

    /** The labels of the rows with the given indices, in that order. */
    public Labels select(int[] indices) {
        byte[] selected = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = values[Objects.checkIndex(indices[i], values.length)];
        }
        return new Labels(selected);
    }

    /** The indices of the normal rows, or of the anomalies, increasing. */
    public int[] rowsWhere(boolean anomaly) {
        int[] rows = new int[anomaly ? anomalies : normals()];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (isAnomaly(i) == anomaly) {
                rows[at++] = i;
            }
        }
        return rows;
    }

    /** A copy as zeros and ones, a byte each. */
    public byte[] toBytes() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Labels[" + values.length + " rows, " + anomalies + " anomalies]";
    }
}
