package org.reconbench.data.scale;

import org.reconbench.core.data.Matrix;

/**
 * Maps the least and greatest value of each column onto the ends of a range: {@code x * scale + offset} with
 * {@code scale = (high - low) / (max - min)} and {@code offset = low - min * scale}.
 *
 * <p>Equal to scikit-learn 1.2.1's {@code MinMaxScaler} to the bit. A column whose range is below ten times the machine
 * epsilon counts as constant: its scale is {@code high - low}, so that the fitted value maps onto low.
 */
public final class MinMaxScaler implements Scaler {
    private static final double CONSTANT_BELOW = 10 * Math.ulp(1.0);

    private final double low;
    private final double high;
    private final boolean clip;
    private final double[] scale;
    private final double[] offset;

    private MinMaxScaler(double low, double high, boolean clip, double[] scale, double[] offset) {
        this.low = low;
        this.high = high;
        this.clip = clip;
        this.scale = scale;
        this.offset = offset;
    }

    /** Onto [0, 1], values beyond the fitted ones going beyond it. */
    public static MinMaxScaler fit(Matrix rows) {
        return fit(rows, 0, 1, false);
    }

    /**
     * Onto a range.
     *
     * @param clip whether values beyond the fitted ones are cut off at the range's ends
     * @throws IllegalArgumentException if there are no rows, or low is not less than high
     */
    public static MinMaxScaler fit(Matrix rows, double low, double high, boolean clip) {
        if (rows.rows() == 0) {
            throw new IllegalArgumentException("no rows to fit a scaler on");
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("low = " + low + ": must be less than high = " + high);
        }
        double[] min = rows.row(0);
        double[] max = rows.row(0);
        double[] row = new double[rows.columns()];
        for (int i = 1; i < rows.rows(); i++) {
            rows.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                min[j] = Math.min(min[j], row[j]);
                max[j] = Math.max(max[j], row[j]);
            }
        }
        double[] scale = new double[row.length];
        double[] offset = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            double range = max[j] - min[j];
            scale[j] = (high - low) / (range < CONSTANT_BELOW ? 1.0 : range);
            offset[j] = low - min[j] * scale[j];
        }
        return new MinMaxScaler(low, high, clip, scale, offset);
    }

    @Override
    public Matrix transform(Matrix rows) {
        return Columns.map(rows, scale.length, (x, j) -> {
            double scaled = x * scale[j] + offset[j];
            return clip ? Math.max(low, Math.min(high, scaled)) : scaled;
        });
    }

    /** The rows that {@link #transform} maps onto the given ones, where nothing was cut off. */
    public Matrix inverse(Matrix scaled) {
        return Columns.map(scaled, scale.length, (x, j) -> (x - offset[j]) / scale[j]);
    }

    /** A copy of the factor of each column. */
    public double[] scale() {
        return scale.clone();
    }

    /** A copy of what is added to each column after the factor; scikit-learn's {@code min_}. */
    public double[] offset() {
        return offset.clone();
    }
}
