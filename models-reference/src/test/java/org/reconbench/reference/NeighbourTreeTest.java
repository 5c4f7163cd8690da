package org.reconbench.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;

/** The tree against a plain search over all rows: the same rows in the same order, distances to the bit. */
class NeighbourTreeTest {

    /** Whole numbers below {@code levels} make equal distances and equal rows; 0 levels stands for reals. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0",
        "2, 1, 5, 0",
        "33, 2, 3, 0",
        "64, 3, 64, 0",
        "1000, 5, 7, 0",
        "700, 20, 20, 0",
        "500, 1, 10, 3",
        "500, 2, 10, 4",
        "300, 6, 40, 2",
        "400, 3, 5, 1",
        "65, 2, 100, 2"
    })
    void finds_what_a_plain_search_finds(int n, int d, int k, int levels) {
        RandomGenerator random = new RandomStreams(n + d).stream("tree");
        Matrix rows = drawn(n, d, levels, random);
        Matrix queries = drawn(40, d, levels, random);
        NeighbourTree tree = new NeighbourTree(rows);
        NeighbourTree.Nearest nearest = new NeighbourTree.Nearest(k);
        for (int q = 0; q < 40; q++) {
            check(tree, rows, queries.row(q), -1, nearest);
            check(tree, rows, rows.row(q % n), q % n, nearest);
        }
    }

    private static void check(
            NeighbourTree tree, Matrix rows, double[] point, int exclude, NeighbourTree.Nearest nearest) {
        tree.query(point, exclude, nearest);
        double[] squares = IntStream.range(0, rows.rows())
                .mapToDouble(i -> square(rows.row(i), point))
                .toArray();
        int[] expected = IntStream.range(0, rows.rows())
                .filter(i -> i != exclude)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> squares[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .limit(nearest.capacity())
                .toArray();
        int[] found = IntStream.range(0, nearest.found()).map(nearest::index).toArray();
        assertArrayEquals(expected, found);
        for (int i = 0; i < found.length; i++) {
            assertEquals(Math.sqrt(squares[found[i]]), nearest.distance(i), 0.0);
        }
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    private static Matrix drawn(int n, int d, int levels, RandomGenerator random) {
        double[] values = new double[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = levels == 0 ? random.nextGaussian() : random.nextInt(levels);
        }
        return Matrix.wrap(n, d, values);
    }
}
