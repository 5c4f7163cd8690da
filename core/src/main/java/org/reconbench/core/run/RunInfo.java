package org.reconbench.core.run;

import java.util.List;
import java.util.Map;

/**
 * What a run was asked and where it ran.
 *
 * @param name the experiment's name
 * @param runId the run's id
 * @param createdAt RFC 3339, UTC
 * @param experimentJson the resolved experiment, pretty JSON
 * @param planned number of trials planned
 * @param detectors the detectors that took part, in the experiment's order
 * @param datasets what is known of each data set, in the experiment's order
 * @param environment versions, hardware, threads, git commit: label to value, in the order to show
 * @param rerunCommand the command that repeats the run
 */
public record RunInfo(
        String name,
        String runId,
        String createdAt,
        String experimentJson,
        int planned,
        List<DetectorNote> detectors,
        List<DatasetNote> datasets,
        Map<String, String> environment,
        String rerunCommand) {

    /** A detector as the run knew it. */
    public record DetectorNote(
            String id, String title, String family, int version, String summary, String objective, String paper) {}

    /**
     * A data set as the run knew it.
     *
     * @param source where it came from: {@code generated} or the file's name
     * @param summary one sentence
     */
    public record DatasetNote(
            String name,
            String source,
            String summary,
            int rows,
            int features,
            int anomalies,
            List<String> featureNames) {}
}
