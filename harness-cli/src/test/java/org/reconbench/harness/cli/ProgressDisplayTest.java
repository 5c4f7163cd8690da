package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.harness.cli.ProgressDisplay.PlainLines;
import org.reconbench.harness.cli.ProgressDisplay.Progress;

class ProgressDisplayTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private PlainLines plain() {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new PlainLines(Console.of(err, err, Map.of(), false, false));
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_short_run_says_one_line_when_it_ends() {
        PlainLines plain = plain();
        plain.accept(new Progress("begin", 10, 0, 0, 0, 0));
        plain.accept(new Progress("cohort", 10, 5, 0, 0, 0.5));
        plain.accept(new Progress("cohort", 10, 10, 0, 0, 1));
        plain.accept(new Progress("end", 10, 10, 0, 0, 1));
        assertEquals(List.of("10/10 trials, 100 %, 1.0 s"), lines());
    }

    @Test
    void a_long_run_says_a_line_a_tenth_and_100_percent_only_at_its_end() {
        PlainLines plain = plain();
        plain.accept(new Progress("epoch", 10, 0, 0, 2.5, 10));
        plain.accept(new Progress("epoch", 10, 0, 0, 2.6, 20));
        plain.accept(new Progress("epoch", 10, 1, 1, 3.1, 30));
        plain.accept(new Progress("epoch", 10, 9, 1, 1, 90));
        plain.accept(new Progress("end", 10, 10, 1, 0, 100));
        assertEquals(
                List.of(
                        "0/10 trials, 25 %, 10 s",
                        "1/10 trials, 41 %, 30 s, 1 not ok", "10/10 trials, 100 %, 1 min 40 s, 1 not ok"),
                lines());
    }

    @Test
    void a_run_that_was_stopped_ends_at_what_it_reached() {
        PlainLines plain = plain();
        plain.accept(new Progress("end", 10, 4, 0, 0, 8));
        assertEquals(List.of("4/10 trials, 40 %, 8.0 s"), lines());
    }
}
