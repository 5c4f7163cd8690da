package org.reconbench.data.npz;

import java.nio.file.Path;
import java.util.Map;

/** Reads .npz files. */
public final class NpzReader {
    private NpzReader() {}

    /** Every array of a file by its name, in the file's order. */
    public static Map<String, NpyArray> read(Path file) {
        if (file.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        throw new UnsupportedOperationException("reading " + file);
    }
}
