package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.detector.Params;

/** Whatever bytes a file holds, it is read or refused by an InputException: nothing else is thrown. */
class BrokenFilesTest {
    @TempDir
    Path folder;

    private byte[] csv = {};
    private byte[] stored = {};
    private byte[] packed = {};

    @BeforeEach
    void write_whole_files() throws IOException {
        DatasetSource source = DatasetCatalogue.find("easy-blobs").orElseThrow();
        Dataset data = source.load(Params.resolve("d", source.card().params(), Map.of("n", 40, "features", 3)), 0);
        Path file = folder.resolve("whole");
        TabularFileWriter.csv(data, file);
        csv = Files.readAllBytes(file);
        TabularFileWriter.npz(data, file);
        stored = Files.readAllBytes(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        }
        packed = bytes.toByteArray();
        assertTrue(reads(csv) && reads(stored) && reads(packed), "the whole files are good");
    }

    /** Whether it reads; false when it is refused as it should be. */
    private boolean reads(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("broken"), bytes);
        try {
            TabularFile.read(file, FileOptions.DEFAULT);
            return true;
        } catch (InputException e) {
            assertEquals(file.toString(), e.file());
            return false;
        }
    }

    @Test
    void a_cut_off_csv_is_read_or_refused() throws IOException {
        int read = 0;
        for (int length = 0; length < csv.length; length++) {
            read += reads(Arrays.copyOf(csv, length)) ? 1 : 0;
        }
        assertTrue(read > 0 && read < csv.length / 10, "read " + read + " of " + csv.length);
    }

    @Test
    void a_cut_off_npz_is_always_refused() throws IOException {
        for (byte[] whole : new byte[][] {stored, packed}) {
            for (int length = 0; length < whole.length; length += 3) {
                assertTrue(!reads(Arrays.copyOf(whole, length)), "cut at " + length + " of " + whole.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changed_bytes_are_read_or_refused(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (byte[] whole : new byte[][] {csv, stored, packed}) {
            for (int i = 0; i < 150; i++) {
                byte[] changed = whole.clone();
                for (int k = random.nextInt(1, 6); k > 0; k--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                reads(changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004", "a,b,label\n", "a\tlabel\n1\t0\n", "\"", "PK\u0005\u0006"})
    void random_bytes_are_read_or_refused(String start) throws IOException {
        SplittableRandom random = new SplittableRandom(start.length());
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[head.length + random.nextInt(300)];
            random.nextBytes(bytes);
            System.arraycopy(head, 0, bytes, 0, head.length);
            reads(bytes);
        }
    }

    @Test
    void random_text_of_csv_letters_is_read_or_refused() throws IOException {
        String letters = "01.,;\t\"\n\r e-ablxy";
        SplittableRandom random = new SplittableRandom(9);
        int read = 0;
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "a,y\n" : "");
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            read += reads(text.toString().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        assertTrue(read < 600, "some are refused");
    }

    @Test
    void an_archive_that_claims_more_than_it_can_hold_is_refused_before_memory_is_taken() throws IOException {
        byte[] bomb = packed.clone();
        for (int i = 0; i + 28 < bomb.length; i++) {
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                bomb[i + 27] = 0x7F; // the uncompressed size in the directory: two thousand million
            }
        }
        Path file = Files.write(folder.resolve("bomb.npz"), bomb);
        String message = Refusal.of(() -> TabularFile.read(file, FileOptions.DEFAULT));
        assertTrue(message.contains("damaged") || message.contains("cannot hold"), message);
    }
}
