package org.reconbench.evaluation.threshold;

import org.reconbench.evaluation.metrics.BestF1;

/**
 * The threshold of the best F1 on labelled rows held out for the purpose, neither trained on nor tested on.
 *
 * <p>As for the oracle the value is the double just below the best score, so that {@code score > threshold} flags the same validation rows.
 */
final class ValidationF1Threshold implements ThresholdRule {
    @Override
    public String id() {
        return "validation-f1";
    }

    @Override
    public String summary() {
        return "maximises F1 on labelled validation rows";
    }

    @Override
    public Information information() {
        return Information.VALIDATION_LABELS;
    }

    @Override
    public double threshold(ThresholdInput input) {
        BestF1 best = input.validation()
                .orElseThrow(() -> new IllegalArgumentException(
                        "validation-f1 needs labelled validation rows, and none were held out"))
                .bestF1()
                .orElseThrow(() -> new IllegalArgumentException(
                        "validation-f1 needs anomalies and normal rows among the validation rows"));
        return Math.nextDown(best.threshold());
    }
}
