package org.reconbench.evaluation.table;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one data set under one protocol: those that may be compared with each other.
 *
 * @param dataset the data set's name
 * @param protocol the protocol's label
 * @param rows in plan order
 */
public record Block(String dataset, String protocol, List<Row> rows) {

    /** Copies the list. */
    public Block {
        rows = List.copyOf(rows);
    }

    /** The first row of a detector. */
    public Optional<Row> detector(String id) {
        return rows.stream().filter(row -> row.detector().equals(id)).findFirst();
    }
}
