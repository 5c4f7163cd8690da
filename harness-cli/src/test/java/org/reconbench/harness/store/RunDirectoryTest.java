package org.reconbench.harness.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;

class RunDirectoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    /** A run killed after it had locked its directory and before its manifest stood. */
    private RunDirectory cutOff(String name) throws IOException {
        RunDirectory directory = RunDirectory.create(temp.resolve(name));
        ResultsFile.open(directory).close();
        RunDirectory.writeWhole(directory.experiment(), "name: x\n");
        return directory;
    }

    @Test
    void a_start_that_was_cut_off_can_be_made_again() throws IOException {
        RunDirectory directory = cutOff("run");
        assertEquals(directory, RunDirectory.create(directory.root()));
    }

    @Test
    void a_directory_with_a_file_of_the_users_is_never_begun_in() throws IOException {
        Path own = Files.createDirectory(temp.resolve("own"));
        Files.writeString(own.resolve("experiment.yaml"), "detectors: [ae]\n");
        InputException e = assertThrows(InputException.class, () -> RunDirectory.create(own));
        assertTrue(String.valueOf(e.getMessage()).contains("is not empty"), e.getMessage());
        RunDirectory mixed = cutOff("mixed");
        Files.writeString(mixed.root().resolve("thesis.txt"), "precious");
        assertThrows(InputException.class, () -> RunDirectory.create(mixed.root()));
    }

    @Test
    void results_without_a_manifest_are_never_begun_over() throws IOException {
        RunDirectory directory = cutOff("run");
        Files.writeString(directory.results(), "{}\n");
        assertThrows(InputException.class, () -> RunDirectory.create(directory.root()));
        directory.discard();
        assertTrue(Files.exists(directory.results()));
    }

    @Test
    void discarding_takes_away_a_cut_off_start_and_nothing_else() throws IOException {
        RunDirectory directory = cutOff("run");
        directory.discard();
        assertFalse(Files.exists(directory.root()));
        RunDirectory begun = cutOff("begun");
        RunDirectory.writeWhole(begun.manifest(), "");
        begun.discard();
        assertTrue(Files.exists(begun.experiment()));
    }

    @Test
    void a_file_that_cannot_be_written_whole_leaves_no_part() throws IOException {
        Path occupied = Files.createDirectories(temp.resolve("x.json").resolve("y"));
        assertThrows(java.io.UncheckedIOException.class, () -> RunDirectory.writeWhole(temp.resolve("x.json"), "text"));
        assertTrue(Files.exists(occupied));
        assertFalse(Files.exists(temp.resolve("x.json.part")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/no/such", "/proc/self/no"})
    void a_place_where_nothing_can_be_made_is_refused_in_words(String place) {
        InputException e = assertThrows(InputException.class, () -> RunDirectory.create(Path.of(place)));
        assertTrue(String.valueOf(e.getMessage()).startsWith(place + ": cannot be written: "), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("Exception"), e.getMessage());
    }

    @Test
    void reasons_are_words_not_class_names() {
        assertEquals("permission denied", IoReason.of(new AccessDeniedException("f")));
        assertEquals("no such file or directory", IoReason.of(new NoSuchFileException("f")));
        assertEquals("Read-only file system", IoReason.of(new FileSystemException("f", null, "Read-only file system")));
        assertEquals("No space left on device", IoReason.of(new IOException("No space left on device")));
        assertEquals("the system refuses it without a reason", IoReason.of(new IOException()));
    }

    @Test
    void a_curve_that_is_not_numbers_is_refused_with_its_line() throws IOException {
        RunDirectory directory = cutOff("run");
        Files.writeString(directory.curve("abc"), "epoch,loss\n1,0.5\n2,half\n");
        InputException e = assertThrows(InputException.class, () -> new TrialFiles(directory).readCurve("abc"));
        assertTrue(String.valueOf(e.getMessage()).contains("abc.csv:3: is not a line of numbers"), e.getMessage());
    }
}
