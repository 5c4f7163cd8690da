package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private static Console console(Map<String, String> environment, boolean terminal) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Console.of(nowhere, nowhere, environment, terminal, terminal);
    }

    @Test
    void a_terminal_has_colour_and_live_progress() {
        assertTrue(console(Map.of(), true).colour());
        assertTrue(console(Map.of(), true).live());
    }

    @Test
    void a_pipe_has_neither() {
        assertFalse(console(Map.of(), false).colour());
        assertFalse(console(Map.of(), false).live());
    }

    @Test
    void no_color_takes_the_colour_only() {
        assertFalse(console(Map.of("NO_COLOR", "1"), true).colour());
        assertTrue(console(Map.of("NO_COLOR", "1"), true).live());
        assertTrue(console(Map.of("NO_COLOR", ""), true).colour());
    }

    @Test
    void ci_takes_both() {
        assertFalse(console(Map.of("CI", "true"), true).colour());
        assertFalse(console(Map.of("CI", "true"), true).live());
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "20, 60", "9999, 200", "0, 80", "-5, 80", "wide, 80", "99999999999999, 80"})
    void width_follows_columns_within_reason(String columns, int width) {
        assertEquals(width, console(Map.of("COLUMNS", columns), true).width());
    }

    @Test
    void width_is_eighty_when_nothing_is_known() {
        assertEquals(80, console(Map.of(), true).width());
    }
}
