package org.reconbench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.BuiltinExperiments;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.experiment.Overrides;
import org.reconbench.harness.registry.Detectors;

/** Near-identical data sets that count as one, from the experiment file to the plan. */
class GroupsTest {
    private static final String SETS = "datasets: [a.csv, b.csv, c.csv]\ndetectors: [norm]\nseeds: 1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private void files(String... names) throws IOException {
        for (String name : names) {
            StringBuilder rows = new StringBuilder("x,y,label\n");
            for (int i = 0; i < 20; i++) {
                rows.append(i * name.hashCode() % 97).append(',').append(i).append(i % 5 == 0 ? ",1\n" : ",0\n");
            }
            Files.writeString(temp.resolve(name), rows);
        }
    }

    private Experiment read(String text) {
        return ExperimentReader.read("my.yaml", text, temp);
    }

    private static Plan plan(Experiment experiment) {
        return new Planner(Detectors.load(), DataSupply.ofHeap()).plan(experiment, Settings.none());
    }

    @Test
    void groups_reach_the_plan_and_the_experiment_that_repeats_it() throws IOException {
        files("a.csv", "b.csv", "c.csv");
        Plan plan = plan(read(SETS + "stats: {groups: {twins: [a, c]}}"));
        assertEquals(Map.of("twins", List.of("a", "c")), plan.groups().members());
        assertEquals(List.of("a, c count as one (twins)"), plan.groupNotes());
        Experiment again = ExperimentReader.read("again.yaml", EffectiveExperiment.yaml(plan), temp);
        assertEquals(plan.groups(), plan(again).groups());
        assertEquals(
                plan(read(SETS)).trials().stream().map(PlannedTrial::trialId).toList(),
                plan.trials().stream().map(PlannedTrial::trialId).toList());
    }

    @Test
    void data_sets_that_the_command_line_leaves_out_leave_their_group() throws IOException {
        files("a.csv", "b.csv", "c.csv");
        Overrides only = new Overrides(List.of("a", "b"), List.of(), List.of(), null, List.of(), null, false);
        Plan plan = plan(only.apply(read(SETS + "stats: {groups: {twins: [a, c]}}")));
        assertEquals(Map.of(), plan.groups().members());
        assertEquals(List.of("stats.groups.twins: no data set here is named c"), plan.groupNotes());
    }

    @Test
    void what_a_directory_does_not_hold_is_told() throws IOException {
        files("a.csv", "b.csv");
        String text = "datasets: [{directory: .}]\ndetectors: [norm]\nseeds: 1\nstats: {groups: {g: [a, b, z]}}";
        Plan plan = plan(read(text));
        assertEquals(
                List.of("a, b count as one (g)", "stats.groups.g: no data set here is named z"), plan.groupNotes());
        InputException e =
                assertThrows(InputException.class, () -> plan(read(text.replace("g: [a, b, z]", "a: [b, z]"))));
        assertTrue(
                String.valueOf(e.getMessage()).contains("stats.groups.a: has the name of a data set"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{twins: [a, d]} | my.yaml:4: stats.groups.twins[1]: no data set of this experiment is named 'd'",
                "{twins: [a, cc]} | (did you mean 'c'?); there are a, b, c",
                "{x: [a, b], y: [b, c]} | stats.groups.y[0]: 'b' is in group 'x' already",
                "{x: [a, a]} | 'a' is in group 'x' already",
                "{x: [a]} | my.yaml:4: stats.groups.x: names 1 data sets; a group needs two or more",
                "{x: []} | names 0 data sets",
                "{b: [a, c]} | stats.groups.b: has the name of a data set that is not in it",
                "[a, b] | stats.groups: must be a map of keys to values",
                "{x: [a, {b: c}]} | must be a text, is a map"
            })
    void a_wrong_group_is_refused_where_it_stands(String groups, String message) {
        InputException e = assertThrows(InputException.class, () -> read(SETS + "stats: {groups: " + groups + "}"));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }

    @Test
    void adbench_counts_shared_rows_once() {
        List<Experiment.Group> groups =
                BuiltinExperiments.read("adbench-dev").stats().groups();
        assertEquals(
                List.of("thyroid-disease", "landsat", "cardiotocograms"),
                groups.stream().map(Experiment.Group::name).toList());
    }
}
