package org.reconbench.harness.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;

/**
 * What run directories say the time is: the clock's, or one moment for all, so that a run made again from the same sources
 * differs in nothing but what was measured (<a href="https://reproducible-builds.org/specs/source-date-epoch/">the
 * SOURCE_DATE_EPOCH specification</a>). Durations are measured either way.
 *
 * @param fixed the one moment; null for the clock
 */
public record Timestamps(@Nullable Instant fixed) {
    /** The clock's time. */
    public static final Timestamps CLOCK = new Timestamps(null);

    /** The environment variable that fixes the time. */
    public static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private static final long YEAR_10000 = 253_402_300_800L;

    /**
     * As the variable says.
     *
     * @param value seconds since 1970 in UTC; empty for the clock
     * @throws InputException if it is anything else
     */
    public static Timestamps of(String value) {
        if (value.isEmpty()) {
            return CLOCK;
        }
        if (!value.matches("[0-9]{1,12}") || Long.parseLong(value) >= YEAR_10000) {
            throw InputException.of(VARIABLE + "=" + value
                    + ": must be whole seconds since 1970-01-01 in UTC, from 0 to " + (YEAR_10000 - 1)
                    + ", such as $(git log -1 --format=%ct)");
        }
        return new Timestamps(Instant.ofEpochSecond(Long.parseLong(value)));
    }

    /** The time, cut to milliseconds. */
    Instant now() {
        return fixed == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : fixed;
    }

    /** Whether every time is the same. */
    boolean areFixed() {
        return fixed != null;
    }
}
