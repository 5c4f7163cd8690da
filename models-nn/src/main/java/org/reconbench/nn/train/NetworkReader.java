package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.nn.engine.Engine;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.net.ParameterLayout;

/** Reads rows with one network of a cohort, block by block. A row's reading does not depend on the other rows. */
final class NetworkReader {
    /** Rows of half a block. */
    private static final int BLOCK = 128;

    /** Numbers read at a time. */
    private static final int READ = 1 << 18;

    private final Networks networks;
    private final NetworkShape shape;

    NetworkReader(Networks networks, NetworkShape shape) {
        this.networks = networks;
        this.shape = shape;
    }

    /**
     * Reads rows.
     *
     * @param draws N(0, 1), {@code [draws][latent]}: the same for all rows, so that a row's numbers are its own; may be empty
     * @param variance of the output where the network has none of its own
     */
    Reading read(int network, Matrix rows, double[][] draws, double variance) {
        int n = rows.rows();
        int latent = shape.latent();
        Reading whole = new Reading(n, latent, shape.heads().size());
        int blocks = Math.max(1, READ / (2 * BLOCK * ParameterLayout.aligned(rows.columns())));
        for (int from = 0; from < n; from += blocks * 2 * BLOCK) {
            int to = Math.min(n, from + blocks * 2 * BLOCK);
            try (PtNDManager reading = Engine.open()) {
                copy(run(reading, network, rows, from, to, draws, variance), to - from, whole, from);
            }
        }
        return whole;
    }

    /** What the network leaves of rows, {@code x - xhat} at the first head's code: {@code [rows, features]}. */
    Matrix residuals(int network, Matrix rows) {
        int n = rows.rows();
        int features = shape.features();
        double[] left = new double[Math.multiplyExact(n, features)];
        for (int from = 0; from < n; from += 2 * BLOCK) {
            int to = Math.min(n, from + 2 * BLOCK);
            try (PtNDManager reading = Engine.open()) {
                PtNDArray read = networks.script()
                        .call(
                                reading,
                                "residuals",
                                networks.parameters(),
                                (long) networks.count(),
                                (long) network,
                                networks.widths(),
                                (long) shape.hidden().size(),
                                (long) shape.heads().size(),
                                networks.rows(reading, rows, from, to, 2 * BLOCK),
                                (long) features,
                                (long) BLOCK,
                                networks.sigmoid());
                System.arraycopy(read.toDoubleArray(), 0, left, from * features, (to - from) * features);
            }
        }
        for (int i = 0; i < left.length; i++) {
            left[i] = -left[i];
        }
        return Matrix.wrap(n, features, left);
    }

    private List<PtNDArray> run(
            PtNDManager reading, int network, Matrix rows, int from, int to, double[][] draws, double variance) {
        int padded = (to - from + 2 * BLOCK - 1) / (2 * BLOCK) * (2 * BLOCK);
        return networks.script()
                .callList(
                        reading,
                        "score",
                        networks.parameters(),
                        (long) networks.count(),
                        (long) network,
                        networks.widths(),
                        (long) shape.hidden().size(),
                        (long) shape.heads().size(),
                        networks.rows(reading, rows, from, to, padded),
                        (long) shape.features(),
                        (long) BLOCK,
                        networks.sigmoid(),
                        draws(reading, draws),
                        Math.log(variance));
    }

    private PtNDArray draws(PtNDManager reading, double[][] draws) {
        int wide = ParameterLayout.aligned(shape.latent());
        float[] aligned = new float[draws.length * wide];
        for (int l = 0; l < draws.length; l++) {
            for (int j = 0; j < shape.latent(); j++) {
                aligned[l * wide + j] = (float) draws[l][j];
            }
        }
        return (PtNDArray) networks.array(reading, aligned).reshape(draws.length, wide);
    }

    private void copy(List<PtNDArray> read, int rows, Reading whole, int at) {
        System.arraycopy(read.get(0).toDoubleArray(), 0, whole.errors(), at, rows);
        System.arraycopy(read.get(1).toDoubleArray(), 0, whole.sampled(), at, rows);
        System.arraycopy(read.get(2).toDoubleArray(), 0, whole.surprise(), at, rows);
        int latent = shape.latent();
        int wide = ParameterLayout.aligned(latent);
        for (int j = 0; j < whole.heads().size(); j++) {
            float[] aligned = floats(read.get(3 + j));
            for (int i = 0; i < rows; i++) {
                System.arraycopy(aligned, i * wide, whole.heads().get(j), (at + i) * latent, latent);
            }
        }
    }

    private static float[] floats(PtNDArray array) {
        try (PtNDArray single = array.toType(DataType.FLOAT32, true)) {
            return single.toFloatArray();
        }
    }
}
