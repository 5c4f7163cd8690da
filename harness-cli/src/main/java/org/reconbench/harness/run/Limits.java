package org.reconbench.harness.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take.
 *
 * @param jobs cohorts fitted at the same time
 * @param threads threads of each
 * @param trialTimeout longest time for a trial, its share of the cohort's; null for no limit
 * @param memoryBytes for all cohorts at the same time
 */
public record Limits(int jobs, int threads, @Nullable Duration trialTimeout, long memoryBytes) {
    /** Memory for each of the cohorts fitted at the same time. */
    long bytesPerJob() {
        return memoryBytes / jobs;
    }
}
