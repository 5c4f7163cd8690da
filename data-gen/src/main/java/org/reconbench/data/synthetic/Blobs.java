package org.reconbench.data.synthetic;

import java.util.Arrays;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.numpy.LegacyRandomState;

/**
 * Isotropic Gaussian clouds around centres, equal to scikit-learn 1.2.1's {@code make_blobs} to the bit.
 *
 * <p>Centres are drawn uniformly from the box, then the rows of one centre after the other, {@code x = centre + std *
 * N(0, 1)}, then the rows are shuffled.
 *
 * <p>The array is the record's own: treat it as read-only.
 *
 * @param rows n x features
 * @param centre which centre each row belongs to, from 0
 * @param centres centres x features
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Blobs(Matrix rows, int[] centre, Matrix centres) {

    /**
     * {@code make_blobs(n, features, centers=count, cluster_std=std, center_box=(-box, box), random_state=seed)}.
     *
     * @throws IllegalArgumentException if a size is out of range
     */
    public static Blobs make(int n, int features, int count, double std, double box, long seed) {
        if (count < 1 || n < 0) {
            throw new IllegalArgumentException("centres = " + count + ", n = " + n + ": must be 1 or more, 0 or more");
        }
        int[] perCentre = new int[count];
        Arrays.fill(perCentre, n / count);
        for (int i = 0; i < n % count; i++) {
            perCentre[i]++;
        }
        double[] stds = new double[count];
        Arrays.fill(stds, std);
        LegacyRandomState random = new LegacyRandomState(seed);
        return draw(perCentre, drawCentres(count, features, box, random), stds, true, random);
    }

    /** As {@link #make} with a number of rows and a standard deviation for each centre. */
    public static Blobs make(int[] perCentre, int features, double[] stds, double box, long seed) {
        LegacyRandomState random = new LegacyRandomState(seed);
        return draw(perCentre, drawCentres(perCentre.length, features, box, random), stds, true, random);
    }

    /** Around given centres; unshuffled rows stand centre by centre. */
    public static Blobs around(Matrix centres, int[] perCentre, double[] stds, boolean shuffle, long seed) {
        return draw(perCentre, centres, stds, shuffle, new LegacyRandomState(seed));
    }

    private static Matrix drawCentres(int count, int features, double box, LegacyRandomState random) {
        double[] values = new double[Math.multiplyExact(count, features)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.uniform(-box, box);
        }
        return Matrix.wrap(count, features, values);
    }

    private static Blobs draw(
            int[] perCentre, Matrix centres, double[] stds, boolean shuffle, LegacyRandomState random) {
        if (perCentre.length != centres.rows() || stds.length != centres.rows()) {
            throw new IllegalArgumentException(
                    perCentre.length + " counts and " + stds.length + " deviations for " + centres.rows() + " centres");
        }
        int n = Arrays.stream(perCentre).reduce(0, Math::addExact);
        int features = centres.columns();
        double[] values = new double[Math.multiplyExact(n, features)];
        int[] centre = new int[n];
        int row = 0;
        for (int c = 0; c < perCentre.length; c++) {
            for (int i = 0; i < perCentre[c]; i++, row++) {
                centre[row] = c;
                for (int j = 0; j < features; j++) {
                    values[row * features + j] = random.normal(centres.get(c, j), stds[c]);
                }
            }
        }
        Matrix rows = Matrix.wrap(n, features, values);
        if (!shuffle) {
            return new Blobs(rows, centre, centres);
        }
        int[] order = random.permutation(n);
        return new Blobs(
                rows.selectRows(order), Arrays.stream(order).map(i -> centre[i]).toArray(), centres);
    }
}
