package org.reconbench.core.data;

import java.util.List;
import org.reconbench.core.Sha256;

/**
 * A labelled table, unscaled and undivided.
 *
 * @param name what the user calls it
 * @param features a name for each column
 * @param rows the values, all finite
 * @param labels one for each row
 * @param sha256 the fingerprint of the content, see {@link #of}
 */
public record Dataset(String name, List<String> features, Matrix rows, Labels labels, String sha256) {

    /** Checks that the parts fit each other. */
    public Dataset {
        features = List.copyOf(features);
        if (features.size() != rows.columns()) {
            throw new IllegalArgumentException(features.size() + " feature names for " + rows.columns() + " columns");
        }
        if (labels.size() != rows.rows()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + rows.rows() + " rows");
        }
    }

    /**
     * A data set with its fingerprint: SHA-256 over the text {@code "reconbench.dataset/1 ROWSxCOLUMNS\n"}, the values
     * row by row as little-endian doubles, and the labels as a byte each. Names do not count, so that a table read from
     * CSV and from NPZ is the same data.
     */
    public static Dataset of(String name, List<String> features, Matrix rows, Labels labels) {
        byte[] labelBytes = labels.toBytes();
        String sha256 = new Sha256()
                .add("reconbench.dataset/1 " + rows.rows() + "x" + rows.columns() + "\n")
                .add(rows.values())
                .add(labelBytes, 0, labelBytes.length)
                .hex();
        return new Dataset(name, features, rows, labels, sha256);
    }
}
