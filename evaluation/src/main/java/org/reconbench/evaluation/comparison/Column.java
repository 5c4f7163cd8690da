package org.reconbench.evaluation.comparison;

/**
 * One side of a comparison.
 *
 * @param label as in the comparison table: {@code beta-vae beta=0.1}; of a family its id
 * @param detector the detector's id; of a family the family's
 * @param family the family's id: {@code ae}, {@code vae}, {@code reference}
 */
public record Column(String label, String detector, String family) {}
