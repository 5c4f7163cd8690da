package org.reconbench.data.npz;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.reconbench.core.InputException;

/**
 * Reads .npz files: zip archives of .npy arrays, compressed or stored, in C or Fortran order, of little- or big-endian
 * numbers ({@link NpyType}). Values arrive as doubles in C order; each array is decoded from the stream into its final
 * place, without a second copy. Checksums are verified.
 */
public final class NpzReader {
    private static final String SUFFIX = ".npy";
    private static final int CHUNK_ELEMENTS = 8192;
    /** Deflate cannot do better: what claims to is a broken or a hostile file. */
    private static final long MAX_RATIO = 1100;

    private NpzReader() {}

    /**
     * Every array of a file by its name, in the file's order.
     *
     * @throws InputException if the file is missing, damaged, or holds an array of another type
     */
    public static Map<String, NpyArray> read(Path file) {
        return read(file, name -> true);
    }

    /**
     * The arrays whose names are wanted, the others being left unread.
     *
     * @throws InputException if the file is missing or damaged, or a wanted array is of another type
     */
    public static Map<String, NpyArray> read(Path file, Predicate<String> wanted) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = open(file)) {
            for (ZipEntry entry : entries(zip)) {
                String name = name(entry);
                if (wanted.test(name)) {
                    arrays.put(name, read(file, zip, entry));
                }
            }
        } catch (IOException e) {
            throw damaged(file, e);
        }
        return arrays;
    }

    /**
     * The names of the arrays of a file, in the file's order.
     *
     * @throws InputException if the file is missing or damaged
     */
    public static List<String> names(Path file) {
        try (ZipFile zip = open(file)) {
            return entries(zip).stream().map(NpzReader::name).toList();
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw InputException.inFile(file, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw InputException.inFile(file, "is a directory, not an NPZ file");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        zip.stream().filter(entry -> entry.getName().endsWith(SUFFIX)).forEach(entries::add);
        return entries;
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    private static NpyArray read(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        String what = "array '" + name(entry) + "' ";
        if (entry.getSize() > MAX_RATIO * (entry.getCompressedSize() + 1)) {
            throw InputException.inFile(file, what + "is damaged: its packed size cannot hold what it claims");
        }
        CRC32 crc = new CRC32();
        try (InputStream raw = zip.getInputStream(entry);
                DataInputStream in = new DataInputStream(new CheckedInputStream(raw, crc))) {
            NpyHeader header = NpyHeader.read(in);
            long bytes = (long) header.elements() * header.type().bytes();
            if (bytes > entry.getSize()) {
                throw new EOFException();
            }
            NpyArray array = decode(header, in);
            if (in.read() >= 0) {
                throw InputException.inFile(file, what + "is longer than its shape says");
            }
            if (crc.getValue() != entry.getCrc()) {
                throw InputException.inFile(file, what + "is damaged: its checksum is wrong");
            }
            return array;
        } catch (NpyHeader.Refused e) {
            throw InputException.inFile(file, what + e.getMessage(), e);
        } catch (EOFException e) {
            throw InputException.inFile(file, what + "is cut off: shorter than its shape says", e);
        } catch (IOException e) {
            throw InputException.inFile(file, what + "is damaged: " + e.getMessage(), e);
        }
    }

    private static NpyArray decode(NpyHeader header, InputStream in) throws IOException {
        NpyType type = header.type();
        double[] values = new double[header.elements()];
        Odometer place = header.fortran() ? new Odometer(header.shape()) : null;
        byte[] bytes = new byte[CHUNK_ELEMENTS * type.bytes()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
        for (int done = 0; done < values.length; ) {
            int count = Math.min(CHUNK_ELEMENTS, values.length - done);
            int length = count * type.bytes();
            if (in.readNBytes(bytes, 0, length) < length) {
                throw new EOFException();
            }
            buffer.clear();
            if (place == null) {
                for (int i = 0; i < count; i++) {
                    values[done + i] = type.read(buffer);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    values[place.next()] = type.read(buffer);
                }
            }
            done += count;
        }
        return NpyArray.wrap(type, header.shape(), values);
    }

    private static InputException damaged(Path file, Exception cause) {
        return InputException.inFile(
                file, "is not a readable NPZ (zip) archive, perhaps cut off: " + cause.getMessage(), cause);
    }

    /** Positions in C order of the elements as Fortran stores them: the first axis runs fastest. */
    private static final class Odometer {
        private final int[] shape;
        private final int[] strides;
        private final int[] index;
        private int position;

        Odometer(int[] shape) {
            this.shape = shape;
            this.strides = new int[shape.length];
            this.index = new int[shape.length];
            int stride = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                strides[axis] = stride;
                stride *= shape[axis];
            }
        }

        int next() {
            int now = position;
            for (int axis = 0; axis < shape.length; axis++) {
                position += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                position -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
            return now;
        }
    }
}
