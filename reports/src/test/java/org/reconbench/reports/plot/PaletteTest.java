package org.reconbench.reports.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void twenty_four_configurations_look_different_without_colour_too() {
        Set<Look> looks = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            looks.add(Palette.compared(i));
        }
        assertEquals(24, looks.size());
        for (int i = 0; i < 8; i++) {
            assertTrue(
                    !Palette.compared(i).dash().equals(Palette.compared(i + 8).dash()), "same colour, same dash");
        }
    }

    @Test
    void references_are_grey() {
        for (int i = 0; i < 6; i++) {
            String colour = Palette.reference(i).colour();
            assertEquals(colour.substring(1, 3), colour.substring(3, 5));
            assertEquals(colour.substring(3, 5), colour.substring(5, 7));
        }
    }

    @Test
    void a_negative_index_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Palette.compared(-1));
    }

    @Test
    void a_line_whose_parts_differ_in_length_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Line.plain("l", Palette.compared(0), List.of(1.0), List.of(1.0, 2.0)));
    }
}
