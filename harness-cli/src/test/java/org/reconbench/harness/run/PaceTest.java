package org.reconbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:40Z");
    private static final Map<String, Double> LEFT = Map.of("c", 30.0, "d", 10.0);
    private static final Map<String, Double> DONE = Map.of("a", 100.0, "b", 20.0);

    @Test
    void work_goes_on_at_the_pace_of_the_latest_attempt() {
        List<String> log = List.of(
                "2026-01-01T00:00:00Z run begins: 4 trials to run, 0 held already",
                "2026-01-01T00:00:01Z a ok norm seed 0",
                "2026-01-02T00:00:00Z run begins: 3 trials to run, 1 held already",
                "2026-01-02T00:00:01Z cohort of 1 begins: norm on x, p, seed 1",
                "2026-01-02T00:00:30Z b ok norm seed 1");
        // 20 units in 40 s, 40 units left.
        assertEquals(OptionalDouble.of(80), Pace.secondsToGo(log, LEFT, DONE, NOW));
    }

    @Test
    void nothing_is_said_before_a_trial_has_ended() {
        String begin = "2026-01-02T00:00:00Z run begins: 3 trials to run, 1 held already";
        assertTrue(Pace.secondsToGo(List.of(), LEFT, DONE, NOW).isEmpty());
        assertTrue(Pace.secondsToGo(List.of(begin), LEFT, DONE, NOW).isEmpty());
        assertTrue(Pace.secondsToGo(List.of("2026-01-01T00:00:01Z a ok norm", begin), LEFT, DONE, NOW)
                .isEmpty());
        assertTrue(Pace.secondsToGo(List.of("garbage", "x run begins: 3", "t b ok"), LEFT, DONE, NOW)
                .isEmpty());
    }
}
