package org.reconbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;

/**
 * What a table looks like.
 *
 * @param name of the data set
 * @param rows rows, anomalies included
 * @param columns features
 * @param anomalies rows labelled anomaly
 * @param anomalyRate their share, 0 to 1
 * @param duplicateRows rows whose features equal those of an earlier row
 * @param constantColumns names of the features with one value only
 * @param features each feature, in order
 * @param sha256 the fingerprint of the content
 */
public record DatasetSummary(
        String name,
        int rows,
        int columns,
        int anomalies,
        double anomalyRate,
        int duplicateRows,
        List<String> constantColumns,
        List<Feature> features,
        String sha256) {

    /** Copies the lists. */
    public DatasetSummary {
        constantColumns = List.copyOf(constantColumns);
        features = List.copyOf(features);
    }

    /**
     * One column.
     *
     * @param std standard deviation over n, not n - 1
     * @param distinct number of different values; -0.0 and 0.0 are one
     */
    public record Feature(String name, double min, double max, double mean, double std, int distinct) {}

    /** Describes a data set; takes one pass a column and one over the rows. */
    public static DatasetSummary of(Dataset data) {
        Matrix rows = data.rows();
        List<Feature> features = new ArrayList<>();
        for (int j = 0; j < rows.columns(); j++) {
            features.add(feature(data.features().get(j), rows.column(j)));
        }
        return new DatasetSummary(
                data.name(),
                rows.rows(),
                rows.columns(),
                data.labels().anomalies(),
                data.labels().anomalyRate(),
                duplicates(rows),
                features.stream()
                        .filter(f -> f.distinct() == 1)
                        .map(Feature::name)
                        .toList(),
                features,
                data.sha256());
    }

    private static Feature feature(String name, double[] column) {
        if (column.length == 0) {
            return new Feature(name, 0, 0, 0, 0, 0);
        }
        int n = column.length;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            column[i] += 0.0; // -0.0 becomes 0.0
            mean += column[i] / n;
        }
        double squares = 0;
        for (double x : column) {
            squares += (x - mean) * (x - mean) / n;
        }
        Arrays.sort(column);
        int distinct = 1;
        for (int i = 1; i < n; i++) {
            distinct += column[i] == column[i - 1] ? 0 : 1;
        }
        return new Feature(name, column[0], column[n - 1], mean, Math.sqrt(squares), distinct);
    }

    /** Rows are compared in full only where their hashes meet. */
    private static int duplicates(Matrix rows) {
        double[] row = new double[rows.columns()];
        long[] hashes = new long[rows.rows()];
        for (int i = 0; i < hashes.length; i++) {
            rows.copyRow(i, row, 0);
            hashes[i] = hash(row);
        }
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        Set<List<Double>> seen = new HashSet<>();
        int duplicates = 0;
        for (int i = 0; i < hashes.length; i++) {
            int at = Arrays.binarySearch(sorted, hashes[i]);
            boolean meets =
                    (at > 0 && sorted[at - 1] == hashes[i]) || (at + 1 < sorted.length && sorted[at + 1] == hashes[i]);
            if (meets) {
                List<Double> values =
                        Arrays.stream(rows.row(i)).map(x -> x + 0.0).boxed().toList();
                duplicates += seen.add(values) ? 0 : 1;
            }
        }
        return duplicates;
    }

    private static long hash(double[] row) {
        long hash = 0;
        for (double x : row) {
            hash = (hash ^ Double.doubleToLongBits(x + 0.0)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
