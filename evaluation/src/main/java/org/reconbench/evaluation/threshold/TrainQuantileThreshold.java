package org.reconbench.evaluation.threshold;

import org.reconbench.evaluation.metrics.Quantiles;

/** The linear quantile of the train scores at {@code 1 - contamination}. */
final class TrainQuantileThreshold implements ThresholdRule {
    @Override
    public String id() {
        return "train-quantile";
    }

    @Override
    public String summary() {
        return "quantile of the train scores at 1 - contamination, linear interpolation";
    }

    @Override
    public Information information() {
        return Information.ASSUMED_CONTAMINATION;
    }

    @Override
    public double threshold(ThresholdInput input) {
        return Quantiles.linear(input.trainScores(), 1 - input.contamination());
    }
}
