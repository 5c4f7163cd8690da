package org.reconbench.data;

import java.nio.file.Path;
import org.reconbench.core.data.Dataset;

/** Reads a user's table. */
public final class TabularFile {
    private TabularFile() {}

    /** Reads a CSV or NPZ file. */
    public static Dataset read(Path file, FileOptions options) {
        if (file.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        throw new UnsupportedOperationException("reading " + file + " with " + options);
    }
}
