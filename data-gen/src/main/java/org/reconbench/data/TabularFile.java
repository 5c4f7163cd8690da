package org.reconbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;

/**
 * Reads a user's table, CSV or NPZ; the content decides which, not the name. The rules stand in docs/data.md.
 *
 * <p>A file whose rows are all of one class is read; a protocol refuses it.
 */
public final class TabularFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] NPY = {(byte) 0x93, 'N', 'U', 'M'};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private TabularFile() {}

    /**
     * Reads a CSV or NPZ file.
     *
     * @throws InputException if it is missing, damaged, of another kind, or holds what is not a number; the message
     *     names the file, the line or array, the value and what is allowed
     */
    public static Dataset read(Path file, FileOptions options) {
        if (!Files.exists(file)) {
            throw InputException.inFile(file, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw InputException.inFile(file, "is a directory; a CSV or NPZ file is needed");
        }
        String given = options.name();
        String name = given == null ? stem(file) : given;
        try {
            byte[] start = start(file);
            boolean zip = begins(start, ZIP) || begins(start, EMPTY_ZIP);
            if (zip) {
                return NpzTable.read(file, name, options);
            }
            refuseOthers(file, start);
            return CsvTable.read(file, name, options);
        } catch (IOException e) {
            throw InputException.inFile(file, "cannot be read: " + e, e);
        }
    }

    private static void refuseOthers(Path file, byte[] start) {
        String extension = file.toString().toLowerCase(Locale.ROOT);
        if (start.length == 0) {
            throw InputException.inFile(file, "is empty: a header and at least one row are needed");
        }
        if (begins(start, NPY)) {
            throw InputException.inFile(
                    file, "is a single array (.npy); save the features X and the labels y with numpy.savez");
        }
        if (begins(start, GZIP)) {
            throw InputException.inFile(file, "is compressed with gzip; unpack it first");
        }
        if (extension.endsWith(".npz")) {
            throw InputException.inFile(file, "is not an NPZ (zip) archive");
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }

    private static boolean begins(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static String stem(Path file) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
