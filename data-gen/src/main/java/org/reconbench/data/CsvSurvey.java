package org.reconbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.reconbench.core.InputException;

/**
 * A first, fast look at a CSV file: how many lines are not empty, so that the table can be read into its final place,
 * and which delimiter the header has.
 *
 * @param bytes the file's size
 * @param lines lines that are not empty
 * @param bom bytes of the byte order mark at the start, 0 or 3
 * @param delimiter the most frequent of comma, semicolon and tab in the first line, outside quotes; comma if none is
 */
record CsvSurvey(long bytes, long lines, int bom, char delimiter) {
    private static final byte[] UTF8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 1 << 16;
    private static final char[] DELIMITERS = {',', ';', '\t'};

    /**
     * Looks at a file.
     *
     * @throws InputException if it holds bytes that no text has
     */
    static CsvSurvey of(Path file) throws IOException {
        long bytes = 0;
        long lines = 0;
        boolean inLine = false;
        int bom = 0;
        char delimiter = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(chunk, 0, CHUNK); read > 0; read = in.readNBytes(chunk, 0, CHUNK)) {
                if (bytes == 0) {
                    bom = bom(file, chunk, read);
                    delimiter = delimiter(new String(chunk, bom, read - bom, StandardCharsets.UTF_8));
                }
                for (int i = bytes == 0 ? bom : 0; i < read; i++) {
                    if (chunk[i] == 0) {
                        throw InputException.inFile(
                                file, "is not a CSV file: byte " + (bytes + i + 1) + " is 0, which no text has");
                    }
                    boolean end = chunk[i] == '\n' || chunk[i] == '\r';
                    lines += inLine && end ? 1 : 0;
                    inLine = !end;
                }
                bytes += read;
            }
        }
        return new CsvSurvey(bytes, lines + (inLine ? 1 : 0), bom, delimiter);
    }

    private static int bom(Path file, byte[] start, int length) {
        if (length >= UTF8_BOM.length && Arrays.equals(start, 0, UTF8_BOM.length, UTF8_BOM, 0, UTF8_BOM.length)) {
            return UTF8_BOM.length;
        }
        int first = length < 2 ? 0 : Byte.toUnsignedInt(start[0]) << 8 | Byte.toUnsignedInt(start[1]);
        if (first == 0xFFFE || first == 0xFEFF) {
            throw InputException.inFile(file, "is UTF-16 text; save it as UTF-8");
        }
        return 0;
    }

    private static char delimiter(String start) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        boolean content = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if ((c == '\n' || c == '\r') && content && !quoted) {
                break;
            }
            content |= c != '\n' && c != '\r';
            quoted ^= c == '"';
            for (int d = 0; d < DELIMITERS.length; d++) {
                counts[d] += c == DELIMITERS[d] && !quoted ? 1 : 0;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }
}
