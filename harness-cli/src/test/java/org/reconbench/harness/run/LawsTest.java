package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.data.DatasetCard;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.Protocol;
import org.reconbench.data.ProtocolCard;
import org.reconbench.harness.experiment.BuiltinExperiments;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.plan.DataChoice;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.ProtocolChoice;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.StoredRun;

/**
 * The laws of docs/architecture.md as far as the harness keeps them. Laws 1 and 3 are in MainJobTest, RunServiceTest and
 * KillAndResumeTest, law 5 is in models-nn.
 */
class LawsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static List<String> detectors() {
        return Detectors.load().ids();
    }

    /** Rows that do not depend on the labels, and labels of choice. */
    private record Labelled(Labels labels) implements DatasetSource {
        @Override
        public DatasetCard card() {
            return new DatasetCard("labelled", "Labelled", "Rows and labels apart.", "here", List.of());
        }

        @Override
        public boolean seeded() {
            return false;
        }

        @Override
        public Dataset load(Params params, long seed) {
            RandomGenerator random = new RandomStreams(5).stream("test/rows");
            double[] values = random.doubles(labels.size() * 3L).toArray();
            return Dataset.of("labelled", List.of("a", "b", "c"), Matrix.wrap(labels.size(), 3, values), labels);
        }
    }

    /** The first four fifths train, whatever the labels. */
    private record Blind() implements Protocol {
        @Override
        public ProtocolCard card() {
            return new ProtocolCard("blind", "Blind", "Divides without looking.", List.of());
        }

        @Override
        public Scaling scaling(Params params) {
            return Scaling.NONE;
        }

        @Override
        public TrainTest prepare(Dataset data, Params params, long seed) {
            int train = data.rows().rows() * 4 / 5;
            int[] first = IntStream.range(0, train).toArray();
            int[] rest = IntStream.range(train, data.rows().rows()).toArray();
            return new TrainTest(
                    data.rows().selectRows(first),
                    data.labels().select(first),
                    data.rows().selectRows(rest),
                    data.labels().select(rest));
        }
    }

    private StoredRun run(String name, String detector, Labels labels) {
        DataSupply supply = DataSupply.ofHeap();
        String text = "seeds: 1\ndefaults: {epochs: 2, hidden: [4], latent: 2}\ndetectors: [" + detector + "]";
        Plan base = new Planner(Detectors.load(), supply)
                .plan(ExperimentReader.read("law.yaml", text, temp), Settings.none());
        DataChoice data = new DataChoice.Generated("labelled", new Labelled(labels), Params.NONE);
        ProtocolChoice protocol = new ProtocolChoice(new Blind(), Params.NONE);
        List<PlannedTrial> trials = base.trials().stream()
                .map(trial -> new PlannedTrial(
                        trial.trialId(),
                        data,
                        "0".repeat(64),
                        new DataProfile(160, 3, Scaling.NONE),
                        protocol,
                        trial.detector(),
                        trial.seed()))
                .toList();
        Plan plan = new Plan(
                base.experiment(), List.of(data), List.of(protocol), base.detectors(), base.datasets(), trials);
        Limits limits = new Limits(1, 1, null, 1L << 30);
        StoredRun run = new RunService(supply, RunListener.NONE, new StopSignal())
                .run(plan, new RunRequest(temp.resolve(name), false, false, limits, "", Map.of()));
        run.trials().forEach(trial -> assertTrue(trial.ok(), () -> String.valueOf(trial.failure())));
        return run;
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void law_2_labels_reach_neither_scores_nor_the_declared_threshold(String detector) {
        StoredRun one = run(
                "one",
                detector,
                Labels.of(IntStream.range(0, 200).map(i -> i % 2).toArray()));
        StoredRun other = run(
                "other",
                detector,
                Labels.of(IntStream.range(0, 200).map(i -> i % 7 == 0 ? 1 : 0).toArray()));
        TrialRecord first = one.trials().get(0);
        TrialRecord second = other.trials().get(0);
        TrialScores firstScores = one.scores(first.trialId()).orElseThrow();
        TrialScores secondScores = other.scores(second.trialId()).orElseThrow();
        assertNotEquals(firstScores.labels(), secondScores.labels());
        for (String id : firstScores.ids()) {
            assertArrayEquals(firstScores.score(id), secondScores.score(id), 0.0, id);
        }
        assertEquals(first.threshold(), second.threshold());
        assertEquals("assumed-contamination", requireNonNull(first.threshold()).source());
        assertEquals(first.training(), second.training());
    }

    @Test
    void law_4_every_network_prints_its_objective_and_a_vae_its_effective_beta() {
        for (Detector detector : Detectors.load().all()) {
            if (detector.card().family() != Family.REFERENCE) {
                assertTrue(
                        detector.card().objective().contains("(x - xhat)^2"),
                        detector.card().id());
            }
            if (detector.card().family() == Family.VAE) {
                assertTrue(
                        detector.card().objective().contains("ELBO in nats"),
                        detector.card().id());
            }
        }
        StoredRun run = run(
                "beta",
                "{name: beta-vae, params: {beta: 3}}",
                Labels.of(IntStream.range(0, 200).map(i -> i % 2).toArray()));
        assertEquals(1.5, requireNonNull(run.trials().get(0).training()).betaEffective());
    }

    @ParameterizedTest
    @ValueSource(strings = {"families", "seed-grid", "smoke", "ladder", "adbench-dev"})
    void law_6_the_trivial_reference_stands_in_every_built_in_experiment(String id) {
        Experiment experiment = BuiltinExperiments.read(id);
        assertTrue(experiment.detectors().stream()
                .anyMatch(ref -> List.of("norm", Experiment.ALL).contains(ref.name())));
    }

    @Test
    void trial_ids_are_golden() {
        // An id that changes orphans stored results: raise the detector's version and mark the CHANGELOG instead.
        Plan plan = new Planner(Detectors.load(), DataSupply.ofHeap())
                .plan(BuiltinExperiments.read("families"), Settings.none());
        List<String> firstSeed = plan.trials().stream()
                .filter(trial -> trial.seed() == 0 && trial.protocol().id().equals("contaminated"))
                .map(trial -> trial.detector().id() + " " + trial.trialId())
                .toList();
        assertEquals(GOLDEN, firstSeed);
    }

    @Test
    void trial_ids_of_every_autoencoder_at_its_defaults_are_golden() {
        String ids = Detectors.load().all().stream()
                .map(Detector::card)
                .filter(card -> card.family() == Family.AE)
                .map(DetectorCard::id)
                .sorted()
                .collect(Collectors.joining(", "));
        String text =
                "datasets: [{name: seed-blobs, params: {n: 200, features: 3}}]\nseeds: 1\ndetectors: [" + ids + "]";
        Plan plan = new Planner(Detectors.load(), DataSupply.ofHeap())
                .plan(ExperimentReader.read("golden.yaml", text, temp), Settings.none());
        assertEquals(
                GOLDEN_AE,
                plan.trials().stream()
                        .map(trial -> trial.detector().id() + " " + trial.trialId())
                        .toList());
    }

    private static final List<String> GOLDEN_AE = List.of(
            "ae 067c5edab8edd455",
            "ae-ensemble 75e0461fd89c3cfe",
            "contractive-ae 3483163df975f489",
            "denoising-ae c817e0cafe1e55b0",
            "rae-l2 60292368f0825ec4",
            "robust-ae 8d605debda43794f",
            "sparse-ae 4d549bcb72d8b6c3");

    @Test
    void trial_ids_of_vae_variants_are_golden() {
        String text = "detectors: [vae-cyclical, vae-free-bits, vae-capacity, sigma-vae, gaussian-vae,"
                + " beta-tc-vae, info-vae, wae-mmd, iwae, vamp-vae]\nseeds: 1";
        Plan plan = new Planner(Detectors.load(), DataSupply.ofHeap())
                .plan(ExperimentReader.read("golden.yaml", text, temp), Settings.none());
        List<String> ids = plan.trials().stream()
                .map(trial -> trial.detector().id() + " " + trial.trialId())
                .toList();
        assertEquals(GOLDEN_VAE_VARIANTS, ids);
    }

    private static final List<String> GOLDEN_VAE_VARIANTS = List.of(
            "vae-cyclical 089aa5274a495374",
            "vae-free-bits bdf224f3b0c4db6b",
            "vae-capacity 4deed10bb24d3906",
            "sigma-vae 13d19db03e8c777e",
            "gaussian-vae 7e71733fa2bac35e",
            "beta-tc-vae 78c4504b755f7c8e",
            "info-vae 4d5747f9b6734402",
            "wae-mmd 850572e340b783ca",
            "iwae e4ba5b069eb83c13",
            "vamp-vae cfbf0bfa77ab9853");

    private static final List<String> GOLDEN = List.of(
            "norm d87e168f34223448",
            "random b91e034f8caf649e",
            "pca 7a588ab519ffa68d",
            "ae f2354c707ea92720",
            "vae c358721d4e36f195",
            "beta-vae f3076975315f533a",
            "beta-vae e62a67a49358e2bc",
            "beta-vae f7127ef20cdc8020",
            "beta-vae-warmup 6bd4c1c0f4e20473");
}
