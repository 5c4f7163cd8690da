package org.reconbench.nn.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript text into the archive that libtorch loads: a stored zip with the code, an empty list of constants, and
 * a pickled instance of the class.
 *
 * <p>The text must define {@code class Program(Module)} without parameters. There is no Python anywhere: libtorch parses
 * and compiles the text when it loads the archive.
 */
final class ScriptArchive {
    /** Version of the archive's format: operators mean what they mean in libtorch today. */
    private static final String VERSION = "3\n";

    /** Pickle, protocol 2: {@code __torch__.Program()} with the state {@code {"training": False}}. */
    private static final String INSTANCE =
            "\u0080\u0002c__torch__\nProgram\n)\u0081}X\b\u0000\u0000\u0000training\u0089sb.";

    /** Pickle, protocol 2: an empty tuple. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private ScriptArchive() {}

    /** The archive's bytes. */
    static byte[] pack(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "program/data.pkl", INSTANCE.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "program/code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
            store(zip, "program/constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "program/version", VERSION.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
