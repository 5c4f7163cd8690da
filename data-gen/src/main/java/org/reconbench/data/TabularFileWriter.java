package org.reconbench.data;

import java.nio.file.Path;
import org.reconbench.core.data.Dataset;

/** Writes a table. */
public final class TabularFileWriter {
    private TabularFileWriter() {}

    /** Writes CSV. */
    public static void csv(Dataset data, Path out) {
        if (out.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        throw new UnsupportedOperationException("writing " + data.name() + " to " + out);
    }

    /** Writes NPZ. */
    public static void npz(Dataset data, Path out) {
        if (out.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        throw new UnsupportedOperationException("writing " + data.name() + " to " + out);
    }
}
