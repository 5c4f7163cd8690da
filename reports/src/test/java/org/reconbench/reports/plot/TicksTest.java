package org.reconbench.reports.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @Test
    void wide_ranges_show_decades() {
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0), Ticks.logarithmic(-2, 1));
    }

    @Test
    void two_decades_show_ones_twos_and_fives() {
        assertEquals(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0), Ticks.logarithmic(0, 2));
    }

    @Test
    void a_part_of_a_decade_shows_even_steps() {
        assertEquals(List.of(0.52, 0.54, 0.56, 0.58), Ticks.logarithmic(Math.log10(0.51), Math.log10(0.59)));
    }

    @ParameterizedTest
    @CsvSource({"-12, 12", "-300, 300", "-0.0001, 0.0001", "3, 3.01", "0, 1", "-1.3, 0.9"})
    void there_are_a_few_ticks_whatever_the_range(double low, double high) {
        int ticks = Ticks.logarithmic(low, high).size();
        assertTrue(ticks >= 2 && ticks <= 12, ticks + " ticks");
    }

    @Test
    void labels_read_as_people_write() {
        assertEquals("0.001", Ticks.label(0.001));
        assertEquals("20000", Ticks.label(20000));
        assertEquals("1e-6", Ticks.label(1e-6));
        assertEquals("1.5e7", Ticks.label(1.5e7));
    }
}
