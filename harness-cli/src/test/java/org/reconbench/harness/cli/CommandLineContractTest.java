package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, streams and the style of errors: what scripts rely on. */
class CommandLineContractTest {

    @Test
    void exit_codes_are_the_documented_numbers() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 130, 143),
                Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void version_goes_to_stdout() {
        Captured captured = Captured.run("--version");
        assertEquals(0, captured.code());
        assertTrue(captured.out().matches("(?s)reconbench [0-9]+\\.[0-9]+.*DJL [0-9.]+, PyTorch [0-9.]+, Java .*"));
        assertEquals("", captured.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "plan --help",
                "report --help",
                "export --help",
                "compare --help",
                "evaluate --help",
                "publish --help",
                "status --help",
                "list --help",
                "describe --help",
                "doctor --help",
                "data --help",
                "data generate --help",
                "data inspect --help",
                "data fetch --help"
            })
    void help_fits_eighty_columns_and_goes_to_stdout(String line) {
        Captured captured = Captured.run(line.split(" "));
        assertEquals(0, captured.code());
        assertEquals("", captured.err());
        assertTrue(captured.out().startsWith("Usage: reconbench"));
        assertTrue(captured.outLines().stream().allMatch(text -> text.length() <= 80));
    }

    @Test
    void an_unknown_command_names_the_nearest() {
        Captured captured = Captured.run("descrbe", "ae");
        assertEquals(2, captured.code());
        assertEquals("", captured.out());
        assertTrue(captured.errLines().get(0).startsWith("reconbench: unknown command 'descrbe'"));
        assertTrue(captured.errLines().get(0).contains("did you mean 'describe'?"));
    }

    @Test
    void an_unknown_option_names_the_nearest_without_its_value() {
        Captured captured = Captured.run("list", "metrics", "--fromat=json");
        assertEquals(2, captured.code());
        assertEquals(
                "reconbench: unknown option '--fromat' (did you mean '--format'?)",
                captured.errLines().get(0));
    }

    @Test
    void a_refused_choice_names_the_option_the_value_and_what_is_allowed() {
        Captured captured = Captured.run("list", "metrics", "--format", "jsn");
        assertEquals(2, captured.code());
        assertEquals(
                "reconbench: --format = jsn: must be one of table, json (did you mean 'json'?)",
                captured.errLines().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "list", "describe", "frobnicate", "data generate", "describe no-such-thing"})
    void wrong_input_takes_two_lines_at_most_and_no_stack_trace(String line) {
        Captured captured = Captured.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertEquals(2, captured.code());
        assertEquals("", captured.out());
        assertTrue(captured.errLines().size() <= 2, captured.err());
        assertTrue(captured.errLines().stream().allMatch(text -> text.startsWith("reconbench: ")), captured.err());
    }

    @Test
    void verbose_adds_the_stack_trace_of_wrong_input() {
        assertFalse(Captured.run("describe", "no-such-thing").err().contains("\tat org.reconbench"));
        assertTrue(Captured.run("describe", "no-such-thing", "-v").err().contains("\tat org.reconbench"));
    }

    @Test
    void a_path_that_cannot_be_is_wrong_input() {
        Captured captured = Captured.run("data", "generate", "seed-blobs", "-o", "x\0.csv");
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains("--output"), captured.err());
    }
}
