package org.reconbench.nn.train;

import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.Objective;

/**
 * What the members of a cohort have in common.
 *
 * @param shape the networks' shape
 * @param objective what they minimise
 * @param epochs passes over the rows
 * @param batch rows of a batch; the last one of an epoch may be shorter
 * @param learningRate Adam's
 */
public record TrainingPlan(NetworkShape shape, Objective objective, int epochs, int batch, double learningRate) {

    /** Checks that there is something to do. */
    public TrainingPlan {
        if (epochs < 1 || batch < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException("epochs = " + epochs + ", batch = " + batch + ", learningRate = "
                    + learningRate + ": each must be greater than 0");
        }
    }
}
