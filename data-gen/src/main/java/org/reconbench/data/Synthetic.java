package org.reconbench.data;

import java.util.List;
import java.util.stream.IntStream;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Params;
import org.reconbench.data.numpy.LegacyRandomState;

/** What the synthetic sets share: seeds, sizes, and the joining of normal rows and anomalies. */
final class Synthetic {
    private Synthetic() {}

    /** The seed, if NumPy's legacy generator takes it. */
    static long seed(long seed) {
        if (seed < 0 || seed > LegacyRandomState.MAX_SEED) {
            throw InputException.of("seed = " + seed + ": must be an integer from 0 to " + LegacyRandomState.MAX_SEED);
        }
        return seed;
    }

    /** {@code round(n * contamination)}, halves to even as Python rounds; at least one row must stay normal, and all values fit one array. */
    static int anomalies(String id, Params params) {
        int n = params.integer("n");
        double contamination = params.real("contamination");
        int anomalies = (int) Math.rint(n * contamination);
        long features = params.has("features") ? params.integer("features") : 1;
        if (n * features > Integer.MAX_VALUE - 8) {
            throw InputException.of("dataset '" + id + "': n = " + n + " rows of " + features
                    + " features are too many; at most " + (Integer.MAX_VALUE - 8) + " values fit");
        }
        if (anomalies >= n) {
            throw InputException.of("dataset '" + id + "': n = " + n + " with contamination = " + contamination
                    + " leaves no normal row; give more rows or less contamination");
        }
        return anomalies;
    }

    /** Names x1, x2, ... */
    static List<String> names(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(j -> "x" + j).toList();
    }

    /** Normal rows, then anomalies. */
    static Dataset join(String id, Matrix normal, Matrix anomalies) {
        int columns = normal.columns();
        double[] values = new double[Math.multiplyExact(normal.rows() + anomalies.rows(), columns)];
        int[] labels = new int[normal.rows() + anomalies.rows()];
        for (int i = 0; i < labels.length; i++) {
            boolean anomaly = i >= normal.rows();
            labels[i] = anomaly ? 1 : 0;
            Matrix source = anomaly ? anomalies : normal;
            source.copyRow(anomaly ? i - normal.rows() : i, values, i * columns);
        }
        return Dataset.of(id, names(columns), Matrix.wrap(labels.length, columns, values), Labels.of(labels));
    }
}
