package org.reconbench.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reconbench.harness.store.Json;

/** The lines of results.jsonl less what may differ between equal runs: times, the run's id, memory. */
public final class TimelessRecords {
    private static final List<String> MAY_DIFFER = List.of("run_id", "started_at", "ended_at", "time_s", "memory");

    private TimelessRecords() {}

    /** One canonical text a line, in the file's order. */
    public static List<String> of(Path directory) throws IOException {
        return Files.readAllLines(directory.resolve("results.jsonl")).stream()
                .map(TimelessRecords::timeless)
                .toList();
    }

    private static String timeless(String line) {
        Map<String, Object> fields = new TreeMap<>();
        Map<?, ?> read = Json.read(line, Map.class);
        read.forEach((key, value) -> fields.put(String.valueOf(key), value));
        if (!fields.keySet().containsAll(MAY_DIFFER)) {
            throw new AssertionError("a field is missing in " + line);
        }
        fields.keySet().removeAll(MAY_DIFFER);
        return Json.line(fields);
    }
}
