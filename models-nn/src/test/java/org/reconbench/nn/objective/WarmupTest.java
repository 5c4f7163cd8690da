package org.reconbench.nn.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reconbench.nn.objective.Warmup.Shape;

class WarmupTest {
    @Test
    void linear_climbs_in_equal_steps_and_then_stays() {
        Warmup warmup = new Warmup(4, Shape.LINEAR, 0.5);
        for (int epoch = 0; epoch < 50; epoch++) {
            assertEquals(4 * Math.min(1, epoch / 25.0), warmup.weight(epoch, 50), 1e-15);
        }
    }

    @Test
    void cosine_and_sigmoid_pass_half_the_target_half_way() {
        assertEquals(1, new Warmup(2, Shape.COSINE, 0.4).weight(20, 100), 1e-15);
        assertEquals(1, new Warmup(2, Shape.SIGMOID, 0.4).weight(20, 100), 1e-12);
        assertEquals(2 * (1 - Math.cos(Math.PI / 4)) / 2, new Warmup(2, Shape.COSINE, 0.4).weight(10, 100), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSTANT")
    void every_climb_starts_at_zero_never_falls_and_ends_at_the_target(Shape shape) {
        Warmup warmup = new Warmup(3, shape, 0.5);
        assertEquals(0, warmup.weight(0, 40));
        for (int epoch = 1; epoch < 40; epoch++) {
            assertTrue(warmup.weight(epoch, 40) >= warmup.weight(epoch - 1, 40));
        }
        assertEquals(3, warmup.weight(20, 40));
        assertEquals(3, warmup.weight(39, 40));
        assertEquals(3, warmup.target());
        assertFalse(warmup.constantOver(40));
    }

    @ParameterizedTest
    @EnumSource
    void no_fraction_is_no_warmup(Shape shape) {
        assertTrue(new Warmup(3, shape, 0).constantOver(10));
        assertEquals(3, new Warmup(3, shape, 0).weight(0, 10));
    }

    @Test
    void refuses_fractions_above_one_and_negative_targets() {
        assertThrows(IllegalArgumentException.class, () -> new Warmup(1, Shape.LINEAR, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new Warmup(-1, Shape.LINEAR, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Warmup(Double.NaN, Shape.LINEAR, 0.5));
    }
}
