package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;
import org.reconbench.core.InputException;

/** The message of an expected {@link InputException}. */
public final class Refusal {
    private Refusal() {}

    /** Runs what must be refused. */
    public static String of(Executable refused) {
        return Objects.requireNonNull(
                assertThrows(InputException.class, refused).getMessage());
    }
}
