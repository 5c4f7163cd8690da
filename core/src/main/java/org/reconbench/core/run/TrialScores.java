package org.reconbench.core.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;

/** The stored scores of one trial over its test rows and, where there are any, its validation rows. Immutable. */
public final class TrialScores {
    private final Labels labels;
    private final Map<String, double[]> scores;
    private final double[] trainQuantiles;
    private final @Nullable Validation validation;

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
        this(labels, copies(labels, scores), trainQuantiles.clone(), null);
    }

    private TrialScores(
            Labels labels, Map<String, double[]> scores, double[] trainQuantiles, @Nullable Validation validation) {
        this.labels = labels;
        this.scores = scores;
        this.trainQuantiles = trainQuantiles;
        this.validation = validation;
    }

    private record Validation(Labels labels, Map<String, double[]> scores) {}

    private static Map<String, double[]> copies(Labels labels, Map<String, double[]> scores) {
        Map<String, double[]> copies = new LinkedHashMap<>();
        scores.forEach((id, values) -> {
            if (values.length != labels.size()) {
                throw new IllegalArgumentException(
                        "score '" + id + "' has " + values.length + " values for " + labels.size() + " rows");
            }
            copies.put(id, values.clone());
        });
        return copies;
    }

    /**
     * These scores with those of validation rows.
     *
     * @param validationLabels of the rows held out
     * @param validationScores one array over them by score id
     * @throws IllegalArgumentException if an array is not as long as the labels
     */
    public TrialScores withValidation(Labels validationLabels, Map<String, double[]> validationScores) {
        return new TrialScores(
                labels,
                scores,
                trainQuantiles,
                new Validation(validationLabels, copies(validationLabels, validationScores)));
    }

    /** The labels of the validation rows; empty without such rows. */
    public Optional<Labels> validationLabels() {
        return Optional.ofNullable(validation).map(Validation::labels);
    }

    /** A copy of one score over the validation rows; empty without such rows, or if it is not stored. */
    public Optional<double[]> validationScore(String id) {
        return Optional.ofNullable(validation)
                .map(held -> held.scores().get(id))
                .map(double[]::clone);
    }

    /** The ids of the scores stored over the validation rows. */
    public List<String> validationIds() {
        return validation == null ? List.of() : List.copyOf(validation.scores().keySet());
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
