package org.reconbench.nn.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
    private static final NetworkShape SHAPE = new NetworkShape(7, List.of(6, 5), 3, List.of("mu", "logvar"));

    @Test
    void every_number_has_a_place_of_its_own() {
        ParameterLayout layout = new ParameterLayout(SHAPE.layers(), SHAPE.output(), 4);
        Set<Integer> places = new HashSet<>();
        int[] next = {0};
        for (int k = 0; k < 4; k++) {
            next[0] = 0;
            layout.visit(k, (plain, place) -> {
                assertEquals(next[0]++, plain);
                assertTrue(places.add(place), "place " + place + " is taken twice");
                assertTrue(place >= 0 && place < layout.size());
            });
            assertEquals(SHAPE.parameters(), next[0]);
        }
    }

    @Test
    void added_outputs_of_a_sigmoid_are_shut_and_nothing_else_is_set() {
        ParameterLayout layout = new ParameterLayout(SHAPE.layers(), SHAPE.output(), 2);
        float[] flat = layout.empty(true);
        Set<Integer> real = new HashSet<>();
        layout.visit(0, (plain, place) -> real.add(place));
        layout.visit(1, (plain, place) -> real.add(place));
        int shut = 0;
        for (int i = 0; i < flat.length; i++) {
            assertTrue(flat[i] == 0 || !real.contains(i));
            shut += flat[i] < 0 ? 1 : 0;
        }
        assertEquals(2, shut, "one added output for each of two networks");
    }

    @Test
    void added_outputs_without_a_sigmoid_are_zero() {
        for (float number : new ParameterLayout(SHAPE.layers(), SHAPE.output(), 2).empty(false)) {
            assertEquals(0, number);
        }
    }

    @Test
    void widths_are_rounded_up_to_multiples_of_four() {
        assertEquals(4, ParameterLayout.aligned(1));
        assertEquals(20, ParameterLayout.aligned(20));
        assertEquals(12, ParameterLayout.aligned(10));
        assertEquals(0, ParameterLayout.aligned(0));
    }
}
