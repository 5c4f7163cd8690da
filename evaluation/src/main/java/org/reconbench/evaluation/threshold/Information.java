package org.reconbench.evaluation.threshold;

import java.util.Locale;

/** What a threshold or a selection was allowed to know, from least to most. */
public enum Information {
    /** The train scores alone. */
    NONE,
    /** The train scores and a share of anomalies that the user assumes. */
    ASSUMED_CONTAMINATION,
    /** The labels of rows held out for the purpose. */
    VALIDATION_LABELS,
    /** The labels of the test rows themselves: an upper bound, shown apart. */
    ORACLE_TEST;

    /** The id on disk: {@code none}, {@code assumed-contamination}, {@code validation-labels}, {@code oracle-test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
