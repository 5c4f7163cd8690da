package org.reconbench.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.harness.store.Json;

/** What plan says of a part of an experiment, and of trials that are not run. */
class PlanShardTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static Map<?, ?> json(String... more) {
        List<String> words = new ArrayList<>(List.of("plan", "smoke", "--format", "json"));
        words.addAll(List.of(more));
        Captured captured = Captured.run(words.toArray(String[]::new));
        assertEquals(0, captured.code(), captured.err());
        return Json.read(captured.out(), Map.class);
    }

    private static List<Object> ids(Map<?, ?> plan) {
        List<Object> ids = new ArrayList<>();
        requireNonNull((List<?>) plan.get("trials")).forEach(trial -> ids.add(((Map<?, ?>) trial).get("id")));
        return ids;
    }

    @Test
    void the_shards_of_a_plan_hold_each_trial_once() {
        List<Object> parts = new ArrayList<>(ids(json("--shard", "1/3")));
        parts.addAll(ids(json("--shard", "2/3")));
        Map<?, ?> last = json("--shard", "3/3");
        assertEquals("3/3", last.get("shard"));
        parts.addAll(ids(last));
        Set<Object> whole = new HashSet<>(ids(json()));
        assertEquals(14, whole.size());
        assertEquals(14, parts.size());
        assertEquals(whole, new HashSet<>(parts));
        Captured table = Captured.run("plan", "smoke", "--shard", "1/3");
        assertTrue(table.out().contains("trials, shard 1/3 of 14, in"), table.out());
    }

    @Test
    void a_wrong_shard_is_refused_as_run_does() {
        Captured captured = Captured.run("plan", "smoke", "--shard", "4/3");
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains("--shard 4/3: must be i/n"), captured.err());
    }

    @Test
    void trials_that_would_take_too_long_are_in_the_list_as_skipped() throws IOException {
        Path file = temp.resolve("long.yaml");
        Files.writeString(file, """
                datasets: [{name: seed-blobs, params: {n: 200}}]
                seeds: 1
                detectors: [norm, ae]
                max_trial_s: 0.01
                """);
        Captured captured = Captured.run("plan", file.toString(), "--format", "json");
        assertEquals(0, captured.code(), captured.err());
        List<?> trials =
                requireNonNull((List<?>) Json.read(captured.out(), Map.class).get("trials"));
        assertEquals(false, ((Map<?, ?>) trials.get(0)).get("skipped"));
        assertEquals(true, ((Map<?, ?>) trials.get(1)).get("skipped"));
    }

    @Test
    void an_unknown_setting_names_the_nearest_and_what_it_takes_or_what_there_is() {
        Captured near = Captured.run("plan", "smoke", "--set", "epoch=3");
        assertEquals(2, near.code());
        assertTrue(
                near.err().replaceAll("\\s+", " ").contains("(did you mean 'epochs', an integer from 1 to"),
                near.err());
        assertTrue(near.err().replaceAll("\\s+", " ").contains(", default "), near.err());
        Captured far = Captured.run("plan", "smoke", "--set", "qqqqqq=1");
        assertTrue(far.err().contains("has such a parameter; there are "), far.err());
        assertTrue(far.err().contains("epochs"), far.err());
        assertTrue(!far.err().contains("ae.epochs"), far.err());
    }
}
