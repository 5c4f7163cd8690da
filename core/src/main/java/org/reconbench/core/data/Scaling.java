package org.reconbench.core.data;

import java.util.Locale;

/** How the columns of a data set were scaled. */
public enum Scaling {
    /** Left as they are. */
    NONE,
    /** To [0, 1] over the rows that the scaler was fitted on: {@code (x - min) / (max - min)}. */
    MIN_MAX,
    /** To mean 0 and variance 1 over the rows that the scaler was fitted on: {@code (x - mean) / std}. */
    Z_SCORE;

    /** The id users write: {@code none}, {@code min-max}, {@code z-score}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
