package org.reconbench.harness.run;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How fast a run that is under way gets on, by its log: what an earlier attempt took, or slept, does not count. */
public final class Pace {
    /** How the log says that an attempt begins. */
    static final String BEGINS = "run begins: ";

    private Pace() {}

    /**
     * The time to go if the work that is left goes as fast as that done since the latest attempt began.
     *
     * @param log the lines of run.log
     * @param left the work of each trial without a final record, by id
     * @param done the work of each trial with one
     * @param now the clock's time
     * @return seconds; empty while the attempt has ended no trial
     */
    public static OptionalDouble secondsToGo(
            List<String> log, Map<String, Double> left, Map<String, Double> done, Instant now) {
        Instant begin = null;
        Set<String> ended = new HashSet<>();
        for (String line : log) {
            String[] words = line.split(" ", 3);
            if (words.length < 3) {
                continue;
            }
            if (line.substring(words[0].length() + 1).startsWith(BEGINS)) {
                begin = time(words[0]);
                ended.clear();
            } else if (done.containsKey(words[1])) {
                ended.add(words[1]);
            }
        }
        double worked =
                ended.stream().mapToDouble(id -> done.getOrDefault(id, 0.0)).sum();
        if (begin == null || !(worked > 0)) {
            return OptionalDouble.empty();
        }
        double elapsed = Duration.between(begin, now).toMillis() / 1000.0;
        double work = left.values().stream().mapToDouble(Double::doubleValue).sum();
        return OptionalDouble.of(Math.max(0, elapsed) / worked * work);
    }

    private static @Nullable Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
