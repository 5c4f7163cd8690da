package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;

class RoundTripTest {
    @TempDir
    Path folder;

    /** Every double that is finite, by its bits, beside those at the edges. */
    private static Dataset awkward() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            values[i] = Double.isFinite(value) ? value : 0.1 * i;
        }
        double[] edges = {-0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1.0 / 3, 0x1p60 + 256, Math.PI};
        System.arraycopy(edges, 0, values, 0, edges.length);
        int[] labels = new int[1000];
        labels[7] = 1;
        return Dataset.of("awkward", List.of("a", "b,\"c\"", "d"), Matrix.wrap(1000, 3, values), Labels.of(labels));
    }

    @Test
    void csv_reads_back_to_the_bit_under_any_locale() throws IOException {
        Dataset data = awkward();
        Path file = folder.resolve("a.csv");
        Path other = folder.resolve("b.csv");
        TabularFileWriter.csv(data, file);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TabularFileWriter.csv(data, other);
            Dataset read = TabularFile.read(file, FileOptions.DEFAULT);
            assertEquals(data.rows(), read.rows());
            assertEquals(data.features(), read.features());
            assertEquals(data.sha256(), read.sha256());
        } finally {
            Locale.setDefault(before);
        }
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
        assertTrue(Files.readString(file)
                .startsWith("a,\"b,\"\"c\"\"\",d,label\n-0.0,4.9E-324,2.2250738585072014E-308,0\n"));
    }

    @Test
    void npz_reads_back_to_the_bit() {
        Dataset data = awkward();
        Path file = folder.resolve("a.npz");
        TabularFileWriter.npz(data, file);
        assertEquals(data.sha256(), TabularFile.read(file, FileOptions.DEFAULT).sha256());
    }

    @Test
    void what_cannot_be_written_is_said() {
        Dataset data = awkward();
        Path nowhere = folder.resolve("no/such/folder/a.csv");
        assertThrows(InputException.class, () -> TabularFileWriter.csv(data, nowhere));
        Dataset clash = Dataset.of("clash", List.of("label"), Matrix.wrap(1, 1, new double[1]), Labels.of(0));
        assertThrows(InputException.class, () -> TabularFileWriter.csv(clash, folder.resolve("c.csv")));
    }
}
