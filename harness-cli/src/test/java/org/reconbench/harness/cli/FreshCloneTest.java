package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: a copy of the sources in a path with spaces, built by the launcher with the real Maven. */
@Tag("faults")
@EnabledOnOs({OS.LINUX, OS.MAC})
class FreshCloneTest {
    private static final long PATIENCE_MINUTES = 10;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_launcher_builds_and_runs_in_a_path_with_spaces() throws Exception {
        Path copy = Files.createDirectories(directory.resolve("a new clone"));
        copySources(LauncherTest.projectRoot(), copy);
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process = new ProcessBuilder(copy.resolve("reconbench").toString(), "data", "inspect", "seed-blobs")
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), Files.readString(err));
        assertEquals(1, Files.readAllLines(err).size(), Files.readString(err));
        assertTrue(Files.readString(out).contains("rows        5000"), Files.readString(out));
    }

    private static void copySources(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = from.relativize(file);
                if (Files.isRegularFile(file) && isSource(relative)) {
                    Path target = to.resolve(relative);
                    Files.createDirectories(target.resolve("..").normalize());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static boolean isSource(Path relative) {
        String text = relative.toString();
        return List.of("reconbench", "pom.xml").contains(text)
                || text.startsWith(".mvn")
                || text.matches("[a-z-]+/(pom\\.xml|src/main/.*)");
    }
}
