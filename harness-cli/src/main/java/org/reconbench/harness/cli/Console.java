package org.reconbench.harness.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.reconbench.harness.run.Timestamps;

/**
 * Where a command writes, and what the terminal can show.
 *
 * @param out results; UTF-8 whatever the platform's locale
 * @param err progress, logs and errors; likewise
 * @param width columns of text that fit a line of {@code out}
 * @param colour whether {@code out} may carry colour
 * @param live whether {@code err} may carry a line that rewrites itself, such as a progress bar
 * @param sourceDate what {@code SOURCE_DATE_EPOCH} is, unchecked; empty if it is not set
 */
public record Console(PrintStream out, PrintStream err, int width, boolean colour, boolean live, String sourceDate) {
    /** The width when nothing tells a better one. */
    public static final int DEFAULT_WIDTH = 80;

    private static final int LEAST_WIDTH = 60;
    private static final int GREATEST_WIDTH = 200;

    /**
     * The process's own streams.
     *
     * @param environment the process's environment: {@code NO_COLOR}, {@code CI}, {@code TERM}, {@code COLUMNS} and {@code
     *     SOURCE_DATE_EPOCH} count
     * @param outIsTerminal whether a person sees stdout
     * @param errIsTerminal whether a person sees stderr
     */
    public static Console system(Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal) {
        return of(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                environment,
                outIsTerminal,
                errIsTerminal);
    }

    /** Streams of one's own under the same rules. */
    public static Console of(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            boolean outIsTerminal,
            boolean errIsTerminal) {
        boolean plain = isSet(environment, "CI") || "dumb".equals(environment.get("TERM"));
        boolean colour = outIsTerminal && !plain && !isSet(environment, "NO_COLOR");
        return new Console(
                out,
                err,
                widthOf(environment),
                colour,
                errIsTerminal && !plain,
                environment.getOrDefault(Timestamps.VARIABLE, ""));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static int widthOf(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (!columns.matches("[1-9][0-9]{0,4}")) {
            return DEFAULT_WIDTH;
        }
        return Math.max(LEAST_WIDTH, Math.min(GREATEST_WIDTH, Integer.parseInt(columns)));
    }
}
