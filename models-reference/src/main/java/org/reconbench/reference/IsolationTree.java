package org.reconbench.reference;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.reconbench.core.data.Matrix;

/**
 * One isolation tree: random splits of a sample until rows stand alone, are equal, or the height limit is reached.
 *
 * <p>The splitting column is uniform among those that vary in the node, the value uniform between the least and the
 * greatest there. Immutable.
 */
final class IsolationTree {
    private static final double EULER = 0.5772156649015329;

    private final int[] column; // of node i; -1 for a leaf
    private final double[] value; // the split; for a leaf the path length of rows that end there
    private final int[] right; // of node i; the left child is i + 1
    private int size;

    private IsolationTree(int rows) {
        column = new int[2 * rows - 1];
        value = new double[2 * rows - 1];
        right = new int[2 * rows - 1];
    }

    /** A tree over the given rows, which are put into another order. */
    static IsolationTree grow(Matrix train, int[] sample, RandomGenerator random) {
        IsolationTree tree = new IsolationTree(sample.length);
        int limit = 32 - Integer.numberOfLeadingZeros(Math.max(1, sample.length - 1));
        tree.grow(train, sample, 0, sample.length, 0, limit, random);
        return tree;
    }

    /**
     * The mean path length of an unsuccessful search in a binary search tree of so many rows: {@code 2 (ln(n - 1) + 0.577) -
     * 2 (n - 1) / n}, 1 for two rows, 0 for one.
     */
    static double meanPath(int rows) {
        return rows < 2 ? 0 : rows == 2 ? 1 : 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    /** The number of splits above the leaf of a row, plus the mean path among the rows that share it. */
    double pathLength(double[] row) {
        int node = 0;
        while (column[node] >= 0) {
            node = row[column[node]] <= value[node] ? node + 1 : right[node];
        }
        return value[node];
    }

    private void grow(Matrix train, int[] sample, int from, int to, int depth, int limit, RandomGenerator random) {
        int node = size++;
        double[] range = new double[2];
        column[node] = depth < limit && to - from > 1 ? varying(train, sample, from, to, range, random) : -1;
        if (column[node] < 0) {
            value[node] = depth + meanPath(to - from);
            return;
        }
        double split = range[0] + random.nextDouble() * (range[1] - range[0]);
        value[node] = split < range[1] ? split : range[0];
        int middle = from;
        for (int i = from; i < to; i++) {
            if (train.get(sample[i], column[node]) <= value[node]) {
                int swapped = sample[middle];
                sample[middle++] = sample[i];
                sample[i] = swapped;
            }
        }
        grow(train, sample, from, middle, depth + 1, limit, random);
        right[node] = size;
        grow(train, sample, middle, to, depth + 1, limit, random);
    }

    /** A column that varies among the rows and its range, drawn without replacement until one does; -1 if none does. */
    private static int varying(Matrix train, int[] sample, int from, int to, double[] range, RandomGenerator random) {
        int[] columns = new int[train.columns()];
        Arrays.setAll(columns, j -> j);
        for (int left = columns.length; left > 0; left--) {
            int drawn = random.nextInt(left);
            int candidate = columns[drawn];
            columns[drawn] = columns[left - 1];
            range[0] = Double.POSITIVE_INFINITY;
            range[1] = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double x = train.get(sample[i], candidate);
                range[0] = Math.min(range[0], x);
                range[1] = Math.max(range[1], x);
            }
            if (range[0] < range[1]) {
                return candidate;
            }
        }
        return -1;
    }
}
