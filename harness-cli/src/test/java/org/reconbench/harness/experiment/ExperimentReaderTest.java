package org.reconbench.harness.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;

class ExperimentReaderTest {
    private static Experiment read(String text) {
        return ExperimentReader.read("my.yaml", text, Path.of("/base"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"families", "seed-grid", "smoke", "ladder", "adbench-dev"})
    void every_built_in_experiment_reads_and_says_what_it_does(String id) {
        assertEquals(id, BuiltinExperiments.read(id).name());
        assertTrue(BuiltinExperiments.summary(id).endsWith("."), BuiltinExperiments.summary(id));
    }

    @Test
    void the_contract_example_reads_as_written() {
        Experiment experiment = read("""
                schema: reconbench.experiment/1
                name: families
                datasets:
                  - {name: seed-blobs}
                  - {name: mine, path: data/mine.csv, label: is_fraud, anomaly: [1], drop: [id]}
                protocols: [contaminated, normal-only]
                detectors:
                  - {name: norm}
                  - {name: beta-vae, params: {beta: [0.1, 4, 10]}}
                  - {name: beta-vae-warmup, params: {beta: 4, warmup: {schedule: linear, fraction: 0.5}}}
                defaults: {hidden: [64, 32], latent: 10, epochs: 50, batch: 128, lr: 0.001}
                seeds: {base: 3, count: 4}
                threshold: {rule: train-quantile, contamination: 0.03}
                stats: {primary: auc_pr, alpha: 0.05, baseline: ae}
                """);
        Experiment.DatasetRef mine = experiment.datasets().get(1);
        assertEquals(Path.of("/base/data/mine.csv"), mine.path());
        assertEquals("is_fraud", mine.label());
        assertEquals(List.of("1"), mine.anomaly());
        assertEquals(List.of("id"), mine.drop());
        assertEquals(List.of(3L, 4L, 5L, 6L), experiment.seeds().values());
        assertEquals(
                List.of(0.1, 4L, 10L), experiment.detectors().get(1).params().get("beta"));
        assertEquals(
                Map.of("schedule", "linear", "fraction", 0.5),
                experiment.detectors().get(2).params().get("warmup"));
        assertEquals(0.001, experiment.defaults().get("lr"));
    }

    @Test
    void what_is_left_out_has_sensible_values() {
        Experiment experiment = read("detectors: [ae]");
        assertEquals("my", experiment.name());
        assertEquals("seed-blobs", experiment.datasets().get(0).name());
        assertEquals("contaminated", experiment.protocols().get(0).name());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), experiment.seeds().values());
        assertEquals("train-quantile", experiment.threshold().rule());
    }

    @Test
    void a_bare_file_name_is_a_file_and_a_bare_word_is_of_the_catalogue() {
        Experiment experiment = read("datasets: [cardio.npz, seed-blobs]\ndetectors: [ae]");
        assertEquals(Path.of("/base/cardio.npz"), experiment.datasets().get(0).path());
        assertEquals("cardio", experiment.datasets().get(0).name());
        assertEquals(null, experiment.datasets().get(1).path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detectors: [ae]\\nepoch: 5 | my.yaml:2: epoch: unknown key 'epoch'",
                "detectors: [ae]\\ndataset: [x] | did you mean 'datasets'?",
                "detectors: [ae]\\nseeds: {base: 0, cuont: 3} | my.yaml:2: seeds.cuont: unknown key 'cuont' (did you mean 'count'?)",
                "detectors: [ae]\\nseeds: many | seeds: must be an integer from 1 to 10000, is 'many'",
                "detectors: [ae]\\nseeds: [1, 1] | a seed stands here twice",
                "detectors: [ae]\\nseeds: [-1] | seeds[0]: must be an integer from 0 to 4294967295, is '-1'",
                "detectors: [] | detectors: is an empty list",
                "detectors: {ae: 1} | detectors: must be a list",
                "detectors: [{params: {}}] | needs a 'name'",
                "detectors: [{name: ae, parms: {}}] | did you mean 'params'?",
                "name: x | key 'detectors' is missing",
                "schema: reconbench.experiment/9\\ndetectors: [ae] | this version reads reconbench.experiment/1",
                "name: a b/c\\ndetectors: [ae] | name: is 'a b/c'; use up to 64 letters",
                "datasets: [{label: y}]\\ndetectors: [ae] | needs a 'name' of the catalogue, a 'path'",
                "datasets: [{name: a, label: y}]\\ndetectors: [ae] | is for files only: 'a' has no 'path'",
                "datasets: [{path: a.csv, params: {n: 3}}]\\ndetectors: [ae] | is for generated data sets only",
                "datasets: [a.csv, b/a.csv]\\ndetectors: [ae] | there are two data sets named 'a'",
                "detectors: [ae]\\nthreshold: {contamination: 0.9} | threshold.contamination: must be a number from 0.0 to 0.5, is '0.9'",
                "detectors: [ae]\\nstats: {primary: auc} | stats.primary: is 'auc'; must be one of auc_pr, auc_roc, f1",
                "detectors: [ae]\\nname: [1 | my.yaml:2: not valid YAML",
                "detectors: [ae]\\ndetectors: [vae] | stands here twice",
                "- 1 | must be a map of keys to values, is a list",
                "'' | is empty",
            })
    void what_is_wrong_is_said_with_its_place(String text, String expected) {
        String yaml = text.replace("\\n", "\n");
        InputException e = assertThrows(InputException.class, () -> read(yaml));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("my.yaml"), message);
        assertTrue(message.contains(expected.strip()), message);
        assertTrue(message.lines().count() == 1, message);
    }

    @Test
    void a_file_that_is_missing_or_not_text_is_refused(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("nothing.yaml");
        assertThrows(InputException.class, () -> ExperimentReader.read(missing));
        Path binary = directory.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThrows(InputException.class, () -> ExperimentReader.read(binary));
        Path control = directory.resolve("control.yaml");
        Files.write(control, "detectors: [\u0001]".getBytes(StandardCharsets.UTF_8));
        assertThrows(InputException.class, () -> ExperimentReader.read(control));
    }
}
