package org.reconbench.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read a user's file.
 *
 * @param name what to call the data set; null: the file's name without its extension
 * @param label the column of a CSV, or the array of an NPZ, that tells anomalies; null: found by its usual names
 * @param anomaly the label values that mean anomaly, every other value meaning normal; empty: the usual words
 * @param drop feature columns to leave out
 */
public record FileOptions(@Nullable String name, @Nullable String label, List<String> anomaly, List<String> drop) {
    /** Everything found by itself. */
    public static final FileOptions DEFAULT = new FileOptions(null, null, List.of(), List.of());

    /** Copies the lists. */
    public FileOptions {
        anomaly = List.copyOf(anomaly);
        drop = List.copyOf(drop);
    }
}
