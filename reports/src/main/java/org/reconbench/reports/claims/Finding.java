package org.reconbench.reports.claims;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.stats.Interval;

/**
 * What a run says of a claim under one protocol.
 *
 * @param effects one for each effect of the claim, in its order
 */
public record Finding(Claim claim, String protocol, List<Measured> effects, Verdict verdict) {
    /** Copies the list. */
    public Finding {
        effects = List.copyOf(effects);
    }

    /** What the run says. */
    public enum Verdict {
        /** Every effect is seen. */
        SUPPORTED,
        /** The contrary of some effect is seen. */
        REFUTED,
        /** Neither. */
        INCONCLUSIVE,
        /** The run lacks what the claim is about. */
        NOT_MEASURED;

        /** The words to show: {@code not measured in this run}. */
        public String words() {
            return this == NOT_MEASURED ? "not measured in this run" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One effect as measured.
     *
     * @param what is measured: {@code F1, ae - vae}
     * @param value mean over data sets of means over seeds; null if not measured
     * @param interval of it, 95 %, by the two-level bootstrap; null if not measured
     * @param values number of values or pairs behind it
     */
    public record Measured(
            String what, @Nullable Double value, @Nullable Interval interval, int values, Verdict verdict) {}

    static Finding of(Claim claim, String protocol, List<Measured> effects) {
        boolean refuted = effects.stream().anyMatch(effect -> effect.verdict() == Verdict.REFUTED);
        boolean all = effects.stream().allMatch(effect -> effect.verdict() == Verdict.SUPPORTED);
        boolean none = effects.stream().allMatch(effect -> effect.verdict() == Verdict.NOT_MEASURED);
        Verdict verdict = refuted
                ? Verdict.REFUTED
                : all ? Verdict.SUPPORTED : none ? Verdict.NOT_MEASURED : Verdict.INCONCLUSIVE;
        return new Finding(claim, protocol, effects, verdict);
    }
}
