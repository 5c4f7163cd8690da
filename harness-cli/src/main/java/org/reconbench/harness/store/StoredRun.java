package org.reconbench.harness.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.harness.registry.Plugin;

/** A run as its directory holds it, finished or not. */
public final class StoredRun implements RunArchive {
    private final RunInfo info;
    private final ResolvedRun resolved;
    private final List<ManifestLine> plan;
    private final List<ManifestLine> manifest;
    private final List<TrialRecord> trials;
    private final TrialFiles files;

    private StoredRun(
            RunInfo info, ResolvedRun resolved, List<ManifestLine> plan, List<TrialRecord> trials, TrialFiles files) {
        this.info = info;
        this.resolved = resolved;
        this.plan = List.copyOf(plan);
        this.manifest = own(resolved, plan);
        this.trials = List.copyOf(trials);
        this.files = files;
    }

    /**
     * Reads a run directory.
     *
     * @throws InputException if a file is missing or is not what it should be
     */
    public static StoredRun read(RunDirectory directory) {
        String resolvedText = resolvedText(directory);
        ResolvedRun resolved = parse(directory, resolvedText);
        List<ManifestLine> plan = plan(directory);
        Map<String, TrialRecord> last = ResultsFile.readLast(directory.results());
        List<TrialRecord> ordered = new ArrayList<>();
        for (ManifestLine line : own(resolved, plan)) {
            TrialRecord record = last.get(line.trialId());
            if (record != null) {
                ordered.add(record);
            }
        }
        RunInfo info = new RunInfo(
                resolved.name(),
                resolved.runId(),
                resolved.createdAt(),
                resolvedText,
                resolved.planned(),
                resolved.detectors(),
                resolved.datasets(),
                environment(directory),
                resolved.command(),
                resolved.stats());
        return new StoredRun(info, resolved, plan, ordered, new TrialFiles(directory));
    }

    /**
     * Reads what the run's experiment came to, and nothing else.
     *
     * @throws InputException if the file is missing or is not what it should be
     */
    public static ResolvedRun readResolved(RunDirectory directory) {
        return parse(directory, resolvedText(directory));
    }

    private static String resolvedText(RunDirectory directory) {
        return text(directory, directory.resolved().getFileName().toString());
    }

    private static List<ManifestLine> own(ResolvedRun resolved, List<ManifestLine> plan) {
        int shard = resolved.shardIndex();
        return plan.stream()
                .filter(line -> shard == 0 || Objects.equals(line.shard(), shard))
                .toList();
    }

    /** Every trial of the plan, those of other shards included. */
    static List<ManifestLine> plan(RunDirectory directory) {
        List<ManifestLine> lines = new ArrayList<>();
        for (String line : RunDirectory.completeLines(directory.manifest())) {
            try {
                lines.add(Json.read(line, ManifestLine.class));
            } catch (IllegalArgumentException e) {
                throw InputException.atLine(directory.manifest(), lines.size() + 1, String.valueOf(e.getMessage()));
            }
        }
        return lines;
    }

    private static ResolvedRun parse(RunDirectory directory, String text) {
        ResolvedRun resolved;
        try {
            resolved = Json.read(text, ResolvedRun.class);
        } catch (IllegalArgumentException e) {
            throw InputException.inFile(directory.resolved(), "is not a resolved experiment: " + e.getMessage());
        }
        String primary = resolved.primaryMetric();
        if (Measure.find(primary).isEmpty()) {
            throw InputException.inFile(
                    directory.resolved(),
                    "primary_metric is '" + primary + "'" + Suggestion.hint(primary, Measure.ids())
                            + "; must be one of " + String.join(", ", Measure.ids()));
        }
        return resolved;
    }

    private static Map<String, String> environment(RunDirectory directory) {
        String name = directory.environment().getFileName().toString();
        Map<String, String> environment = new LinkedHashMap<>();
        try {
            Map<?, ?> stored = Json.read(text(directory, name), Map.class);
            stored.forEach((key, value) -> environment.put(String.valueOf(key), String.valueOf(value)));
            return environment;
        } catch (IllegalArgumentException e) {
            throw InputException.inFile(directory.environment(), "is not JSON: " + e.getMessage());
        }
    }

    private static String text(RunDirectory directory, String name) {
        try {
            return Files.readString(directory.root().resolve(name));
        } catch (IOException e) {
            throw InputException.inFile(directory.root(), name + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public RunInfo info() {
        return info;
    }

    /** What the experiment came to. */
    public ResolvedRun resolved() {
        return resolved;
    }

    /** Every trial of the plan in its order, those of other shards included. */
    public List<ManifestLine> plan() {
        return plan;
    }

    /** The part of the plan that this directory is to hold, such as {@code 2/3}; null for all of it. */
    public @Nullable String shard() {
        return resolved.shard();
    }

    /** The jars that detectors came from, other than the program's own. */
    public List<Plugin> plugins() {
        return resolved.pluginsOrNone();
    }

    /** Every trial that this directory is to hold, in plan order. */
    public List<ManifestLine> manifest() {
        return manifest;
    }

    @Override
    public List<TrialRecord> trials() {
        return trials;
    }

    @Override
    public Optional<TrialScores> scores(String trialId) {
        return files.readScores(trialId);
    }

    @Override
    public Optional<Curve> curve(String trialId) {
        return files.readCurve(trialId);
    }

    @Override
    public Optional<TrialExplanation> explanation(String trialId) {
        return files.readExplanation(trialId);
    }
}
