package org.reconbench.reports.claims;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of somebody else that a run can test.
 *
 * @param id short, {@code S1}
 * @param source where it was made
 * @param effects what must be seen, all of it
 */
public record Claim(String id, String statement, String source, List<Effect> effects) {
    /** Copies the list. */
    public Claim {
        effects = List.copyOf(effects);
    }

    /** What kind of effect is claimed. */
    public enum Kind {
        /** The first selection leads the other configurations of its detector. */
        BEST,
        /** First less second, paired by seed, is greater or less than 0. */
        DIFFERENCE,
        /** The mean is within the tolerance of the target. */
        LEVEL,
        /** The mean is above the limit. */
        ABOVE
    }

    /**
     * One effect.
     *
     * @param measure id of a {@link Quantity}
     * @param first what is claimed about: {@code detector} or {@code family}, and parameters
     * @param second what it is compared with; empty for none
     * @param matched a parameter of which both sides must have the value; null for none
     * @param greater whether the difference is claimed to be above 0 rather than below
     * @param target of a level, or limit
     * @param tolerance of a level
     */
    public record Effect(
            Kind kind,
            String measure,
            Map<String, String> first,
            Map<String, String> second,
            @Nullable String matched,
            boolean greater,
            double target,
            double tolerance) {
        /** Copies the maps. */
        public Effect {
            first = Map.copyOf(first);
            second = Map.copyOf(second);
        }
    }
}
