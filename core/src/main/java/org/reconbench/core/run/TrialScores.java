package org.reconbench.core.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.data.Labels;

/** The stored scores of one trial over its test rows. Immutable. */
public final class TrialScores {
    private final Labels labels;
    private final Map<String, double[]> scores;
    private final double[] trainQuantiles;

    /**
     * Copies its arguments.
     *
     * @param labels of the test rows
     * @param scores one array over the test rows by score id, the primary score first
     * @param trainQuantiles of the primary score over the train rows at 0, 0.001, ..., 1: 1001 values, linear
     *     interpolation
     * @throws IllegalArgumentException if an array is not as long as the labels
     */
    public TrialScores(Labels labels, Map<String, double[]> scores, double[] trainQuantiles) {
        this.labels = labels;
        this.scores = new LinkedHashMap<>();
        scores.forEach((id, values) -> {
            if (values.length != labels.size()) {
                throw new IllegalArgumentException(
                        "score '" + id + "' has " + values.length + " values for " + labels.size() + " rows");
            }
            this.scores.put(id, values.clone());
        });
        this.trainQuantiles = trainQuantiles.clone();
    }

    /** The labels of the test rows. */
    public Labels labels() {
        return labels;
    }

    /** The ids of the stored scores, the primary one first. */
    public List<String> ids() {
        return List.copyOf(scores.keySet());
    }

    /**
     * A copy of one score over the test rows.
     *
     * @throws IllegalArgumentException if it is not stored
     */
    public double[] score(String id) {
        double[] values = scores.get(id);
        if (values == null) {
            throw new IllegalArgumentException("no score '" + id + "' among " + scores.keySet());
        }
        return values.clone();
    }

    /** A copy of the quantiles of the primary score over the train rows. */
    public double[] trainQuantiles() {
        return trainQuantiles.clone();
    }
}
