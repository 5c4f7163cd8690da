package org.reconbench.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzWriter;

/** Writes a table so that {@link TabularFile} reads the very same one. Equal tables give equal bytes. */
public final class TabularFileWriter {
    private static final String LABEL = "label";

    private TabularFileWriter() {}

    /**
     * Writes UTF-8 CSV with commas: a header, each number as {@link Double#toString(double)} (which reads back exactly),
     * and a last column {@code label} of 0 and 1.
     *
     * @throws InputException if the file cannot be written, or a feature is itself called {@code label}
     */
    public static void csv(Dataset data, Path out) {
        if (data.features().contains(LABEL)) {
            throw InputException.inFile(
                    out,
                    "cannot be written: a feature of '" + data.name() + "' is called 'label', as the last column is");
        }
        Matrix rows = data.rows();
        Labels labels = data.labels();
        int columns = rows.columns();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8)) {
            String[] fields = data.features().toArray(new String[columns + 1]);
            fields[columns] = LABEL;
            csv.writeRecord(fields);
            for (int i = 0; i < rows.rows(); i++) {
                for (int j = 0; j < columns; j++) {
                    fields[j] = Double.toString(rows.get(i, j));
                }
                fields[columns] = labels.isAnomaly(i) ? "1" : "0";
                csv.writeRecord(fields);
            }
        } catch (IOException e) {
            throw InputException.inFile(out, "cannot be written: " + e, e);
        }
    }

    /**
     * Writes NPZ: {@code X} as float64, rows x columns, and {@code y} as int8. Names of features are not kept.
     *
     * @throws InputException if the file cannot be written
     */
    public static void npz(Dataset data, Path out) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("X", NpyArray.ofDoubles(data.rows()));
        arrays.put("y", NpyArray.ofBytes(data.labels().toBytes()));
        NpzWriter.write(out, arrays);
    }
}
