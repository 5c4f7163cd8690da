package org.reconbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 3 with real processes, a real engine and a real kill. */
@Tag("faults")
class KillAndResumeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static final List<String> EXPERIMENT =
            List.of("run", "--quick", "--no-report", "--progress", "none", "--jobs", "1");

    private Process start(String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dai.djl.offline=true",
                "-Djava.awt.headless=true",
                "org.reconbench.harness.cli.Main"));
        command.addAll(EXPERIMENT);
        command.addAll(List.of("-o", temp.resolve(name).toString()));
        command.addAll(List.of(more));
        File log = temp.resolve(name + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private int end(Process process) throws InterruptedException {
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the process ends");
        return process.exitValue();
    }

    private int lines(String name) throws IOException {
        Path results = temp.resolve(name).resolve("results.jsonl");
        return Files.exists(results) ? Files.readAllLines(results).size() : 0;
    }

    private void awaitLines(String name, int count, Process process) throws IOException, InterruptedException {
        while (lines(name) < count) {
            assertTrue(process.isAlive(), () -> "ended early: see " + temp.resolve(name + ".log"));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 20})
    void a_run_killed_anywhere_resumes_to_the_same_results(int after) throws Exception {
        assertEquals(0, end(start("whole", "--set", "epochs=10")));
        Process killed = start("killed", "--set", "epochs=10");
        awaitLines("killed", after, killed);
        killed.destroyForcibly();
        assertEquals(128 + 9, end(killed));
        assertTrue(lines("killed") < 36, "killed in the middle");
        assertEquals(0, end(start("killed", "--resume", "--set", "epochs=10")));
        assertEquals(TimelessRecords.of(temp.resolve("whole")), TimelessRecords.of(temp.resolve("killed")));
    }

    @Test
    void an_interrupted_run_ends_cleanly_and_says_how_to_go_on() throws Exception {
        Process stopped = start("stopped", "--set", "epochs=200");
        awaitLines("stopped", 1, stopped);
        stopped.destroy();
        assertEquals(128 + 15, end(stopped));
        String log = Files.readString(temp.resolve("stopped.log"));
        assertTrue(log.contains("go on with: ./reconbench run --resume -o"), log);
        assertTrue(lines("stopped") < 36);
    }

    @Test
    void two_processes_cannot_write_to_one_run() throws Exception {
        Process first = start("shared", "--set", "epochs=200");
        awaitLines("shared", 1, first);
        Process second = start("shared", "--resume", "--set", "epochs=200");
        assertEquals(2, end(second));
        assertTrue(Files.readString(temp.resolve("shared.log")).contains("another process is writing"));
        first.destroyForcibly();
        end(first);
    }
}
