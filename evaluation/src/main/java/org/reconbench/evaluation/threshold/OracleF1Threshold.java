package org.reconbench.evaluation.threshold;

import org.reconbench.evaluation.metrics.BestF1;

/**
 * The threshold of the best F1 on the test rows themselves.
 *
 * <p>The best F1 flags {@code score >= t}, a declared threshold flags {@code score > t}: the value is the double just
 * below {@code t}, so that both flag the same rows.
 */
final class OracleF1Threshold implements ThresholdRule {
    @Override
    public String id() {
        return "oracle-f1";
    }

    @Override
    public String summary() {
        return "maximises F1 on the test set itself: test labels used, an upper bound";
    }

    @Override
    public Information information() {
        return Information.ORACLE_TEST;
    }

    @Override
    public double threshold(ThresholdInput input) {
        BestF1 best = input.test()
                .orElseThrow(() -> new IllegalArgumentException("oracle-f1 needs the labelled test rows"))
                .bestF1()
                .orElseThrow(
                        () -> new IllegalArgumentException("oracle-f1 needs anomalies and normal rows to test on"));
        return Math.nextDown(best.threshold());
    }
}
