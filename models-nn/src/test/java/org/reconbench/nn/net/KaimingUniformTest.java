package org.reconbench.nn.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.core.random.RandomStreams;

class KaimingUniformTest {
    /** One layer dominates, so that its moments can be told: 300 x 400 weights and 400 biases. */
    private static final NetworkShape WIDE = new NetworkShape(300, List.of(400), 1, List.of("mu"));

    @Test
    void weights_are_uniform_within_one_over_the_root_of_the_inputs() {
        float[] drawn = Arrays.copyOf(KaimingUniform.draw(new RandomStreams(7), WIDE), 300 * 400 + 400);
        double bound = 1 / Math.sqrt(300);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (float w : drawn) {
            assertTrue(Math.abs(w) <= bound);
            sum += w;
            squares += w * w;
            fourths += Math.pow(w, 4);
        }
        int n = drawn.length;
        // Five standard errors of n = 120400 uniform draws: false alarms about once in a million.
        assertEquals(0, sum / n, 5 * bound / Math.sqrt(3.0 * n));
        assertEquals(bound * bound / 3, squares / n, 5 * bound * bound * Math.sqrt(4.0 / 45 / n));
        assertEquals(Math.pow(bound, 4) / 5, fourths / n, 5 * Math.pow(bound, 4) * Math.sqrt(16.0 / 225 / n));
    }

    @Test
    void layers_of_equal_name_and_shape_start_equal_in_different_networks() {
        NetworkShape ae = new NetworkShape(6, List.of(5), 3, List.of("mu"));
        NetworkShape vae = new NetworkShape(6, List.of(5), 3, List.of("mu", "logvar"));
        float[] plain = KaimingUniform.draw(new RandomStreams(1), ae);
        float[] variational = KaimingUniform.draw(new RandomStreams(1), vae);
        int shared = 6 * 5 + 5 + 5 * 3 + 3;
        int logvar = 5 * 3 + 3;
        assertArrayEquals(Arrays.copyOf(plain, shared), Arrays.copyOf(variational, shared));
        assertArrayEquals(
                Arrays.copyOfRange(plain, shared, plain.length),
                Arrays.copyOfRange(variational, shared + logvar, variational.length));
    }

    @Test
    void seeds_differ() {
        assertFalse(Arrays.equals(
                KaimingUniform.draw(new RandomStreams(1), WIDE), KaimingUniform.draw(new RandomStreams(2), WIDE)));
    }
}
