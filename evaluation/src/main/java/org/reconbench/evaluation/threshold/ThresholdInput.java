package org.reconbench.evaluation.threshold;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.metrics.Ranking;

/** What a threshold rule may look at. Immutable. */
public final class ThresholdInput {
    private final double[] trainScores;
    private final double contamination;
    private final @Nullable Ranking validation;
    private final @Nullable Ranking test;

    private ThresholdInput(
            double[] trainScores, double contamination, @Nullable Ranking validation, @Nullable Ranking test) {
        if (!(contamination >= 0 && contamination < 1)) {
            throw new IllegalArgumentException("contamination = " + contamination + ": must be from 0 to below 1");
        }
        this.trainScores = trainScores.clone();
        this.contamination = contamination;
        this.validation = validation;
        this.test = test;
    }

    /**
     * Input without any label: enough for the rules of {@link Information#NONE} and {@link Information#ASSUMED_CONTAMINATION}.
     *
     * @param trainScores scores of the train rows; their stored quantiles at even steps do as well
     * @param contamination the share of anomalies that the user assumes, from 0 to below 1
     */
    public static ThresholdInput of(double[] trainScores, double contamination) {
        return new ThresholdInput(trainScores, contamination, null, null);
    }

    /**
     * This input with labelled rows held out for the purpose, for {@link Information#VALIDATION_LABELS}: rows that were neither trained on
     * nor are tested on.
     */
    public ThresholdInput withValidation(Ranking ranking) {
        return new ThresholdInput(trainScores, contamination, ranking, test);
    }

    /** This input with the test rows and their labels, for {@link Information#ORACLE_TEST}. */
    public ThresholdInput withTest(Ranking ranking) {
        return new ThresholdInput(trainScores, contamination, validation, ranking);
    }

    /** A copy of the scores of the train rows. */
    public double[] trainScores() {
        return trainScores.clone();
    }

    /** The assumed share of anomalies. */
    public double contamination() {
        return contamination;
    }

    /** The labelled validation rows, if given. */
    public Optional<Ranking> validation() {
        return Optional.ofNullable(validation);
    }

    /** The labelled test rows, if given. */
    public Optional<Ranking> test() {
        return Optional.ofNullable(test);
    }
}
