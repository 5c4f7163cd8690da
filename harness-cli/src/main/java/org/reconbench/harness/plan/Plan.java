package org.reconbench.harness.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
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

    /** The trials that are not to be run because their estimate is above the experiment's limit. */
    public List<PlannedTrial> tooLong() {
        return trials.stream().filter(this::isTooLong).toList();
    }

    /** Whether a trial's estimate is above the experiment's limit. */
    public boolean isTooLong(PlannedTrial trial) {
        return trial.seconds() > experiment.maxTrialSeconds();
    }

    /**
     * The shard of each trial, by trial id; see {@link Shard}.
     *
     * @throws InputException if there are more shards than blocks of trials
     */
    public Map<String, Integer> shards(int count) {
        return Shard.assign(trials, count);
    }

    /**
     * The trials of one shard, in plan order.
     *
     * @param shard null for the whole plan
     * @throws InputException if there are more shards than blocks of trials
     */
    public List<PlannedTrial> trials(@Nullable Shard shard) {
        if (shard == null) {
            return trials;
        }
        Map<String, Integer> shards = shards(shard.count());
        return trials.stream()
                .filter(trial -> shards.getOrDefault(trial.trialId(), 0) == shard.index())
                .toList();
    }
}
