package org.reconbench.evaluation.threshold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;
import org.reconbench.evaluation.metrics.AtThreshold;

/**
 * How F1 depends on the contamination that a user assumes: the threshold, and what it reaches on the test rows, for each of a grid of
 * contaminations. Test labels measure here; they choose nothing.
 *
 * @param rule the id of the rule
 * @param points by the order of the grid
 */
public record ContaminationSensitivity(String rule, List<Point> points) {

    /**
     * One assumed contamination.
     *
     * @param contamination assumed
     * @param threshold that follows
     * @param precision null when nothing is flagged
     * @param recall null without anomalies
     * @param f1 null without anomalies
     */
    public record Point(
            double contamination,
            double threshold,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1) {}

    /** Copies the list. */
    public ContaminationSensitivity {
        points = List.copyOf(points);
    }

    /**
     * Applies a rule to each contamination of a grid.
     *
     * @param rule one that uses {@link Information#ASSUMED_CONTAMINATION}
     * @param trainScores scores of the train rows, or their stored quantiles at even steps
     * @param labels of the test rows
     * @param testScores as many
     * @param contaminations each from 0 to below 1
     * @throws IllegalArgumentException if the rule does not use a contamination, or an argument is out of its range
     */
    public static ContaminationSensitivity of(
            ThresholdRule rule, double[] trainScores, Labels labels, double[] testScores, double... contaminations) {
        if (rule.information() != Information.ASSUMED_CONTAMINATION) {
            throw new IllegalArgumentException(rule.id() + " does not depend on an assumed contamination");
        }
        List<Point> points = new ArrayList<>();
        for (double contamination : contaminations) {
            double threshold = rule.threshold(ThresholdInput.of(trainScores, contamination));
            AtThreshold at = AtThreshold.of(labels, testScores, threshold);
            points.add(new Point(
                    contamination,
                    threshold,
                    at.precision().isPresent() ? at.precision().getAsDouble() : null,
                    at.recall().isPresent() ? at.recall().getAsDouble() : null,
                    at.f1().isPresent() ? at.f1().getAsDouble() : null));
        }
        return new ContaminationSensitivity(rule.id(), points);
    }

    /** A grid for a figure: from 0.1 % to 50 %, about evenly spread by ratio. */
    public static double[] grid() {
        return new double[] {.001, .002, .003, .005, .007, .01, .015, .02, .03, .04, .05, .07, .1, .15, .2, .3, .4, .5};
    }
}
