package org.reconbench.harness.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.registry.Plugin;

/**
 * The content of experiment.resolved.json: what the experiment came to, in full.
 *
 * @param command the command line that began the run
 * @param planned trials that this directory is to hold: the plan's, or its shard's
 * @param contamination assumed by the threshold rule
 * @param score the primary score of the detectors that offer it; null for each one's own
 * @param aucByEpoch true when the test rows were ranked after every epoch, else null
 * @param shard {@code 2/3} when the directory holds a part of the plan, else null
 * @param groups data sets that count as one in statistics, by group; null without any
 * @param plugins the jars that detectors came from, other than the program's own; null without any
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
        String baseline,
        @Nullable Map<String, List<String>> groups,
        @Nullable String score,
        @Nullable Boolean aucByEpoch,
        @Nullable String shard,
        @Nullable List<Plugin> plugins) {
    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.run/1";

    /** Judged by AUC-PR where a stored run does not say what decides. */
    public ResolvedRun {
        primaryMetric = Objects.requireNonNullElse(primaryMetric, RunInfo.Stats.DEFAULT.primary());
    }

    /** The first key on which two runs differ that the shards of one experiment must have in common. */
    Optional<String> difference(ResolvedRun other) {
        Map<String, Object> mine = common();
        Map<String, Object> others = other.common();
        return mine.keySet().stream()
                .filter(key -> !Objects.equals(mine.get(key), others.get(key)))
                .findFirst();
    }

    /** The first key on which two runs of one plan differ that enters their records. */
    public Optional<String> differenceInEvaluation(ResolvedRun other) {
        Map<String, Object> others = other.evaluation();
        return evaluation().entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), others.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What this run has at a key that {@link #differenceInEvaluation} names. */
    public String evaluated(String key) {
        Object value = evaluation().get(key);
        return value == null ? "not set" : value.toString();
    }

    private Map<String, Object> evaluation() {
        Map<String, Object> evaluation = new LinkedHashMap<>();
        evaluation.put("threshold.rule", thresholdRule);
        evaluation.put("threshold.contamination", contamination);
        evaluation.put("score", score);
        evaluation.put("auc_by_epoch", aucByEpoch);
        return evaluation;
    }

    private Map<String, Object> common() {
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("name", name);
        common.put("protocols", protocols);
        common.put("configurations", configurations);
        common.put("seeds", seeds);
        common.putAll(evaluation());
        common.put("primary_metric", primaryMetric);
        common.put("alpha", alpha);
        common.put("baseline", baseline);
        common.put("groups", groups);
        common.put("plugins", pluginsOrNone().stream().map(Plugin::sha256).toList());
        return common;
    }

    /** This run under another name, undivided. */
    ResolvedRun as(String newRunId, String newCreatedAt, String newCommand, int newPlanned) {
        return new ResolvedRun(
                schema,
                name,
                newRunId,
                newCreatedAt,
                newCommand,
                newPlanned,
                datasets,
                protocols,
                detectors,
                configurations,
                seeds,
                thresholdRule,
                contamination,
                primaryMetric,
                alpha,
                baseline,
                groups,
                score,
                aucByEpoch,
                null,
                plugins);
    }

    /** How configurations are to be compared. */
    RunInfo.Stats stats() {
        return new RunInfo.Stats(primaryMetric, alpha, baseline, groups == null ? Map.of() : groups);
    }

    /** The jars that detectors came from, other than the program's own. */
    public List<Plugin> pluginsOrNone() {
        return plugins == null ? List.of() : plugins;
    }

    /** The number of this shard, or 0 when the plan was not divided. */
    int shardIndex() {
        return shard == null ? 0 : Integer.parseInt(shard.substring(0, shard.indexOf('/')));
    }
}
