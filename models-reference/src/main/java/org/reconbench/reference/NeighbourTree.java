package org.reconbench.reference;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.reconbench.core.data.Matrix;

/**
 * Exact nearest neighbours by Euclidean distance: a balanced k-d tree with bounding boxes (Friedman, Bentley and Finkel
 * 1977).
 *
 * <p>Memory {@code O(n d)}: a copy of the rows and up to 1/4 of that in boxes. Building takes {@code O(d n log n)}. A query takes
 * about {@code O(d log n)} when few features matter and at most {@code O(d n)}, which rows without structure reach from
 * some ten features on.
 *
 * <p>The answer depends on the rows alone, not on the tree: a squared distance is summed in column order, a box's bound
 * is never above it in floating point, and of rows equally far the one with the smaller index comes first. Immutable.
 */
final class NeighbourTree {
    private static final int LEAF = 32;

    private final int n;
    private final int d;
    private final int leaves;
    private final int[] order;
    private final double[] blocks; // a leaf's rows column by column
    private final double[] boxes; // [node, lower and upper, d]; node i has the children 2i + 1 and 2i + 2
    private final int[] firstIndex; // the smallest row index below a node

    NeighbourTree(Matrix rows) {
        n = rows.rows();
        d = rows.columns();
        int count = 1;
        while ((n + count - 1) / count > LEAF) {
            count *= 2;
        }
        leaves = count;
        order = new int[n];
        Arrays.setAll(order, i -> i);
        blocks = new double[n * d];
        boxes = new double[Math.multiplyExact(2 * leaves - 1, 2 * d)];
        firstIndex = new int[2 * leaves - 1];
        build(rows, 0, 0, n);
    }

    /** An estimate of the bytes that a tree over so many rows takes. */
    static long bytes(long rows, long columns) {
        return rows * (columns * 10 + 5);
    }

    /** The number of rows. */
    int rows() {
        return n;
    }

    /**
     * Scores each row by the rows of this tree that are nearest to it.
     *
     * @param k how many to find
     * @param leaveOut whether the rows are those of the tree, in their order, and each leaves itself out
     * @param pace asked whether to go on
     * @throws IllegalArgumentException if they are to be left out and are not as many as the tree's
     */
    double[] score(Matrix rows, int k, boolean leaveOut, Pace pace, ToDoubleFunction<Nearest> score) {
        if (leaveOut && rows.rows() != n) {
            throw new IllegalArgumentException(rows.rows() + " train rows; it was fitted on " + n);
        }
        Nearest nearest = new Nearest(k);
        double[] x = new double[rows.columns()];
        double[] scores = new double[rows.rows()];
        for (int i = 0; i < scores.length; i++) {
            pace.row(i, scores.length);
            rows.copyRow(i, x, 0);
            query(x, leaveOut ? i : -1, nearest);
            scores[i] = score.applyAsDouble(nearest);
        }
        return scores;
    }

    /** The nearest rows of one query, nearest first. Reused from query to query; not thread-safe. */
    static final class Nearest {
        private final int[] indices;
        private final double[] squares;
        private final double[] leaf = new double[LEAF];
        private int found;
        private int excluded;

        /** Room for k rows. */
        Nearest(int k) {
            indices = new int[k];
            squares = new double[k];
        }

        /** How many rows are asked for. */
        int capacity() {
            return indices.length;
        }

        /** How many rows were found: k, or all there are. */
        int found() {
            return found;
        }

        /** The index of the i-th nearest row. */
        int index(int i) {
            return indices[i];
        }

        /** The distance of the i-th nearest row. */
        double distance(int i) {
            return Math.sqrt(squares[i]);
        }

        private boolean takes(double square, int index) {
            if (found < squares.length) {
                return true;
            }
            double worst = squares[found - 1];
            return square < worst || (square == worst && index < indices[found - 1]);
        }

        private void offer(double square, int index) {
            if (index == excluded || !takes(square, index)) {
                return;
            }
            int at = found < squares.length ? found++ : found - 1;
            while (at > 0 && (squares[at - 1] > square || (squares[at - 1] == square && indices[at - 1] > index))) {
                squares[at] = squares[at - 1];
                indices[at] = indices[at - 1];
                at--;
            }
            squares[at] = square;
            indices[at] = index;
        }
    }

    /**
     * Finds the rows nearest to a point.
     *
     * @param point {@code [d]}
     * @param exclude a row that does not count, or -1
     * @param nearest takes the answer
     */
    void query(double[] point, int exclude, Nearest nearest) {
        nearest.found = 0;
        nearest.excluded = exclude;
        visit(0, 0, n, point, nearest);
    }

    private void visit(int node, int from, int to, double[] point, Nearest nearest) {
        if (node >= leaves - 1) {
            scan(from, to, point, nearest);
            return;
        }
        int middle = (from + to) >>> 1;
        int left = 2 * node + 1;
        double toLeft = bound(left, point);
        double toRight = bound(left + 1, point);
        if (toLeft <= toRight) {
            visitIf(toLeft, left, from, middle, point, nearest);
            visitIf(toRight, left + 1, middle, to, point, nearest);
        } else {
            visitIf(toRight, left + 1, middle, to, point, nearest);
            visitIf(toLeft, left, from, middle, point, nearest);
        }
    }

    private void visitIf(double bound, int node, int from, int to, double[] point, Nearest nearest) {
        if (from < to && nearest.takes(bound, firstIndex[node])) {
            visit(node, from, to, point, nearest);
        }
    }

    /** The squared distance of the point from the node's box. */
    private double bound(int node, double[] point) {
        double sum = 0;
        int at = node * 2 * d;
        for (int j = 0; j < d; j++) {
            double gap = Math.max(Math.max(boxes[at + j] - point[j], point[j] - boxes[at + d + j]), 0);
            sum += gap * gap;
        }
        return sum;
    }

    private void scan(int from, int to, double[] point, Nearest nearest) {
        int size = to - from;
        double[] squares = nearest.leaf;
        Arrays.fill(squares, 0, size, 0);
        int at = from * d;
        for (int j = 0; j < d; j++) {
            double value = point[j];
            for (int i = 0; i < size; i++) {
                double gap = blocks[at + i] - value;
                squares[i] += gap * gap;
            }
            at += size;
        }
        for (int i = 0; i < size; i++) {
            nearest.offer(squares[i], order[from + i]);
        }
    }

    private void build(Matrix rows, int node, int from, int to) {
        int first = Integer.MAX_VALUE;
        int at = node * 2 * d;
        Arrays.fill(boxes, at, at + d, Double.POSITIVE_INFINITY);
        Arrays.fill(boxes, at + d, at + 2 * d, Double.NEGATIVE_INFINITY);
        for (int i = from; i < to; i++) {
            first = Math.min(first, order[i]);
            for (int j = 0; j < d; j++) {
                double value = rows.get(order[i], j);
                boxes[at + j] = Math.min(boxes[at + j], value);
                boxes[at + d + j] = Math.max(boxes[at + d + j], value);
            }
        }
        firstIndex[node] = first;
        if (node >= leaves - 1) {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < d; j++) {
                    blocks[from * d + j * (to - from) + i - from] = rows.get(order[i], j);
                }
            }
            return;
        }
        int widest = 0;
        for (int j = 1; j < d; j++) {
            if (boxes[at + d + j] - boxes[at + j] > boxes[at + d + widest] - boxes[at + widest]) {
                widest = j;
            }
        }
        int middle = (from + to) >>> 1;
        select(rows, widest, from, to - 1, middle);
        build(rows, 2 * node + 1, from, middle);
        build(rows, 2 * node + 2, middle, to);
    }

    /** Hoare's selection: afterwards what precedes the middle by value, then index, stands left of it. */
    private void select(Matrix rows, int column, int first, int last, int middle) {
        int low = first;
        int high = last;
        while (low < high) {
            int pivot = order[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (precedes(rows, column, order[i], pivot)) {
                    i++;
                }
                while (precedes(rows, column, pivot, order[j])) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static boolean precedes(Matrix rows, int column, int a, int b) {
        double left = rows.get(a, column);
        double right = rows.get(b, column);
        return left < right || (left == right && a < b);
    }
}
