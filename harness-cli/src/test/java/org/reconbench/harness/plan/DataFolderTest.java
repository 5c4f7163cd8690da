package org.reconbench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.BuiltinExperiments;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.experiment.Overrides;
import org.reconbench.harness.registry.Detectors;

class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Experiment read(String datasets) {
        return ExperimentReader.read("mine.yaml", "datasets: " + datasets + "\ndetectors: [norm]", temp);
    }

    private void files(String... names) throws IOException {
        Files.createDirectories(temp.resolve("sets"));
        for (String name : names) {
            StringBuilder rows = new StringBuilder("a,b,label\n");
            for (int i = 0; i < 20; i++) {
                rows.append(i * name.length())
                        .append(',')
                        .append(i * i % 7)
                        .append(',')
                        .append(i % 5 == 0 ? 1 : 0)
                        .append('\n');
            }
            Files.writeString(temp.resolve("sets").resolve(name), rows.toString());
        }
    }

    private List<String> names(Experiment experiment) {
        return DataFolder.expand(experiment).stream()
                .map(Experiment.DatasetRef::name)
                .toList();
    }

    @Test
    void a_directory_stands_for_its_data_files_by_number_then_name() throws IOException {
        files("10_ten.csv", "2_two.csv", "b.csv", "a.csv", "SHA256SUMS", "2_also.csv");
        assertEquals(
                List.of("seed-blobs", "2_also", "2_two", "10_ten", "a", "b"),
                names(read("[seed-blobs, {directory: sets}]")));
    }

    @Test
    void the_plan_and_the_stored_experiment_name_every_file() throws IOException {
        files("2_two.csv", "b.csv"); // names of two lengths: their rows differ
        Plan plan =
                new Planner(Detectors.load(), DataSupply.ofHeap()).plan(read("[{directory: sets}]"), Settings.none());
        assertEquals(
                List.of("2_two", "b"),
                plan.data().stream().map(DataChoice::name).toList());
        String stored = EffectiveExperiment.yaml(plan);
        assertTrue(stored.contains("2_two.csv") && !stored.contains("directory"), stored);
    }

    @Test
    void the_command_line_names_another_directory() throws IOException {
        files("a.csv");
        Path there = temp.resolve("sets");
        Overrides overrides =
                new Overrides(List.of(there.toString()), List.of(), List.of(), null, List.of(), null, false);
        assertEquals(List.of("a"), names(overrides.apply(BuiltinExperiments.read("adbench-dev"))));
    }

    @Test
    void a_directory_that_is_absent_empty_or_doubled_is_refused() throws IOException {
        InputException absent = assertThrows(InputException.class, () -> names(read("[{directory: sets}]")));
        assertTrue(String.valueOf(absent.getMessage()).startsWith("mine.yaml:1: there is no directory '"));
        assertTrue(String.valueOf(absent.getMessage()).contains("--datasets DIR"));
        Files.createDirectories(temp.resolve("sets"));
        InputException empty = assertThrows(InputException.class, () -> names(read("[{directory: sets}]")));
        assertTrue(String.valueOf(empty.getMessage()).contains("holds no .csv"));
        files("a.csv");
        InputException twin = assertThrows(
                InputException.class, () -> names(read("[{directory: sets}, {name: a, path: sets/a.csv}]")));
        assertTrue(String.valueOf(twin.getMessage()).contains("two data sets named 'a'"));
        assertThrows(InputException.class, () -> read("[{directory: sets, label: y}]"));
    }

    @Test
    void all_stands_for_every_detector_that_is_not_named_beside_it() {
        Detectors registry = Detectors.load();
        Experiment experiment = ExperimentReader.read(
                "mine.yaml",
                "datasets: [{name: seed-blobs, params: {n: 100}}]\nseeds: 1\ndefaults: {hidden: [4], latent: 2}\n"
                        + "detectors: [{name: beta-vae, params: {beta: [1, 2]}}, all]",
                temp);
        Plan plan = new Planner(registry, DataSupply.ofHeap()).plan(experiment, Settings.none());
        assertEquals(registry.ids().size() + 1, plan.detectors().size());
        assertEquals("beta-vae", plan.detectors().get(0).id());
        assertEquals(
                2,
                plan.detectors().stream()
                        .filter(choice -> choice.id().equals("beta-vae"))
                        .count());
    }
}
