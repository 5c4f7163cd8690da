package org.reconbench.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.Sha256;
import org.reconbench.core.data.Labels;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.Quantiles;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.ManifestLine;
import org.reconbench.harness.store.ResolvedRun;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.TrialFiles;

/** Writes run directories of runs that never took place: scores drawn, every metric computed from them. */
final class StoredRuns {
    private final List<String> datasets = new ArrayList<>();
    private final List<String> protocols = new ArrayList<>();
    private final List<Config> configs = new ArrayList<>();
    private String name = "made-up";
    private int seeds = 10;
    private String primary = "auc_pr";
    private double shift;
    private String rows = "";
    private @Nullable String failing;
    private Map<String, List<String>> groups = Map.of();

    private record Config(String detector, Map<String, Object> params, double separation) {}

    StoredRuns named(String text) {
        name = text;
        return this;
    }

    StoredRuns on(String... more) {
        datasets.addAll(List.of(more));
        return this;
    }

    StoredRuns under(String... more) {
        protocols.addAll(List.of(more));
        return this;
    }

    /** A configuration whose anomalies score so many standard deviations higher. */
    StoredRuns of(String detector, Map<String, Object> params, double separation) {
        configs.add(new Config(detector, params, separation));
        return this;
    }

    StoredRuns of(String detector, double separation) {
        return of(detector, Map.of(), separation);
    }

    StoredRuns seeds(int count) {
        seeds = count;
        return this;
    }

    /** Data sets that count as one. */
    StoredRuns grouped(String group, String... members) {
        groups = Map.of(group, List.of(members));
        return this;
    }

    /** Which measure decides. */
    StoredRuns judgedBy(String measure) {
        primary = measure;
        return this;
    }

    /** Every anomaly scores so much higher than in a run without the shift. */
    StoredRuns shifted(double by) {
        shift = by;
        return this;
    }

    /** Other rows under the same names. */
    StoredRuns otherRows() {
        rows = "other";
        return this;
    }

    /** Seed 1 of this detector diverges. */
    StoredRuns failing(String detector) {
        failing = detector;
        return this;
    }

    Path write(Path root) {
        RunDirectory directory = RunDirectory.create(root);
        StringBuilder manifest = new StringBuilder();
        StringBuilder results = new StringBuilder();
        int planned = 0;
        for (String dataset : datasets) {
            for (String protocol : protocols) {
                for (Config config : configs) {
                    for (int seed = 0; seed < seeds; seed++) {
                        TrialRecord record = trial(directory, dataset, protocol, config, seed);
                        results.append(Json.line(record)).append('\n');
                        manifest.append(Json.line(line(record))).append('\n');
                        planned++;
                    }
                }
            }
        }
        try {
            Files.writeString(directory.experiment(), "name: " + name + "\n");
            Files.writeString(directory.environment(), "{\"Java\": \"17\"}\n");
            Files.writeString(directory.resolved(), Json.pretty(resolved(planned)));
            Files.writeString(directory.results(), results);
            Files.writeString(directory.manifest(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private static ManifestLine line(TrialRecord record) {
        return new ManifestLine(
                record.trialId(),
                record.configId(),
                record.dataset().name(),
                record.dataset().sha256(),
                record.protocol(),
                record.detector().name(),
                record.params(),
                record.seed(),
                null);
    }

    private ResolvedRun resolved(int planned) {
        return new ResolvedRun(
                ResolvedRun.SCHEMA,
                name,
                "id-of-" + name,
                "2026-01-02T03:04:05Z",
                "./reconbench run " + name,
                planned,
                datasets.stream()
                        .map(id -> new RunInfo.DatasetNote(id, "generated", "Made up.", 250, 3, 25, List.of()))
                        .toList(),
                List.of(),
                configs.stream()
                        .map(Config::detector)
                        .distinct()
                        .map(id -> new RunInfo.DetectorNote(id, id, "ae", 1, "Made up.", "none", "none"))
                        .toList(),
                List.of(),
                List.of(),
                "train-quantile",
                0.1,
                primary,
                0.05,
                "ae",
                groups.isEmpty() ? null : groups,
                null,
                null,
                null,
                null);
    }

    private TrialRecord trial(RunDirectory directory, String dataset, String protocol, Config config, int seed) {
        String sha = Sha256.hexOf(dataset + rows);
        String configId = Sha256.hexOf(config.detector() + config.params()).substring(0, 16);
        String id = Sha256.hexOf(sha + protocol + configId + seed).substring(0, 16);
        String family =
                config.detector().contains("vae") ? "vae" : config.detector().equals("norm") ? "reference" : "ae";
        boolean fails = config.detector().equals(failing) && seed == 1;
        Random random = new Random(
                31L * (dataset + protocol + config.detector() + new TreeMap<>(config.params())).hashCode() + seed);
        int[] zeroOne = new int[50];
        double[] values = new double[50];
        for (int i = 0; i < values.length; i++) {
            zeroOne[i] = i < 5 ? 1 : 0;
            values[i] = random.nextGaussian() + (i < 5 ? config.separation() + shift : 0);
        }
        double[] train = new double[1001];
        for (int i = 0; i < train.length; i++) {
            train[i] = -3 + i * 0.006;
        }
        Labels labels = Labels.of(zeroOne);
        Ranking ranking = Ranking.of(labels, values);
        double threshold = Quantiles.linear(train, 0.9);
        AtThreshold at = AtThreshold.of(labels, values, threshold);
        if (!fails) {
            new TrialFiles(directory).writeScores(id, new TrialScores(labels, Map.of("recon", values), train));
        }
        return new TrialRecord(
                TrialRecord.SCHEMA,
                id,
                configId,
                "id-of-" + name,
                fails ? TrialStatus.DIVERGED : TrialStatus.OK,
                1,
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:06Z",
                new TrialRecord.DatasetInfo(dataset, sha, 200, 50, 3, 0.1, 0.1),
                new TrialRecord.Named(protocol, Map.of()),
                new TrialRecord.DetectorInfo(config.detector(), family, 1),
                config.params(),
                seed,
                fails ? null : "recon",
                fails ? null : metrics(ranking, at),
                fails ? null : new TrialRecord.Threshold("train-quantile", threshold, "assumed-contamination"),
                fails ? null : new TrialRecord.Confusion(at.tp(), at.fp(), at.tn(), at.fn()),
                null,
                fails ? null : Map.of("recon", new TrialRecord.Auc(0.5, 0.5)),
                null,
                null,
                fails ? null : new TrialRecord.Time(0.25 + 0.01 * seed, 0.01, 0.01, 10),
                null,
                fails ? new TrialRecord.Failure("train", "Diverged", "the loss left the finite numbers") : null);
    }

    private static TrialRecord.Metrics metrics(Ranking ranking, AtThreshold at) {
        return new TrialRecord.Metrics(
                boxed(ranking.rocAuc()),
                boxed(ranking.averagePrecision()),
                boxed(at.precision()),
                boxed(at.recall()),
                boxed(at.f1()),
                boxed(ranking.precisionAtN()),
                boxed(ranking.adjustedAveragePrecision()),
                boxed(ranking.precisionRecallGainArea()),
                boxed(ranking.falsePositiveRateAtRecall(0.95)),
                null);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
