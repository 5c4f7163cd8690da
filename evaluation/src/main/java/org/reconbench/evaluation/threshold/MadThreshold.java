package org.reconbench.evaluation.threshold;

import org.reconbench.evaluation.stats.Sample;

/**
 * {@code median + k * 1.4826 * MAD} of the train scores, MAD the median absolute deviation from the median.
 *
 * <p>The factor makes the MAD an estimate of the standard deviation under a normal distribution. Leys et al., Detecting
 * outliers: do not use standard deviation around the mean, use absolute deviation around the median, 2013. Differs: the
 * upper side only, as only high scores are anomalous.
 *
 * @param k how many robust standard deviations above the median
 */
record MadThreshold(double k) implements ThresholdRule {
    /** Leys et al.'s "very conservative" choice. */
    static final double DEFAULT_K = 3;

    /** 1 / the 0.75 quantile of the standard normal distribution. */
    private static final double NORMAL_FACTOR = 1.482602218505602;

    @Override
    public String id() {
        return "mad";
    }

    @Override
    public String summary() {
        return "median + " + k + " * 1.4826 * median absolute deviation of the train scores";
    }

    @Override
    public Information information() {
        return Information.NONE;
    }

    @Override
    public double threshold(ThresholdInput input) {
        double[] scores = input.trainScores();
        double median = Sample.median(scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.abs(scores[i] - median);
        }
        return median + k * NORMAL_FACTOR * Sample.median(scores);
    }
}
