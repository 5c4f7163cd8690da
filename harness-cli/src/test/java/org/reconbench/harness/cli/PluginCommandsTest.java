package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.harness.registry.TestPlugin;

class PluginCommandsTest {
    @TempDir
    private static Path shared = Path.of("");

    private static String good = "";
    private static String bad = "";

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void makePlugins() throws IOException {
        good = TestPlugin.of(shared, "mine").current().jar("my good.jar").toString();
        bad = TestPlugin.of(shared, "late")
                .attribute("ReconBench-Core", "9.0")
                .jar("bad.jar")
                .toString();
    }

    private static List<String> small(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--datasets",
                "easy-blobs",
                "--detectors",
                "norm,mine",
                "--quick",
                "--no-report",
                "--protocols",
                "normal-only"));
        words.addAll(List.of(more));
        return words;
    }

    private static Captured run(List<String> words) {
        return Captured.run(words.toArray(String[]::new));
    }

    @Test
    void a_plug_in_is_listed_described_and_counted() {
        assertFalse(Captured.run("list", "detectors").out().contains("mine"));
        Captured listed = Captured.run("list", "detectors", "--plugins", good);
        assertEquals(0, listed.code(), listed.err());
        assertTrue(listed.outLines().stream().anyMatch(line -> line.startsWith("mine ")), listed.out());
        assertTrue(Captured.run("describe", "mine", "--plugins", good).out().contains("The squared norm again."));
        assertTrue(Captured.run("list", "scores", "--plugins", good, "--format", "json")
                .out()
                .contains("\"mine\""));
    }

    @Test
    void a_broken_plug_in_leaves_the_list_and_is_one_line_and_exit_code_2() {
        Captured listed = Captured.run("list", "detectors", "--plugins", good, "--plugins", bad);
        assertEquals(2, listed.code());
        assertEquals(Captured.run("list", "detectors", "--plugins", good).out(), listed.out(), "the others still list");
        assertEquals(1, listed.errLines().size(), listed.err());
        assertTrue(listed.err().startsWith("reconbench: plug-in " + bad + ": was built for version 9.0"), listed.err());
        Captured described = Captured.run("describe", "norm", "--plugins", bad);
        assertEquals(2, described.code());
        assertTrue(described.out().startsWith("norm - "), described.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --quick", "plan --quick", "describe late", "run --resume -o nowhere"})
    void commands_that_need_a_detector_refuse_a_broken_plug_in(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--plugins", bad));
        Captured captured = run(words);
        assertEquals(2, captured.code());
        assertEquals("", captured.out());
        assertEquals(1, captured.errLines().size(), captured.err());
    }

    @Test
    void doctor_tells_a_broken_plug_in() {
        String out = Captured.run("doctor", "--plugins", bad).out().replaceAll("\\s+", " ");
        assertTrue(out.contains("FAIL detectors plug-in " + bad), out);
    }

    @Test
    void a_run_keeps_what_was_loaded_and_goes_on_with_nothing_else() throws IOException {
        Path directory = temp.resolve("run");
        Captured ran = run(small("--plugins", good, "-o", directory.toString()));
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.outLines().stream().anyMatch(line -> line.startsWith("mine ")), ran.out());

        JsonNode resolved = new ObjectMapper()
                .readTree(directory.resolve("experiment.resolved.json").toFile());
        JsonNode plugin = resolved.path("plugins").path(0);
        assertEquals("my good.jar", plugin.path("jar").asText());
        assertEquals(64, plugin.path("sha256").asText().length());
        assertEquals("mine", plugin.path("detectors").path(0).asText());
        assertTrue(resolved.path("command").asText().contains("--plugins '" + good + "'"), resolved.toString());
        JsonNode environment = new ObjectMapper()
                .readTree(directory.resolve("environment.json").toFile());
        assertEquals(
                "mine, sha256 " + plugin.path("sha256").asText(),
                environment.path("plugin my good.jar").asText());

        Captured without = Captured.run("run", "--resume", "-o", directory.toString());
        assertEquals(2, without.code());
        assertEquals(
                List.of("reconbench: " + directory + ": needs the plug-in my good.jar for mine; name it: --plugins "
                        + good),
                without.errLines());
        Captured with = Captured.run("run", "--resume", "--no-report", "-o", directory.toString(), "--plugins", good);
        assertEquals(0, with.code(), with.err());

        TestPlugin other = TestPlugin.of(Files.createDirectory(temp.resolve("other")), "mine");
        String another = other.jar("my good.jar").toString();
        Captured changed = Captured.run("run", "--resume", "-o", directory.toString(), "--plugins", another);
        assertEquals(2, changed.code());
        assertTrue(changed.err().contains("is not what it was when the run began"), changed.err());
        assertEquals(0, Captured.run("report", directory.toString()).code(), "a report needs no plug-in");
    }

    @Test
    void shards_with_a_plug_in_merge_into_a_run_that_names_it() throws IOException {
        Path whole = temp.resolve("whole");
        for (String part : List.of("1/2", "2/2")) {
            Path directory = temp.resolve(part.substring(0, 1));
            Captured ran = run(small("--plugins", good, "--shard", part, "-o", directory.toString()));
            assertTrue(ran.code() == 0 || ran.code() == 5, ran.err());
        }
        Captured merged = Captured.run(
                "merge", temp.resolve("1").toString(), temp.resolve("2").toString(), "-o", whole.toString(), "-q");
        assertEquals(0, merged.code(), merged.err());
        String resolved = Files.readString(whole.resolve("experiment.resolved.json"));
        assertTrue(resolved.contains("experiment.yaml --plugins '" + good + "'"), resolved);
    }

    @Test
    void the_environment_names_plug_ins_too_and_the_run_can_be_repeated_without_it() throws Exception {
        Path directory = temp.resolve("run");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(small("-q", "-o", directory.toString()));
        Path log = temp.resolve("log.txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("RECONBENCH_PLUGINS", File.pathSeparator + good);
        int code = builder.start().waitFor();
        assertEquals(0, code, Files.readString(log, StandardCharsets.UTF_8));
        String resolved = Files.readString(directory.resolve("experiment.resolved.json"));
        assertTrue(resolved.contains(directory + " --plugins '" + good + "'"), resolved);
    }
}
