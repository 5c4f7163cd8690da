package org.reconbench.data.npz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.reconbench.core.InputException;

/**
 * Writes .npz files that NumPy reads: little-endian, C order, stored without compression. Equal arrays give equal bytes
 * on every machine: no clock, no compressor's version.
 */
public final class NpzWriter {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int CHUNK_ELEMENTS = 8192;

    private NpzWriter() {}

    /**
     * Writes arrays under their names, in the map's order. The file appears under its name only when it is complete,
     * and replaces one that was there.
     *
     * @throws InputException if the file cannot be written
     */
    public static void write(Path file, Map<String, NpyArray> arrays) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(part));
                    ZipOutputStream zip = new ZipOutputStream(raw)) {
                zip.setMethod(ZipOutputStream.STORED);
                for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                    add(zip, array.getKey(), array.getValue());
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw InputException.inFile(file, "cannot be written: " + e, e);
        }
    }

    private static void add(ZipOutputStream zip, String name, NpyArray array) throws IOException {
        CRC32 crc = new CRC32();
        encode(array, new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(EPOCH);
        entry.setSize(NpyHeader.bytes(array.type(), array.shape()).length
                + (long) array.size() * array.type().bytes());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        encode(array, zip);
        zip.closeEntry();
    }

    private static void encode(NpyArray array, OutputStream out) throws IOException {
        NpyType type = array.type();
        out.write(NpyHeader.bytes(type, array.shape()));
        byte[] bytes = new byte[CHUNK_ELEMENTS * type.bytes()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < array.size(); done += CHUNK_ELEMENTS) {
            buffer.clear();
            int end = Math.min(done + CHUNK_ELEMENTS, array.size());
            for (int i = done; i < end; i++) {
                type.write(buffer, array.get(i));
            }
            out.write(bytes, 0, buffer.position());
        }
    }
}
