package org.reconbench.core.data;

/**
 * What a detector may know of the data before it sees them.
 *
 * @param rows the number of train rows
 * @param columns the number of features
 * @param scaling how the columns were scaled
 */
public record DataProfile(int rows, int columns, Scaling scaling) {}
