package org.reconbench.harness.plan;

import java.util.List;
import org.reconbench.core.run.RunInfo;
import org.reconbench.harness.experiment.Experiment;

/**
 * Every trial of an experiment, identified, in the order of data set, protocol, detector, seed.
 *
 * @param experiment what was asked, overrides applied
 * @param datasets what is known of each data set, for the report
 */
public record Plan(
        Experiment experiment,
        List<DataChoice> data,
        List<ProtocolChoice> protocols,
        List<DetectorChoice> detectors,
        List<RunInfo.DatasetNote> datasets,
        List<PlannedTrial> trials) {
    /** Copies the lists. */
    public Plan {
        data = List.copyOf(data);
        protocols = List.copyOf(protocols);
        detectors = List.copyOf(detectors);
        datasets = List.copyOf(datasets);
        trials = List.copyOf(trials);
    }
}
