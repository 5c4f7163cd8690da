package org.reconbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.4", " 1.4 ", "1.4.2", "1.4.0-SNAPSHOT", "1.4-rc1"})
    void two_numbers_count_whatever_follows(String text) {
        assertEquals(Optional.of(new CoreVersion(1, 4)), CoreVersion.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "one.two", "1.x", "1.4x", "-1.4", "99999999.1", "${version}"})
    void anything_else_is_no_version(String text) {
        assertEquals(Optional.empty(), CoreVersion.parse(text));
    }

    @Test
    void before_one_every_second_number_may_break() {
        CoreVersion program = new CoreVersion(0, 3);
        assertTrue(program.accepts(new CoreVersion(0, 3)));
        assertFalse(program.accepts(new CoreVersion(0, 2)));
        assertFalse(program.accepts(new CoreVersion(0, 4)));
    }

    @Test
    void from_one_on_older_second_numbers_run() {
        CoreVersion program = new CoreVersion(2, 3);
        assertTrue(program.accepts(new CoreVersion(2, 0)));
        assertFalse(program.accepts(new CoreVersion(2, 4)));
        assertFalse(program.accepts(new CoreVersion(1, 3)));
    }
}
