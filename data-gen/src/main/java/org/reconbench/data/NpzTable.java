package org.reconbench.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzReader;

/** Reads an NPZ file: features in the array X, rows x columns, and labels in y, of length rows. */
final class NpzTable {
    private static final String FEATURES = "X";
    private static final String LABELS = "y";

    private NpzTable() {}

    static Dataset read(Path file, String name, FileOptions options) {
        String label = options.label();
        String labelArray = label == null ? LABELS : label;
        Map<String, NpyArray> arrays =
                NpzReader.read(file, array -> array.equals(FEATURES) || array.equals(labelArray));
        NpyArray x = required(file, arrays, FEATURES, "the features, rows x columns");
        NpyArray y = required(file, arrays, labelArray, "the labels");
        int[] shape = x.shape();
        if (shape.length != 2 || shape[1] == 0) {
            throw InputException.inFile(
                    file,
                    "array 'X' has shape " + Arrays.toString(shape)
                            + "; it must have two axes, rows x columns, and at least 1 column");
        }
        if (shape[0] == 0) {
            throw InputException.inFile(file, "array 'X' has no rows: at least one is needed");
        }
        checkLabels(file, labelArray, y, shape[0]);
        Labels labels = labels(file, labelArray, y, options);
        Matrix rows = x.toMatrix();
        checkFinite(file, rows);
        return keep(file, name, rows, labels, options.drop());
    }

    private static NpyArray required(Path file, Map<String, NpyArray> arrays, String name, String meaning) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            List<String> names = NpzReader.names(file);
            throw InputException.inFile(
                    file,
                    "there is no array '" + name + "' (" + meaning + ")" + Suggestion.hint(name, names)
                            + (names.isEmpty() ? "; the file holds none" : "; it holds " + String.join(", ", names)));
        }
        return array;
    }

    private static void checkLabels(Path file, String name, NpyArray y, int rows) {
        int[] shape = y.shape();
        boolean vector = shape.length == 1 || (shape.length == 2 && shape[1] == 1);
        if (!vector || shape[0] != rows) {
            throw InputException.inFile(
                    file,
                    "array '" + name + "' has shape " + Arrays.toString(shape) + "; X has " + rows
                            + " rows, so it must be [" + rows + "] or [" + rows + ", 1]");
        }
    }

    private static Labels labels(Path file, String name, NpyArray y, FileOptions options) {
        LabelWords words = new LabelWords(options.anomaly());
        int[] labels = new int[y.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = words.classify(Double.toString(y.get(i)));
            if (labels[i] < 0) {
                throw InputException.inFile(
                        file,
                        "array '" + name + "': row " + (i + 1) + " is " + y.get(i)
                                + "; taken without being told are 0 (normal) and 1 (anomaly). Say which values mean"
                                + " anomaly (anomaly)");
            }
        }
        if (words.givenButAbsent()) {
            throw InputException.inFile(
                    file,
                    "array '" + name + "': none of the anomaly values " + String.join(", ", options.anomaly())
                            + " occurs; it holds " + words.seen());
        }
        return Labels.of(labels);
    }

    private static void checkFinite(Path file, Matrix rows) {
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < rows.columns(); j++) {
                if (!Double.isFinite(rows.get(i, j))) {
                    throw InputException.inFile(
                            file,
                            "array 'X': row " + (i + 1) + ", column x" + (j + 1) + " is " + rows.get(i, j)
                                    + "; allowed are finite numbers");
                }
            }
        }
    }

    private static Dataset keep(Path file, String name, Matrix rows, Labels labels, List<String> drop) {
        List<String> names = Synthetic.names(rows.columns());
        Set<String> dropped = new HashSet<>(drop);
        for (String column : drop) {
            if (!names.contains(column)) {
                throw InputException.inFile(
                        file, "drop: there is no column '" + column + "'; the columns are x1 to x" + rows.columns());
            }
        }
        int[] kept = IntStream.range(0, names.size())
                .filter(j -> !dropped.contains(names.get(j)))
                .toArray();
        if (kept.length == 0) {
            throw InputException.inFile(file, "drop: no column is left; at least 1 is needed");
        }
        if (kept.length == names.size()) {
            return Dataset.of(name, names, rows, labels);
        }
        double[] values = new double[rows.rows() * kept.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / kept.length, kept[i % kept.length]);
        }
        List<String> keptNames = Arrays.stream(kept).mapToObj(names::get).toList();
        return Dataset.of(name, keptNames, Matrix.wrap(rows.rows(), kept.length, values), labels);
    }
}
