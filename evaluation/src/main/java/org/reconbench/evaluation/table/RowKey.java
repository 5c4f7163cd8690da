package org.reconbench.evaluation.table;

/**
 * What a row of the table is about.
 *
 * @param dataset the data set's name
 * @param protocol the protocol's name, with those of its parameters that vary in the run: {@code contaminated
 *     test=0.3}
 * @param configuration the detector's id, with those of its parameters that vary among its configurations in the run:
 *     {@code beta-vae beta=0.1}
 */
public record RowKey(String dataset, String protocol, String configuration) {}
