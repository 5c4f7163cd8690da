package org.reconbench.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.core.data.Labels;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.BestF1;
import org.reconbench.evaluation.metrics.Quantiles;
import org.reconbench.evaluation.metrics.Ranking;

/** A run that never took place: scores drawn from log-normal distributions, every metric computed from them. */
final class FabricatedRun implements RunArchive {
    private static final int EPOCHS = 50;

    /**
     * A configuration to fabricate.
     *
     * @param separation distance of the classes' log scores, in standard deviations
     * @param beta weight of the KL; null for no VAE
     */
    record Config(
            String detector,
            String family,
            Map<String, Object> params,
            double separation,
            @Nullable Double beta) {}

    private final String name;
    private final List<String> datasets;
    private final List<String> protocols;
    private final List<Config> configs;
    private final int seeds;
    private boolean curves = true;
    private boolean allFail;
    private boolean someFail;
    private final Map<String, TrialScores> scores = new LinkedHashMap<>();
    private final Map<String, TrialExplanation> explanations = new LinkedHashMap<>();
    private boolean explained;
    private boolean damaged;
    private final Map<String, Curve> curveById = new LinkedHashMap<>();
    private final List<TrialRecord> trials = new ArrayList<>();

    FabricatedRun(String name, List<String> datasets, List<String> protocols, List<Config> configs, int seeds) {
        this.name = name;
        this.datasets = datasets;
        this.protocols = protocols;
        this.configs = configs;
        this.seeds = seeds;
    }

    FabricatedRun withoutCurves() {
        curves = false;
        return this;
    }

    /** Networks and pca tell their codes and residuals; the VAEs with beta 4 or more have collapsed. */
    FabricatedRun withExplanations() {
        explained = true;
        return this;
    }

    /** The explanations of the first seed cannot be read. */
    FabricatedRun withDamagedExplanations() {
        explained = true;
        damaged = true;
        return this;
    }

    FabricatedRun allFailed() {
        allFail = true;
        return this;
    }

    FabricatedRun someFailed() {
        someFail = true;
        return this;
    }

    static Config reference(String id, double separation) {
        return new Config(id, "reference", Map.of(), separation, null);
    }

    static Config vae(String id, double beta, int latent, double separation) {
        return new Config(id, "vae", params(Map.of("beta", beta, "latent", (long) latent)), separation, beta);
    }

    static Map<String, Object> params(Map<String, Object> own) {
        Map<String, Object> params = new TreeMap<>(own);
        params.putIfAbsent("latent", 10L);
        params.put("batch", 128L);
        params.put("epochs", (long) EPOCHS);
        params.put("hidden", List.of(64L, 32L));
        params.put("lr", 0.001);
        return params;
    }

    /** Like the built-in families experiment. */
    static FabricatedRun families(int seeds) {
        return new FabricatedRun(
                        "families",
                        List.of("seed-blobs"),
                        List.of("contaminated", "normal-only"),
                        List.of(
                                reference("norm", 0.4),
                                reference("random", 0.0),
                                reference("pca", 2.2),
                                new Config("ae", "ae", params(Map.of()), 2.6, null),
                                vae("vae", 1, 10, 3.1),
                                vae("beta-vae", 0.1, 10, 3.3),
                                vae("beta-vae", 4, 10, 0.6),
                                vae("beta-vae", 10, 10, 0.4),
                                vae("beta-vae-warmup", 4, 10, 0.7)),
                        seeds)
                .someFailed();
    }

    /** As large as the report promises to bear: 22 data sets, 25 configurations, 5 seeds. */
    static FabricatedRun large() {
        List<Config> configs = new ArrayList<>(List.of(
                reference("norm", 0.6), reference("random", 0.0), reference("pca", 2.0), reference("knn", 2.4)));
        for (int i = 0; i < 9; i++) {
            configs.add(new Config("ae-" + (char) ('a' + i), "ae", params(Map.of()), 1.8 + 0.1 * i, null));
        }
        for (int i = 0; i < 12; i++) {
            configs.add(vae("vae-" + (char) ('a' + i), 0.1 + 0.3 * i, 10, 2.6 - 0.15 * i));
        }
        List<String> datasets = java.util.stream.IntStream.rangeClosed(1, 22)
                .mapToObj(i -> "data-set-" + i)
                .toList();
        return new FabricatedRun("large", datasets, List.of("contaminated"), configs, 5);
    }

    /** Two configurations under one protocol. */
    static FabricatedRun small() {
        return new FabricatedRun(
                "small",
                List.of("d"),
                List.of("contaminated"),
                List.of(reference("norm", 0.4), vae("vae", 1, 10, 3)),
                2);
    }

    /** Like the built-in seed-grid experiment. */
    static FabricatedRun grid(int seeds) {
        List<Config> configs = new ArrayList<>();
        for (double beta : new double[] {0.1, 1, 5}) {
            for (int latent : new int[] {2, 5, 10}) {
                configs.add(vae("beta-vae", beta, latent, beta == 5 ? 0.5 : 3.4 - 0.3 * beta + 0.02 * latent));
            }
        }
        return new FabricatedRun(
                "seed-grid", List.of("seed-blobs"), List.of("contaminated", "normal-only"), configs, seeds);
    }

    @Override
    public List<TrialRecord> trials() {
        if (trials.isEmpty()) {
            for (String dataset : datasets) {
                for (String protocol : protocols) {
                    for (Config config : configs) {
                        for (int seed = 0; seed < seeds; seed++) {
                            trials.add(trial(dataset, protocol, config, seed));
                        }
                    }
                }
            }
        }
        return List.copyOf(trials);
    }

    private TrialRecord trial(String dataset, String protocol, Config config, int seed) {
        String id = Sha256.hexOf(dataset + protocol + config + seed).substring(0, 16);
        boolean fails = allFail || (someFail && config.separation() == 0.4 && config.beta() != null && seed == 1);
        TrialRecord.DatasetInfo data =
                new TrialRecord.DatasetInfo(dataset, Sha256.hexOf(dataset + seed), 4000, 1000, 20, 0.03, 0.03);
        TrialRecord.Named named = new TrialRecord.Named(protocol, Map.of("test", 0.2));
        TrialRecord.DetectorInfo detector = new TrialRecord.DetectorInfo(config.detector(), config.family(), 1);
        String configId = Sha256.hexOf(config.toString()).substring(0, 16);
        if (fails) {
            return new TrialRecord(
                    TrialRecord.SCHEMA,
                    id,
                    configId,
                    "run-1",
                    TrialStatus.DIVERGED,
                    1,
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T00:00:01Z",
                    data,
                    named,
                    detector,
                    config.params(),
                    seed,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new TrialRecord.Failure("train", "Diverged", "the loss left the finite numbers at epoch 7"));
        }
        Random random = new Random(id.hashCode());
        int[] zeroOne = new int[1000];
        double[] values = new double[1000];
        double separation =
                config.separation() + (protocol.equals("normal-only") ? 0.8 : 0) + random.nextGaussian() * 0.3;
        for (int i = 0; i < values.length; i++) {
            zeroOne[i] = i < 30 ? 1 : 0;
            values[i] = Math.exp(random.nextGaussian() * 0.7 + (i < 30 ? separation * 0.7 : 0) - 3);
        }
        Labels labels = Labels.of(zeroOne);
        double threshold = Quantiles.linear(values, 0.97);
        double[] quantiles = Quantiles.linear(
                values,
                java.util.stream.IntStream.rangeClosed(0, 1000)
                        .mapToDouble(i -> i / 1000.0)
                        .toArray());
        scores.put(id, new TrialScores(labels, Map.of("recon", values), quantiles));
        if (explained
                && (!config.family().equals("reference") || config.detector().equals("pca"))) {
            explanations.put(id, FabricatedExplanations.of(config, labels, values, seed));
        }
        if (curves && !config.family().equals("reference")) {
            curveById.put(id, curve(config, random));
        }
        return completed(id, configId, data, named, detector, config, seed, labels, values, threshold, random);
    }

    private static TrialRecord completed(
            String id,
            String configId,
            TrialRecord.DatasetInfo data,
            TrialRecord.Named protocol,
            TrialRecord.DetectorInfo detector,
            Config config,
            long seed,
            Labels labels,
            double[] values,
            double threshold,
            Random random) {
        Ranking ranking = Ranking.of(labels, values);
        AtThreshold at = AtThreshold.of(labels, values, threshold);
        BestF1 best = ranking.bestF1().orElseThrow();
        boolean network = !config.family().equals("reference");
        Double beta = config.beta();
        return new TrialRecord(
                TrialRecord.SCHEMA,
                id,
                configId,
                "run-1",
                TrialStatus.OK,
                1,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z",
                data,
                protocol,
                detector,
                config.params(),
                seed,
                "recon",
                new TrialRecord.Metrics(
                        ranking.rocAuc().orElseThrow(),
                        ranking.averagePrecision().orElseThrow(),
                        at.precision().isPresent() ? at.precision().getAsDouble() : null,
                        at.recall().isPresent() ? at.recall().getAsDouble() : null,
                        at.f1().isPresent() ? at.f1().getAsDouble() : null,
                        ranking.precisionAtN().orElseThrow(),
                        null),
                new TrialRecord.Threshold("train-quantile", threshold, "assumed-contamination"),
                new TrialRecord.Confusion(at.tp(), at.fp(), at.tn(), at.fn()),
                new TrialRecord.Oracle(best.f1(), best.precision(), best.recall(), best.threshold()),
                Map.of("recon", new TrialRecord.Auc(0.5, 0.5)),
                network
                        ? new TrainingSummary(
                                EPOCHS,
                                1600,
                                1.0,
                                0.4,
                                beta == null ? null : 2.0,
                                beta,
                                beta == null ? null : beta / 2,
                                7654,
                                10 + random.nextInt(20))
                        : null,
                network && beta != null
                        ? new TrialRecord.Diagnostics(beta >= 4 ? 0 : 6, List.of(), 0.4, 0.9, 0.5, beta >= 4)
                        : null,
                new TrialRecord.Time(
                        network
                                ? (beta == null ? 0.4 : 0.55) * (0.9 + 0.2 * random.nextDouble())
                                : 2e-4 * (1 + random.nextDouble()),
                        0.01,
                        0.01,
                        10),
                null,
                null);
    }

    private static Curve curve(Config config, Random random) {
        List<List<Double>> rows = new ArrayList<>();
        Double beta = config.beta();
        double wobble = 1 + 0.1 * random.nextGaussian();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double recon = wobble * (0.08 + 2.5 * Math.exp(-epoch / 6.0));
            if (beta == null) {
                rows.add(List.of((double) epoch, recon, recon));
            } else {
                double now = config.detector().endsWith("warmup") ? beta * Math.min(1, epoch / 25.0) : beta;
                double kl = wobble * 3 / (1 + now) * (1 - Math.exp(-epoch / 9.0));
                rows.add(List.of((double) epoch, recon + now * kl, recon, kl, now));
            }
        }
        return new Curve(
                beta == null ? List.of("epoch", "loss", "recon") : List.of("epoch", "loss", "recon", "kl", "beta"),
                rows);
    }

    @Override
    public RunInfo info() {
        List<RunInfo.DetectorNote> notes = configs.stream()
                .map(Config::detector)
                .distinct()
                .map(id -> new RunInfo.DetectorNote(
                        id,
                        "Detector " + id,
                        "ae",
                        1,
                        "A fabricated detector.",
                        "sum_d (x - xhat)^2 + beta KL",
                        "none"))
                .toList();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("Java", "17.0.15");
        environment.put("Engine", "PyTorch 2.7.1, CPU, 1 thread");
        environment.put("Machine", "linux x86_64, 2 cores");
        return new RunInfo(
                name,
                "20260101T000000Z-" + name,
                "2026-01-01T00:00:00Z",
                "{\n  \"name\" : \"" + name + "\"\n}",
                datasets.size() * protocols.size() * configs.size() * seeds,
                notes,
                datasets.stream()
                        .map(id -> new RunInfo.DatasetNote(
                                id, "generated", "Three Gaussian blobs and a shifted one.", 5000, 20, 150, List.of()))
                        .toList(),
                environment,
                "./reconbench run " + name + " --seeds " + seeds);
    }

    @Override
    public Optional<TrialScores> scores(String trialId) {
        return Optional.ofNullable(scores.get(trialId));
    }

    @Override
    public Optional<Curve> curve(String trialId) {
        return Optional.ofNullable(curveById.get(trialId));
    }

    @Override
    public Optional<TrialExplanation> explanation(String trialId) {
        TrialExplanation found = explanations.get(trialId);
        boolean first = trials.stream().anyMatch(trial -> trial.trialId().equals(trialId) && trial.seed() == 0);
        if (found != null && damaged && first) {
            throw InputException.inFile("/somewhere/explanations/" + trialId + ".npz", "is not an explanation");
        }
        return Optional.ofNullable(found);
    }
}
