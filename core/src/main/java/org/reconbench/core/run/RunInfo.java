package org.reconbench.core.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param stats how configurations are to be compared
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
        String rerunCommand,
        Stats stats) {

    /** With comparisons as usual. */
    public RunInfo(
            String name,
            String runId,
            String createdAt,
            String experimentJson,
            int planned,
            List<DetectorNote> detectors,
            List<DatasetNote> datasets,
            Map<String, String> environment,
            String rerunCommand) {
        this(
                name,
                runId,
                createdAt,
                experimentJson,
                planned,
                detectors,
                datasets,
                environment,
                rerunCommand,
                Stats.DEFAULT);
    }

    /**
     * What the experiment says of comparisons.
     *
     * @param primary id of the measure that decides
     * @param alpha level of tests
     * @param baseline the detector that the others are compared with, named before the run; null for none
     * @param groups near-identical data sets that count as one: names by the name of their group, in the experiment's order
     */
    public record Stats(
            String primary, double alpha, @Nullable String baseline, Map<String, List<String>> groups) {
        /** AUC-PR at level .05, no baseline, every data set for itself. */
        public static final Stats DEFAULT = new Stats("auc_pr", 0.05, null, Map.of());

        /** Copies the map. */
        public Stats {
            groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        }
    }

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
