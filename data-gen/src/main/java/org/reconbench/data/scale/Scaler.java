package org.reconbench.data.scale;

import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;

/** A map of each column onto another range, fitted to some rows. Immutable and safe for use by several threads. */
public interface Scaler {

    /**
     * The scaled rows, of the same shape.
     *
     * @throws IllegalArgumentException if there are more or fewer columns than were fitted
     */
    Matrix transform(Matrix rows);

    /**
     * A scaler of a kind fitted to rows.
     *
     * @throws IllegalArgumentException if there are no rows
     */
    static Scaler fit(Scaling scaling, Matrix rows) {
        return switch (scaling) {
            case NONE -> same -> same;
            case MIN_MAX -> MinMaxScaler.fit(rows);
            case Z_SCORE -> StandardScaler.fit(rows);
        };
    }
}
