package org.reconbench.core.detector;

/**
 * One way to read a fitted detector.
 *
 * @param id kebab-case name, e.g. {@code recon}
 * @param formula plain text, e.g. {@code sum_d (x - xhat(mu))^2}
 */
public record ScoreCard(String id, String formula) {
    /** The squared reconstruction error at the mean code: the primary score of every network. */
    public static final ScoreCard RECON = new ScoreCard("recon", "sum_d (x - xhat(mu))^2");
}
