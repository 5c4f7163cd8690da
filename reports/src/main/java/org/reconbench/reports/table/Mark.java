package org.reconbench.reports.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.PairComparison;

/** A verdict as a sign beside a number, told from the side of the number's configuration. */
enum Mark {
    CLEARLY_BETTER("++", "\u207a\u207a", "clearly better"),
    PROBABLY_BETTER("+", "\u207a", "probably better"),
    EQUIVALENT("=", "\u207c", "practically equivalent"),
    PROBABLY_WORSE("-", "\u207b", "probably worse"),
    CLEARLY_WORSE("--", "\u207b\u207b", "clearly worse");

    private final String sign;
    private final String raised;
    private final String words;

    Mark(String sign, String raised, String words) {
        this.sign = sign;
        this.raised = raised;
        this.words = words;
    }

    /** In ASCII: {@code ++}. */
    String sign() {
        return sign;
    }

    /** In raised characters. */
    String raised() {
        return raised;
    }

    String words() {
        return words;
    }

    /** The mark of a comparison's first side; empty where no difference was detected or none could be. */
    static Optional<Mark> of(@Nullable PairComparison comparison) {
        if (comparison == null) {
            return Optional.empty();
        }
        boolean better = comparison.better().equals(Optional.of(comparison.first()));
        return switch (comparison.verdict()) {
            case CLEARLY_BETTER -> Optional.of(better ? CLEARLY_BETTER : CLEARLY_WORSE);
            case PROBABLY_BETTER -> Optional.of(better ? PROBABLY_BETTER : PROBABLY_WORSE);
            case PRACTICALLY_EQUIVALENT -> Optional.of(EQUIVALENT);
            case NO_DETECTABLE_DIFFERENCE, NOT_ENOUGH_DATA -> Optional.empty();
        };
    }
}
