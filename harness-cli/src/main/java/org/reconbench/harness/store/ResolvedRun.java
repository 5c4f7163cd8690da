package org.reconbench.harness.store;

import java.util.List;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;

/**
 * The content of experiment.resolved.json: what the experiment came to, in full.
 *
 * @param command the command line that began the run
 * @param contamination assumed by the threshold rule
 */
public record ResolvedRun(
        String schema,
        String name,
        String runId,
        String createdAt,
        String command,
        int planned,
        List<RunInfo.DatasetNote> datasets,
        List<TrialRecord.Named> protocols,
        List<RunInfo.DetectorNote> detectors,
        List<TrialRecord.Named> configurations,
        List<Long> seeds,
        String thresholdRule,
        double contamination,
        String primaryMetric,
        double alpha,
        String baseline) {
    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.run/1";
}
