package org.reconbench.data.npz;

import java.nio.file.Path;
import java.util.Map;

/** Writes .npz files. */
public final class NpzWriter {
    private NpzWriter() {}

    /** Writes arrays under their names, in the map's order. */
    public static void write(Path file, Map<String, NpyArray> arrays) {
        if (file.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        throw new UnsupportedOperationException("writing " + arrays.keySet() + " to " + file);
    }
}
