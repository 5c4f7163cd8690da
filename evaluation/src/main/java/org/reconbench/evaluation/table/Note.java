package org.reconbench.evaluation.table;

/**
 * A short remark on a row, derived from data alone.
 *
 * @param kind which rule made it
 * @param text what to show: {@code collapsed 10/10}
 */
public record Note(Kind kind, String text) {

    /** The rules, in the order in which their notes stand; {@link NoteRules} gives each one's threshold. */
    public enum Kind {
        /** Trials that diverged. */
        DIVERGED,
        /** Trials that failed otherwise. */
        FAILED,
        /** Highest mean of the deciding measure of its data set and protocol. */
        BEST,
        /** Does not beat the row of {@code norm}. */
        NOT_ABOVE_NORM,
        /** The score orders rows as their norm does. */
        COLLAPSED,
        /** No latent unit carries information. */
        NO_ACTIVE_UNITS,
        /** Trains in clearly less time than the median network. */
        FAST,
        /** Trains in clearly more time than the median network. */
        SLOW
    }
}
