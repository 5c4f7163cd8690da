package org.reconbench.harness.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzReader;
import org.reconbench.data.npz.NpzWriter;

class ExplanationFilesTest {
    private static final String ID = "0123456789abcdef";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static TrialExplanation explanation() {
        TrialExplanation.Top top = new TrialExplanation.Top(
                List.of(4, 2),
                List.of(104, 102),
                Labels.of(1, 0),
                List.of(0.9, 0.3),
                List.of(0.9, 0.3),
                List.of(0, 7),
                Matrix.copyOf(new double[][] {{0.1, -0.2}, {0.3, 1e-300}}),
                Matrix.copyOf(new double[][] {{1, 0}, {0.5, 0.25}}));
        TrialExplanation.Plane plane = new TrialExplanation.Plane(
                List.of(0, 4),
                Labels.of(0, 1),
                Matrix.copyOf(new double[][] {{1, 2}, {-3, 4}}),
                List.of(2.0, 1.0, 0.5),
                false);
        return new TrialExplanation(top, plane);
    }

    private TrialFiles files() {
        return new TrialFiles(RunDirectory.create(temp.resolve("run")));
    }

    private Path file() {
        return new RunDirectory(temp.resolve("run")).explanation(ID);
    }

    @Test
    void what_is_written_is_read_to_the_bit() {
        TrialFiles files = files();
        files.writeExplanation(ID, explanation());
        assertEquals(Optional.of(explanation()), files.readExplanation(ID));
        TrialExplanation half = new TrialExplanation(null, explanation().plane());
        files.writeExplanation(ID, half);
        assertEquals(Optional.of(half), files.readExplanation(ID));
    }

    @Test
    void a_trial_without_a_file_has_none() {
        assertEquals(Optional.empty(), files().readExplanation(ID));
    }

    @Test
    void a_run_of_an_earlier_version_gets_the_folder_when_it_goes_on() throws IOException {
        TrialFiles files = files();
        Files.delete(file().getParent());
        assertEquals(Optional.empty(), files.readExplanation(ID));
        files.writeExplanation(ID, explanation());
        assertTrue(Files.exists(file()));
    }

    @Test
    void a_truncated_file_is_refused_by_name() throws IOException {
        TrialFiles files = files();
        files.writeExplanation(ID, explanation());
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        InputException e = assertThrows(InputException.class, () -> files.readExplanation(ID));
        assertTrue(String.valueOf(e.getMessage()).startsWith(file() + ": "), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"top_labels", "top_residuals", "plane_points", "plane_variances", "plane_units"})
    void a_file_without_one_of_its_arrays_is_refused_by_name(String name) {
        TrialFiles files = files();
        files.writeExplanation(ID, explanation());
        Map<String, NpyArray> arrays = new LinkedHashMap<>(NpzReader.read(file()));
        arrays.remove(name);
        NpzWriter.write(file(), arrays);
        InputException e = assertThrows(InputException.class, () -> files.readExplanation(ID));
        assertEquals(file() + ": is not an explanation: array '" + name + "' is missing", e.getMessage());
    }

    @Test
    void parts_that_do_not_fit_each_other_are_refused() {
        TrialFiles files = files();
        files.writeExplanation(ID, explanation());
        Map<String, NpyArray> arrays = new LinkedHashMap<>(NpzReader.read(file()));
        arrays.put("plane_labels", NpyArray.ofBytes(new byte[] {1}));
        NpzWriter.write(file(), arrays);
        InputException e = assertThrows(InputException.class, () -> files.readExplanation(ID));
        assertTrue(String.valueOf(e.getMessage()).contains("2 rows, 1 labels"), e.getMessage());
    }
}
