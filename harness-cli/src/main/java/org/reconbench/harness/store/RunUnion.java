package org.reconbench.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;

/**
 * Several runs read as one, of whatever experiments: the trials of all, in the order of the runs. A trial that two runs hold counts once,
 * the record that is ok before one that is not. Nothing is written.
 */
public final class RunUnion implements RunArchive {
    private final List<StoredRun> runs;
    private final Map<String, Held> held;
    private final RunInfo.Stats stats;

    private record Held(TrialRecord record, StoredRun run, Path root) {}

    private record Rows(String dataset, long seed) {}

    private record Content(String sha256, Path root) {}

    private RunUnion(List<StoredRun> runs, Map<String, Held> held, RunInfo.Stats stats) {
        this.stats = stats;
        this.runs = List.copyOf(runs);
        this.held = held;
    }

    /**
     * Reads runs; of a single one, that run itself.
     *
     * @throws InputException if there is none, a directory holds no run or a run without any trial, a trial has different numbers in two
     *     runs, or a data set of one name other rows, or the runs' primary measures differ
     */
    public static RunArchive of(List<Path> roots) {
        return of(roots, null);
    }

    /**
     * As {@link #of(List)}, whatever the runs say of the measure that decides.
     *
     * @param primary id of the measure; null for the runs' own, which must be the same
     */
    public static RunArchive of(List<Path> roots, @Nullable String primary) {
        Set<Path> different = roots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (different.size() < roots.size()) {
            throw InputException.of("the same run directory is given twice");
        }
        List<StoredRun> runs = new ArrayList<>();
        Map<String, Held> held = new LinkedHashMap<>();
        Map<Rows, Content> contents = new LinkedHashMap<>();
        for (Path root : roots) {
            StoredRun run = StoredRun.read(RunDirectory.open(root));
            if (run.trials().isEmpty()) {
                throw InputException.inFile(root, "holds no finished trial yet");
            }
            runs.add(run);
            run.trials().forEach(record -> {
                add(held, new Held(record, run, root));
                checkRows(contents, record, root);
            });
        }
        if (runs.isEmpty()) {
            throw InputException.of("no run directory given");
        }
        RunInfo.Stats stats = stats(runs, primary == null ? primary(runs) : primary);
        return runs.size() == 1 ? runs.get(0) : new RunUnion(runs, held, stats);
    }

    private static void add(Map<String, Held> held, Held latter) {
        Held former = held.get(latter.record().trialId());
        if (former == null || (!former.record().ok() && latter.record().ok())) {
            held.put(latter.record().trialId(), latter);
        } else if (former.record().ok() && latter.record().ok()) {
            RunMerge.checkEqual(former.record(), former.root(), latter.record(), latter.root());
        }
    }

    /** One name, one table: else two data sets would be averaged as one. Generated ones have other rows for each seed. */
    private static void checkRows(Map<Rows, Content> contents, TrialRecord record, Path root) {
        Rows rows = new Rows(record.dataset().name(), record.seed());
        Content former = contents.putIfAbsent(rows, new Content(record.dataset().sha256(), root));
        boolean other = former != null
                && !former.root().equals(root)
                && !former.sha256().equals(record.dataset().sha256());
        if (other) {
            throw InputException.inFile(
                    root,
                    "data set '" + rows.dataset() + "' has other rows than in " + former.root() + " (seed "
                            + rows.seed() + "); rename one to report them together");
        }
    }

    @Override
    public RunInfo info() {
        List<RunInfo> infos = runs.stream().map(StoredRun::info).toList();
        Map<String, RunInfo.DetectorNote> detectors = new LinkedHashMap<>();
        Map<String, RunInfo.DatasetNote> datasets = new LinkedHashMap<>();
        for (RunInfo info : infos) {
            info.detectors().forEach(note -> detectors.putIfAbsent(note.id(), note));
            info.datasets().forEach(note -> datasets.putIfAbsent(note.name(), note));
        }
        Set<String> planned = new LinkedHashSet<>();
        runs.forEach(run -> run.manifest().forEach(line -> planned.add(line.trialId())));
        return new RunInfo(
                infos.stream().map(RunInfo::name).distinct().collect(Collectors.joining(" + ")),
                runId(infos),
                infos.stream().map(RunInfo::createdAt).min(String::compareTo).orElseThrow(),
                infos.stream()
                        .map(info -> info.experimentJson().strip())
                        .collect(Collectors.joining(",\n", "[\n", "\n]\n")),
                planned.size(),
                List.copyOf(detectors.values()),
                List.copyOf(datasets.values()),
                RunMerge.environment(runs),
                infos.stream().map(RunInfo::rerunCommand).collect(Collectors.joining("\n")),
                stats);
    }

    private static String primary(List<StoredRun> runs) {
        List<String> ids = runs.stream()
                .map(run -> run.info().stats().primary())
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw InputException.of("the runs have different primary measures (" + String.join(", ", ids)
                    + "): a report of both would have two leaders; report them apart");
        }
        return ids.get(0);
    }

    /** The baseline of all; null where they differ. */
    private static @Nullable String baseline(List<StoredRun> runs) {
        String first = runs.get(0).info().stats().baseline();
        return runs.stream().allMatch(run -> Objects.equals(run.info().stats().baseline(), first)) ? first : null;
    }

    /** The strictest level, and every run's groups: what is near-identical in one run is so in all. */
    private static RunInfo.Stats stats(List<StoredRun> runs, String primary) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, String> groupOf = new LinkedHashMap<>();
        Set<String> datasets = new LinkedHashSet<>();
        double alpha = 1;
        for (StoredRun run : runs) {
            run.info().datasets().forEach(note -> datasets.add(note.name()));
            alpha = Math.min(alpha, run.info().stats().alpha());
            run.info().stats().groups().forEach((group, members) -> {
                Set<String> united = new LinkedHashSet<>(groups.getOrDefault(group, List.of()));
                united.addAll(members);
                groups.put(group, List.copyOf(united));
                for (String member : members) {
                    String other = groupOf.put(member, group);
                    if (other != null && !other.equals(group)) {
                        throw InputException.of("data set '" + member + "' is in group '" + other
                                + "' in one run and in '" + group + "' in another; report them apart");
                    }
                }
            });
        }
        groups.forEach((group, members) -> {
            if (datasets.contains(group) && !members.contains(group)) {
                throw InputException.of("group '" + group + "' of one run has the name of a data set of another; report"
                        + " them apart");
            }
        });
        return new RunInfo.Stats(primary, alpha, baseline(runs), groups);
    }

    private static String runId(List<RunInfo> infos) {
        Set<String> ids = new TreeSet<>();
        infos.forEach(info -> ids.add(info.runId()));
        return "union-" + Sha256.hexOf(String.join(" ", ids)).substring(0, 16);
    }

    @Override
    public List<TrialRecord> trials() {
        return held.values().stream().map(Held::record).toList();
    }

    @Override
    public Optional<TrialScores> scores(String trialId) {
        Held trial = held.get(trialId);
        return trial == null ? Optional.empty() : trial.run().scores(trialId);
    }

    @Override
    public Optional<Curve> curve(String trialId) {
        Held trial = held.get(trialId);
        return trial == null ? Optional.empty() : trial.run().curve(trialId);
    }

    @Override
    public Optional<TrialExplanation> explanation(String trialId) {
        Held trial = held.get(trialId);
        return trial == null ? Optional.empty() : trial.run().explanation(trialId);
    }
}
