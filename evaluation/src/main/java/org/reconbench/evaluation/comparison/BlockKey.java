package org.reconbench.evaluation.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What counts as one observation: a data set under a protocol or, after {@link BlockMatrix#within}, one seed of it.
 *
 * @param dataset the data set's name, or that of its group
 * @param protocol the protocol's label
 * @param seed null unless blocks are seeds
 */
public record BlockKey(
        String dataset, String protocol, @Nullable Long seed) {}
