package org.reconbench.evaluation.threshold;

import java.util.Arrays;
import org.reconbench.evaluation.metrics.Quantiles;

/**
 * Peaks over threshold: the level that a generalised Pareto tail, fitted to the highest train scores, exceeds with the assumed
 * contamination q as probability.
 *
 * <pre>
 * z = t + scale / shape ((q n / n_t)^(-shape) - 1)
 * </pre>
 *
 * <p>with n train scores and the {@code n_t} of them above the level {@code t}, their quantile at {@code 1 - tail}. It smooths the tail and
 * reaches beyond the highest train score, where {@code train-quantile} cannot. Siffer et al., Anomaly detection in streams with extreme value
 * theory, 2017, the initial step of SPOT. Differs: their tail is the highest 2 % and their q 1e-4; here the tail is the larger of 10 % and
 * {@code 2 q}, at most half, as q is often some percent; a contamination of 0 counts as their 1e-4; and with fewer than {@value #FEWEST} unlike
 * scores in the tail, or a q beyond it, the linear quantile at {@code 1 - q} is taken.
 */
final class EvtThreshold implements ThresholdRule {
    static final int FEWEST = 10;
    private static final double TAIL = 0.1;
    private static final double LEAST_RISK = 1e-4;

    @Override
    public String id() {
        return "evt";
    }

    @Override
    public String summary() {
        return "level exceeded with the assumed contamination by a generalised Pareto tail of the train scores";
    }

    @Override
    public Information information() {
        return Information.ASSUMED_CONTAMINATION;
    }

    @Override
    public double threshold(ThresholdInput input) {
        double[] scores = input.trainScores();
        double risk = Math.max(LEAST_RISK, input.contamination());
        double tail = Math.min(0.5, Math.max(TAIL, 2 * risk));
        double level = Quantiles.linear(scores, 1 - tail);
        double[] excesses = Arrays.stream(scores)
                .filter(score -> score > level)
                .map(score -> score - level)
                .toArray();
        boolean few = Arrays.stream(excesses).distinct().limit(FEWEST).count() < FEWEST;
        double share = risk * scores.length / excesses.length;
        if (few || share > 1) {
            return Quantiles.linear(scores, 1 - risk);
        }
        return level + ParetoTail.fit(excesses).exceededWith(share);
    }
}
