package org.reconbench.harness.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.run.TrialRecord;

/**
 * Unites run directories of one experiment, its shards as a rule, into a run directory of the whole plan. What no source
 * holds remains to be run: the result can be resumed.
 */
public final class RunMerge {
    /** Fields of a record that may differ between two runs of one trial. */
    private static final List<String> MAY_DIFFER =
            List.of("run_id", "attempt", "started_at", "ended_at", "time_s", "memory");

    private RunMerge() {}

    private record Source(RunDirectory directory, StoredRun run) {}

    private record Held(TrialRecord record, RunDirectory directory) {}

    /**
     * Unites runs.
     *
     * @param sources two run directories or more; they stay as they are
     * @param target a new or empty directory
     * @param command what repeats the whole, for the report
     * @return the run in the target
     * @throws InputException if a source is no run, is being written to, or belongs to another experiment; if a trial has
     *     different numbers in two sources; if the target cannot be written; then the target is as it was
     */
    public static StoredRun merge(List<Path> sources, Path target, String command) {
        List<Source> runs = sources.stream().map(RunMerge::open).toList();
        Source first = runs.get(0);
        runs.forEach(run -> checkSameExperiment(first, run));
        Map<String, Held> held = union(runs);
        RunDirectory directory = RunDirectory.create(target);
        try (ResultsFile results = ResultsFile.open(directory)) {
            directory.refuseAnotherRun();
            write(runs, held, directory, results, command);
        } catch (UncheckedIOException e) {
            discard(held, directory, e);
            throw InputException.inFile(target, "cannot be written: " + IoReason.of(e), e);
        }
        return StoredRun.read(directory);
    }

    private static Source open(Path path) {
        RunDirectory directory = RunDirectory.open(path);
        if (ResultsFile.beingWritten(directory)) {
            throw InputException.inFile(path, "is being written to; merge it when its run has ended");
        }
        return new Source(directory, StoredRun.read(directory));
    }

    private static void checkSameExperiment(Source first, Source other) {
        Optional<String> key = first.run().resolved().difference(other.run().resolved());
        boolean samePlan = undivided(first.run()).equals(undivided(other.run()));
        if (key.isEmpty() && samePlan) {
            return;
        }
        throw InputException.inFile(
                other.directory().root(),
                "is a run of another experiment than " + first.directory().root() + ": "
                        + key.map(name -> "their " + name + " differ").orElse("their data differ")
                        + "; only shards of one experiment can be merged");
    }

    private static List<ManifestLine> undivided(StoredRun run) {
        return run.plan().stream().map(ManifestLine::undivided).toList();
    }

    /** One record a trial: one that is ok before one that is not. */
    private static Map<String, Held> union(List<Source> runs) {
        Map<String, Held> union = new LinkedHashMap<>();
        for (Source source : runs) {
            for (TrialRecord record : source.run().trials()) {
                Held latter = new Held(record, source.directory());
                Held former = union.get(record.trialId());
                if (former == null || (!former.record().ok() && record.ok())) {
                    union.put(record.trialId(), latter);
                } else if (record.ok()) {
                    checkEqual(
                            former.record(),
                            former.directory().root(),
                            latter.record(),
                            latter.directory().root());
                }
            }
        }
        return union;
    }

    /**
     * Refuses two records of one trial that tell different numbers.
     *
     * @throws InputException if they do
     */
    static void checkEqual(TrialRecord former, Path formerRoot, TrialRecord latter, Path latterRoot) {
        Map<String, Object> left = lasting(former);
        Map<String, Object> right = lasting(latter);
        for (String field : left.keySet()) {
            if (!left.get(field).equals(right.get(field))) {
                throw InputException.inFile(
                        latterRoot,
                        "trial " + former.trialId() + " (" + former.detector().name() + ", seed " + former.seed()
                                + ") has other " + field + " than in " + formerRoot
                                + "; were both run with the same version, on the same kind of machine?");
            }
        }
    }

    private static Map<String, Object> lasting(TrialRecord record) {
        Map<String, Object> fields = new TreeMap<>();
        Map<?, ?> read = Json.read(Json.line(record), Map.class);
        read.forEach((key, value) -> fields.put(String.valueOf(key), String.valueOf(value)));
        fields.keySet().removeAll(MAY_DIFFER);
        return fields;
    }

    private static void write(
            List<Source> runs, Map<String, Held> held, RunDirectory target, ResultsFile results, String command) {
        StoredRun first = runs.get(0).run();
        List<TrialRecord> records = new ArrayList<>();
        StringBuilder manifest = new StringBuilder();
        for (ManifestLine line : undivided(first)) {
            manifest.append(Json.line(line)).append('\n');
            Held trial = held.get(line.trialId());
            if (trial != null) {
                copy(trial.directory().scores(line.trialId()), target.scores(line.trialId()));
                copy(trial.directory().curve(line.trialId()), target.curve(line.trialId()));
                copy(trial.directory().explanation(line.trialId()), target.explanation(line.trialId()));
                records.add(trial.record());
            }
        }
        copy(runs.get(0).directory().experiment(), target.experiment());
        ResolvedRun resolved = first.resolved()
                .as(runId(runs), createdAt(runs), command, first.plan().size());
        RunDirectory.writeWhole(target.resolved(), Json.pretty(resolved));
        RunDirectory.writeWhole(
                target.environment(),
                Json.pretty(environment(runs.stream().map(Source::run).toList())));
        results.append(records);
        RunDirectory.writeWhole(target.manifest(), manifest.toString());
    }

    private static String runId(List<Source> runs) {
        TreeSet<String> ids = new TreeSet<>();
        runs.forEach(source -> ids.add(source.run().info().runId()));
        return "merged-" + Sha256.hexOf(String.join(" ", ids)).substring(0, 16);
    }

    private static String createdAt(List<Source> runs) {
        return runs.stream()
                .map(source -> source.run().info().createdAt())
                .min(String::compareTo)
                .orElseThrow();
    }

    /** Where the runs agree, their word; else every one's. */
    static Map<String, String> environment(List<StoredRun> runs) {
        Map<String, String> united = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            run.info().environment().forEach((key, value) -> united.merge(key, value, RunMerge::both));
        }
        return united;
    }

    private static String both(String former, String value) {
        return List.of(former.split(" \\| ", -1)).contains(value) ? former : former + " | " + value;
    }

    private static void copy(Path from, Path to) {
        if (!Files.exists(from)) {
            return;
        }
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Map<String, Held> held, RunDirectory target, UncheckedIOException because) {
        try {
            for (String trialId : held.keySet()) {
                Files.deleteIfExists(target.scores(trialId));
                Files.deleteIfExists(target.curve(trialId));
                Files.deleteIfExists(target.explanation(trialId));
            }
            Files.deleteIfExists(target.results());
            target.discard();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
