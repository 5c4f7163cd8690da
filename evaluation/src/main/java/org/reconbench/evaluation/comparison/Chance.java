package org.reconbench.evaluation.comparison;

import java.util.OptionalDouble;
import org.reconbench.evaluation.table.Measure;

/** What a detector that knows nothing reaches: the value of a missing cell. */
final class Chance {
    private Chance() {}

    /**
     * AUC-ROC 0.5; AUC-PR, precision and precision at n the prevalence {@code pi}; recall and F1 0, as nothing is flagged; the oracle's F1,
     * precision and recall those of flagging all: {@code 2 pi / (1 + pi)}, {@code pi}, 1; the adjusted AUC-PR and AUC-PRG 0; the
     * false-positive rate at 95 % recall 0.95. Absent for costs and where the prevalence is not known.
     */
    static OptionalDouble level(Measure measure, OptionalDouble prevalence) {
        return switch (measure) {
            case AUC_ROC -> OptionalDouble.of(0.5);
            case RECALL, F1, AUC_PR_ADJUSTED, AUC_PRG -> OptionalDouble.of(0);
            case FPR_AT_95_RECALL -> OptionalDouble.of(0.95);
            case ORACLE_RECALL -> OptionalDouble.of(1);
            case AUC_PR, PRECISION, PRECISION_AT_N, ORACLE_PRECISION -> prevalence;
            case ORACLE_F1 ->
                prevalence.isPresent()
                        ? OptionalDouble.of(2 * prevalence.getAsDouble() / (1 + prevalence.getAsDouble()))
                        : prevalence;
            case TRAIN_SECONDS -> OptionalDouble.empty();
        };
    }
}
