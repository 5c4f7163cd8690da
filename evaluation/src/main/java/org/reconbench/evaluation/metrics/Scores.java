package org.reconbench.evaluation.metrics;

import org.reconbench.core.data.Labels;

/** Checks of the arguments that all metrics share. */
final class Scores {
    private Scores() {}

    static void check(Labels labels, double[] scores) {
        if (labels.size() != scores.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + scores.length + " scores");
        }
        checkFinite("score", scores);
    }

    static void checkFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " " + i + " is " + values[i] + ", not a finite number");
            }
        }
    }
}
