package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;

/** What one network says of rows. */
final class Reading {
    private static final int MU = 0;
    private static final int LOGVAR = 1;

    private final double[] errors;
    private final double[] sampled;
    private final double[] surprise;
    private final List<float[]> heads = new ArrayList<>();

    /** Room for so many rows. */
    Reading(int rows, int latent, int heads) {
        errors = new double[rows];
        sampled = new double[rows];
        surprise = new double[rows];
        for (int j = 0; j < heads; j++) {
            this.heads.add(new float[rows * latent]);
        }
    }

    /** Squared reconstruction error of each row at the first head's code. */
    double[] errors() {
        return errors;
    }

    /** The squared error, mean over draws of the code; without draws that at the first head's code. */
    double[] sampled() {
        return sampled;
    }

    /** The mean over draws of {@code 1/2 sum_d ((x - xhat)^2 / variance + log variance)}; of no meaning without draws. */
    double[] surprise() {
        return surprise;
    }

    /** Each head's values, {@code [rows, latent]} row-major. */
    List<float[]> heads() {
        return heads;
    }

    /** The code of each row, or its mean. */
    float[] mu() {
        return heads.get(MU);
    }

    /** The logarithm of the code's variance, not clamped. */
    float[] logvar() {
        return heads.get(LOGVAR);
    }
}
