package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunInfo;
import org.reconbench.evaluation.comparison.DatasetGroups;
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

    /**
     * Near-identical data sets that count as one in statistics: of each group of the experiment the data sets of this plan,
     * where there are two or more.
     */
    public DatasetGroups groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        experiment.stats().groups().forEach(group -> groups.put(group.name(), group.members()));
        return new DatasetGroups(groups)
                .among(data.stream().map(DataChoice::name).toList());
    }

    /** Lines for the user on groups of data sets: which count as one, and which name no data set of this plan. */
    public List<String> groupNotes() {
        List<String> names = data.stream().map(DataChoice::name).toList();
        List<String> notes = new ArrayList<>(groups().phrases());
        for (Experiment.Group group : experiment.stats().groups()) {
            List<String> absent = group.members().stream()
                    .filter(member -> !names.contains(member))
                    .toList();
            if (!absent.isEmpty() && absent.size() < group.members().size()) {
                notes.add("stats.groups." + group.name() + ": no data set here is named " + String.join(", ", absent));
            }
        }
        return notes;
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
