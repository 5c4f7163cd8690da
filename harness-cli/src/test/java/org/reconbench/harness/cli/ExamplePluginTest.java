package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.CoreVersion;
import org.reconbench.harness.registry.TestPlugin;

/** examples/detector-plugin, compiled as it lies there against the classes at hand, and used as its reader would. */
class ExamplePluginTest {
    private static final Path EXAMPLE = Path.of("../examples/detector-plugin");
    private static final String SERVICE = "src/main/resources/META-INF/services/org.reconbench.core.detector.Detector";

    @TempDir
    private static Path temp = Path.of("");

    private static String jar = "";

    @BeforeAll
    static void build() throws IOException {
        TestPlugin plugin = new TestPlugin(temp).attribute(CoreVersion.ATTRIBUTE, version());
        Path sources = EXAMPLE.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = sources.relativize(file).toString().replace(".java", "");
                plugin.source(name.replace('\\', '/').replace('/', '.'), Files.readString(file));
            }
        }
        Files.readAllLines(EXAMPLE.resolve(SERVICE)).forEach(plugin::provides);
        jar = plugin.jar("detector-plugin-1.0.jar").toString();
    }

    /** The version of ReconBench that the example's pom builds against. */
    private static String version() throws IOException {
        Matcher matcher = Pattern.compile("<reconbench.version>(.*)</reconbench.version>")
                .matcher(Files.readString(EXAMPLE.resolve("pom.xml")));
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    @Test
    void the_example_builds_against_this_version_and_core_knows_its_own() throws IOException {
        assertEquals(BuildInfo.load().version(), version());
        assertEquals(CoreVersion.CURRENT, CoreVersion.parse(version()).orElseThrow());
    }

    @Test
    void the_example_is_one_class_and_one_line() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            assertEquals(2, files.filter(Files::isRegularFile).count());
        }
        assertEquals(1, Files.readAllLines(EXAMPLE.resolve(SERVICE)).size());
    }

    @Test
    void the_example_keeps_what_detectors_promise() {
        Captured captured = Captured.run("check-detector", "vae-late-kl", "--plugins", jar);
        assertEquals(0, captured.code(), captured.out() + captured.err());
        assertTrue(captured.out().endsWith("All checks hold.\n"), captured.out());
    }

    @Test
    void the_example_runs_beside_the_program_s_own_detectors_and_its_weight_jumps() throws IOException {
        Path run = temp.resolve("run");
        Captured captured = Captured.run(
                "run",
                "--quick",
                "--datasets=easy-blobs",
                "--protocols=normal-only",
                "--detectors=vae,vae-late-kl",
                "--set=vae-late-kl.beta=[1, 3]",
                "--seeds=1",
                "--set=hidden=[8]",
                "--set=latent=2",
                "--no-report",
                "--plugins=" + jar,
                "-o",
                run.toString());
        assertEquals(0, captured.code(), captured.err());
        List<String> weights = Files.readAllLines(run.resolve("results.jsonl")).stream()
                .filter(line -> line.contains("\"vae-late-kl\"") && line.contains("\"beta\":3.0"))
                .map(line -> line.replaceFirst(".*\"trial_id\":\"([0-9a-f]+)\".*", "$1"))
                .map(id -> run.resolve("curves").resolve(id + ".csv"))
                .map(ExamplePluginTest::betas)
                .toList();
        assertEquals(List.of("0 0 0 3 3"), weights);
    }

    private static String betas(Path curve) {
        try {
            List<String[]> rows = Files.readAllLines(curve).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
            int beta = List.of(rows.get(0)).indexOf("beta");
            return String.join(" ", rows.stream().skip(1).map(row -> row[beta]).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
