package org.reconbench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Params;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.FileOptions;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.run.ToyDetector;

class PlannerTest {
    private static final String SMALL = "datasets: [{name: seed-blobs, params: {n: 200, features: 3}}]\n";

    private static Plan plan(String text, Map<String, Object> set) {
        return new Planner(Detectors.of(List.of(new ToyDetector())), DataSupply.ofHeap())
                .plan(ExperimentReader.read("toy.yaml", text, Path.of("")), new Settings(set, Map.of()));
    }

    @Test
    void lists_are_grids_and_a_list_parameter_is_one_value() {
        Plan plan = plan(
                SMALL + "detectors: [{name: toy, params: {noise: [0, 1], epochs: [2, 3], hidden: [8, 4]}}]\nseeds: 2",
                Map.of());
        assertEquals(4, plan.detectors().size());
        assertEquals(8, plan.trials().size());
        assertEquals(List.of(8L, 4L), plan.detectors().get(0).params().asMap().get("hidden"));
    }

    @Test
    void ids_are_golden() {
        // A changed id orphans every stored result: change the detector's version instead, or say so in CHANGELOG.
        Plan plan = plan(SMALL + "detectors: [toy]\nseeds: 2", Map.of());
        assertEquals(
                List.of("9a82550a40a2dc7c", "ea76a62a460242fd"),
                plan.trials().stream().map(PlannedTrial::trialId).toList());
        assertEquals("842a72eec3cb8e55", plan.detectors().get(0).configId());
    }

    @Test
    void settings_reach_every_owner_or_one() {
        Plan everywhere = plan(SMALL + "detectors: [toy]\nseeds: 1", Map.of("epochs", 7L, "n", 100L));
        assertEquals(7, everywhere.detectors().get(0).params().integer("epochs"));
        assertEquals(100, everywhere.datasets().get(0).rows());
        Plan one = plan(SMALL + "detectors: [toy]\nseeds: 1", Map.of("toy.epochs", List.of(8L, 9L)));
        assertEquals(2, one.detectors().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detectors: [tyo] | toy.yaml:2: unknown detector 'tyo' (did you mean 'toy'?); there are toy",
                "detectors: [{name: toy, params: {nois: 1}}] | unknown parameter 'nois' (did you mean 'noise', a number from 0 to 10, default 0.1?); it takes noise",
                "detectors: [{name: toy, params: {noise: -1}}] | noise = -1: must be a number from 0 to 10 (default 0.1)",
                "detectors: [{name: toy, params: {noise: []}}] | noise = []: an empty grid",
                "detectors: [{name: toy, params: {epochs: 1.5}}] | epochs = 1.5: must be an integer from 1 to 1000",
                "detectors: [{name: toy, params: {noise: .nan}}] | noise = .nan: must be a number",
                "detectors: [{name: toy, params: {trouble: some}}] | trouble = some: must be one of none, throw",
                "detectors: [toy, toy] | 'toy' stands here twice with the same parameters",
                "defaults: {latnt: 3}\\ndetectors: [toy] | defaults.latnt: no detector has a parameter",
                "threshold: {rule: train-quantil}\\ndetectors: [toy] | threshold.rule: is 'train-quantil' (did you mean 'train-quantile'?); must be one of",
                "threshold: {rule: validation-f1}\\ndetectors: [toy] | threshold.rule: is 'validation-f1', which needs labelled validation rows; protocol 'contaminated' holds none out, write 'contaminated-validation' in its place",
                "stats: {baseline: tyo}\\ndetectors: [toy] | stats.baseline: is 'tyo' (did you mean 'toy'?); must be one of toy",
                "protocols: [contaminatd]\\ndetectors: [toy] | unknown protocol 'contaminatd' (did you mean 'contaminated'?)",
                "protocols: [contaminated, contaminated]\\ndetectors: [toy] | two trials are the same",
            })
    void what_is_wrong_is_found_before_anything_runs(String text, String expected) {
        InputException e = assertThrows(
                InputException.class, () -> plan(SMALL + text.replace("\\n", "\n") + "\nseeds: 1", Map.of()));
        assertTrue(String.valueOf(e.getMessage()).contains(expected.strip()), e.getMessage());
    }

    @Test
    void a_setting_that_fits_nothing_is_refused() {
        InputException e =
                assertThrows(InputException.class, () -> plan(SMALL + "detectors: [toy]", Map.of("epoch", 3L)));
        assertTrue(
                String.valueOf(e.getMessage()).contains("did you mean 'epochs', an integer from 1 to 1000, default 3?"),
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs | -1 | --set epochs=-1: 'toy': epochs = -1: must be an integer from 1 to 1000 (default 3)",
                "toy.noise | x | --set toy.noise=x: 'toy': noise = x: must be a number",
            })
    void a_setting_that_is_refused_is_blamed_on_the_command_line(String key, String value, String expected) {
        InputException e =
                assertThrows(InputException.class, () -> plan(SMALL + "detectors: [toy]", Map.of(key, value)));
        assertTrue(String.valueOf(e.getMessage()).startsWith(expected), e.getMessage());
    }

    @Test
    void a_file_written_over_after_it_was_planned_is_noticed_when_it_is_read_again(@TempDir Path temp)
            throws IOException {
        Path file = temp.resolve("mine.csv");
        Files.writeString(file, "a,label\n1,0\n2,0\n3,1\n");
        DataChoice choice = new DataChoice.FromFile("mine", file, FileOptions.DEFAULT);
        DataSupply forgetful = new DataSupply(1);
        forgetful.dataset(choice, 0);
        Files.writeString(file, "a,label\n1,0\n2,0\n4,1\n");
        forgetful.dataset(new DataChoice.Generated("easy-blobs", easyBlobs(), params(easyBlobs())), 0);
        InputException e = assertThrows(InputException.class, () -> forgetful.dataset(choice, 0));
        assertTrue(
                String.valueOf(e.getMessage()).contains("not what they were when the plan was made"), e.getMessage());
    }

    private static DatasetSource easyBlobs() {
        return DatasetCatalogue.find("easy-blobs").orElseThrow();
    }

    private static Params params(DatasetSource source) {
        return Params.resolve("test", source.card().params(), Map.of());
    }

    @Test
    void an_unknown_data_set_is_refused_with_a_suggestion() {
        InputException e =
                assertThrows(InputException.class, () -> plan("datasets: [seed-blob]\ndetectors: [toy]", Map.of()));
        assertTrue(String.valueOf(e.getMessage()).contains("did you mean 'seed-blobs'?"), e.getMessage());
    }

    @Test
    void cohorts_keep_every_trial_once_in_order_and_respect_preference_and_memory() {
        Plan plan =
                plan(SMALL + "detectors: [{name: toy, params: {noise: [0, 1], epochs: [2, 3]}}]\nseeds: 4", Map.of());
        List<Cohort> cohorts = Cohort.group(plan.trials(), Long.MAX_VALUE);
        assertEquals(
                plan.trials(),
                cohorts.stream()
                        .flatMap(cohort -> cohort.trials().stream())
                        .sorted((a, b) -> Integer.compare(
                                plan.trials().indexOf(a), plan.trials().indexOf(b)))
                        .toList());
        assertTrue(cohorts.stream().allMatch(cohort -> cohort.trials().size() <= 3));
        assertEquals(6, cohorts.size(), "two groups of 8, each cut into 3 + 3 + 2 or so");
        assertEquals(16, Cohort.group(plan.trials(), 1).size(), "no memory: every trial alone");
    }

    @Test
    void the_supply_gives_the_same_object_while_it_keeps_it() {
        Plan plan = plan(SMALL + "detectors: [toy]\nseeds: 1", Map.of());
        PlannedTrial trial = plan.trials().get(0);
        DataSupply roomy = new DataSupply(1 << 30);
        assertSame(roomy.divided(trial.data(), trial.protocol(), 0), roomy.divided(trial.data(), trial.protocol(), 0));
        DataSupply tight = new DataSupply(1);
        var first = tight.divided(trial.data(), trial.protocol(), 0);
        IntStream.range(1, 4).forEach(seed -> tight.divided(trial.data(), trial.protocol(), seed));
        assertEquals(first, tight.divided(trial.data(), trial.protocol(), 0), "forgotten, yet the same when made anew");
    }
}
