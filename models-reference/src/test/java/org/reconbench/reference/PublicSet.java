package org.reconbench.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.reconbench.core.data.Matrix;

/** Reads the matrix {@code X} of a public .npz set of little-endian doubles. */
final class PublicSet {
    private PublicSet() {}

    /** The folder shared/data/adbench in or above the working directory, if there is one. */
    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared").resolve("data").resolve("adbench");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    static Matrix read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("X.npy"))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int length = bytes.getShort(8);
            String header = new String(bytes.array(), 10, length, StandardCharsets.US_ASCII);
            if (!header.contains("'<f8'")) {
                throw new IllegalArgumentException(file + ": " + header);
            }
            String[] shape = header.replaceAll("(?s).*\\(([0-9]+), ([0-9]+)\\).*", "$1 $2")
                    .split(" ");
            bytes.position(10 + length);
            return matrix(
                    bytes,
                    Integer.parseInt(shape[0]),
                    Integer.parseInt(shape[1]),
                    header.contains("'fortran_order': True"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matrix matrix(ByteBuffer bytes, int rows, int columns, boolean byColumn) {
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            int at = byColumn ? (k % rows) * columns + k / rows : k;
            values[at] = bytes.getDouble();
        }
        return Matrix.wrap(rows, columns, values);
    }
}
