package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.reconbench.core.random.RandomStreams;

/** Seeds are fixed, so nothing here can fail by chance; bounds are five standard errors unless said otherwise. */
class ZigguratTest {
    private static final int N = 4_000_000;

    private static double[] draw(long seed, int count) {
        double[] drawn = new double[count];
        new Ziggurat(new RandomStreams(seed).stream("noise")).fill(drawn, count);
        return drawn;
    }

    private static double mean(double[] values, java.util.function.DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).sum() / values.length;
    }

    @Test
    void moments_are_those_of_the_normal_distribution() {
        double[] x = draw(1, N);
        // The k-th moment's standard error is sqrt((E x^2k - (E x^k)^2) / n).
        assertEquals(0, mean(x, v -> v), 5 * Math.sqrt(1.0 / N));
        assertEquals(1, mean(x, v -> v * v), 5 * Math.sqrt(2.0 / N));
        assertEquals(0, mean(x, v -> v * v * v), 5 * Math.sqrt(15.0 / N));
        assertEquals(3, mean(x, v -> v * v * v * v), 5 * Math.sqrt(96.0 / N));
        assertEquals(15, mean(x, v -> Math.pow(v, 6)), 5 * Math.sqrt((10395.0 - 225) / N));
    }

    @Test
    void shares_between_quantiles_are_those_of_the_normal_distribution() {
        // Quantiles at 0.0001, 0.01, 0.1, 0.25, 0.5 and their mirror images (scipy.stats.norm.ppf), the first in the
        // tail.
        double[] edges = {
            -3.719016485455709,
            -2.3263478740408408,
            -1.2815515655446004,
            -0.6744897501960817,
            0,
            0.6744897501960817,
            1.2815515655446004,
            2.3263478740408408,
            3.719016485455709
        };
        double[] share = {1e-4, 0.0099, 0.09, 0.15, 0.25, 0.25, 0.15, 0.09, 0.0099, 1e-4};
        int[] seen = new int[share.length];
        for (double x : draw(2, N)) {
            int bin = 0;
            while (bin < edges.length && x >= edges[bin]) {
                bin++;
            }
            seen[bin]++;
        }
        double chiSquare = 0;
        for (int b = 0; b < share.length; b++) {
            chiSquare += (seen[b] - N * share[b]) * (seen[b] - N * share[b]) / (N * share[b]);
        }
        assertTrue(chiSquare < 33.7, "chi-square with 9 degrees of freedom, beyond 33.7 once in 10000: " + chiSquare);
    }

    @Test
    void neighbours_and_their_sizes_are_not_correlated() {
        double[] x = draw(3, N);
        for (int lag = 1; lag <= 3; lag++) {
            double product = 0;
            double sizes = 0;
            for (int i = lag; i < N; i++) {
                product += x[i] * x[i - lag];
                sizes += (x[i] * x[i] - 1) * (x[i - lag] * x[i - lag] - 1);
            }
            assertEquals(0, product / N, 5 / Math.sqrt(N), "lag " + lag);
            assertEquals(0, sizes / N, 5 * 2 / Math.sqrt(N), "squares, lag " + lag);
        }
    }

    @Test
    void a_stream_always_gives_the_same_numbers() {
        assertArrayEquals(draw(5, 1001), Arrays.copyOf(draw(5, 1002), 1001));
        // From this implementation: a change here changes the results of every variational detector.
        assertEquals(0.08878225298209347, draw(0, 1)[0]);
    }
}
