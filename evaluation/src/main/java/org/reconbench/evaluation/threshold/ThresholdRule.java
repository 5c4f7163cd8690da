package org.reconbench.evaluation.threshold;

/**
 * Chooses the value above which a row is flagged: {@code score > threshold}. Stateless.
 *
 * <p>A new rule is one class and one line in {@link ThresholdRules}.
 */
public interface ThresholdRule {

    /** Kebab-case name that users write. */
    String id();

    /** One sentence with the formula. */
    String summary();

    /** What it was allowed to know. */
    Information information();

    /** The id of {@link #information()}, as records carry it. */
    default String source() {
        return information().id();
    }

    /**
     * The threshold.
     *
     * @throws IllegalArgumentException if the input lacks what the rule needs
     */
    double threshold(ThresholdInput input);
}
