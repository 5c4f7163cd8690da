package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reconbench.core.InputException;
import picocli.CommandLine;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(boolean verbose, Runnable command) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = Console.of(stream, stream, Map.of(), false, false);
        CommandLine line = new CommandLine(new Command(command));
        line.setExecutionExceptionHandler(new Failures(console, verbose));
        return line.execute();
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_users_mistake_is_shown_as_it_is() {
        int code = run(false, () -> {
            throw InputException.atKey("x.yaml", 3, "epochs", "must be from 1 to 9");
        });
        assertEquals(2, code);
        assertEquals("reconbench: x.yaml:3: epochs: must be from 1 to 9" + System.lineSeparator(), text());
    }

    @Test
    void a_bug_is_an_internal_error_that_says_how_to_see_more() {
        int code = run(false, () -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(1, code);
        assertTrue(text().startsWith("reconbench: internal error: java.lang.IllegalStateException: broken"));
        assertTrue(text().contains("-v"));
        assertFalse(text().contains("\tat "));
    }

    @Test
    void verbose_shows_where_a_bug_is() {
        run(true, () -> {
            throw new IllegalStateException("broken");
        });
        assertTrue(text().contains("\tat org.reconbench.harness.cli.FailuresTest"));
    }

    @Test
    void an_argument_after_two_dashes_is_no_option() {
        assertTrue(Failures.verbose(new String[] {"run", "-v"}));
        assertTrue(Failures.verbose(new String[] {"--verbose"}));
        assertFalse(Failures.verbose(new String[] {"describe", "--", "-v"}));
    }

    @CommandLine.Command
    private record Command(Runnable body) implements Runnable {
        @Override
        public void run() {
            body.run();
        }
    }
}
