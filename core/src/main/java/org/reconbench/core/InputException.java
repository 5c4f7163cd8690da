package org.reconbench.core;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The user's input is wrong: a file, a key of an experiment, a command-line value.
 *
 * <p>The message is one or two plain lines that name the place, the value and what is allowed. It is shown to the user
 * as it is, without a stack trace, and the program exits with code 2 before anything has run.
 */
public final class InputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String file;
    private final int line;
    private final @Nullable String key;

    private InputException(
            String message, @Nullable String file, int line, @Nullable String key, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = line;
        this.key = key;
    }

    /** Input that belongs to no file: a command-line value, say. */
    public static InputException of(String message) {
        return new InputException(message, null, 0, null, null);
    }

    /** A fault of a whole file. The message shown is {@code file: message}. */
    public static InputException inFile(Object file, String message) {
        return new InputException(file + ": " + message, file.toString(), 0, null, null);
    }

    /** A fault of a whole file with its cause, which {@code -v} shows. */
    public static InputException inFile(Object file, String message, Throwable cause) {
        return new InputException(file + ": " + message, file.toString(), 0, null, cause);
    }

    /**
     * A fault at a line of a file. The message shown is {@code file:line: message}.
     *
     * @param line the line, counted from 1
     */
    public static InputException atLine(Object file, int line, String message) {
        return new InputException(file + ":" + line + ": " + message, file.toString(), line, null, null);
    }

    /**
     * A fault at a key of a structured file. The message shown is {@code file:line: key: message}.
     *
     * @param line the line, counted from 1; 0 when unknown
     */
    public static InputException atKey(Object file, int line, String key, String message) {
        String place = line > 0 ? file + ":" + line : file.toString();
        return new InputException(place + ": " + key + ": " + message, file.toString(), line, key, null);
    }

    /** The file at fault, or null. */
    public @Nullable String file() {
        return file;
    }

    /** The line at fault, counted from 1, or 0. */
    public int line() {
        return line;
    }

    /** The key at fault, or null. */
    public @Nullable String key() {
        return key;
    }
}
