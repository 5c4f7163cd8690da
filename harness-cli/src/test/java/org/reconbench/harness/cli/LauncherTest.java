package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a real process, in a project of its own whose path has spaces. Maven is a script that counts its calls
 * and lays out a program that prints what it was given; Java is a script that does the same, but for the tests that say
 * otherwise.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private static Path shared = Path.of("");

    private static Path program = Path.of("");

    @TempDir
    private Path directory = Path.of("");

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path calls = Path.of("");
    private Path java = Path.of("");

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void compileTheProgram() throws IOException {
        program = FakeProgram.jar(shared);
    }

    @BeforeEach
    void layOutAProject() throws IOException {
        project = Files.createDirectories(directory.resolve("my projects/recon bench"));
        tools = Files.createDirectory(directory.resolve("tools"));
        calls = directory.resolve("calls.txt");
        Path launcher = project.resolve("reconbench");
        Files.copy(projectRoot().resolve("reconbench"), launcher);
        assertTrue(launcher.toFile().setExecutable(true));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(
                Files.createDirectories(project.resolve("harness-cli/src/main")).resolve("A.java"), "class A {}");
        for (String tool :
                List.of("cat date dirname find grep head ls mkdir mv readlink rm sed sh sleep cp".split(" "))) {
            script(tools.resolve(tool), "exec %s \"$@\"\n".formatted(find(tool)));
        }
        java = directory.resolve("a jdk");
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.1\"\n");
        script(java.resolve("bin/javac"), "");
        script(java.resolve("bin/java"), """
                echo "directory=$PWD"
                while [ "$1" != org.reconbench.harness.cli.Main ]; do echo "option=$1"; shift; done
                shift
                for word in "$@"; do echo "argument=$word"; done
                case $1 in
                    exit) exit "$2" ;;
                    wait) echo ready && exec sleep 60 ;;
                esac
                """);
        script(tools.resolve("mvn"), """
                [ "$1" = --version ] && { echo 'Apache Maven 3.8.7'; exit 0; }
                echo build >> '%s'
                [ -e pom.broken ] && { echo '[ERROR] it is broken'; exit 1; }
                for word in "$@"; do
                    case $word in -Ddist.directory=*) dist=${word#-Ddist.directory=} ;; esac
                done
                sleep 0.2
                mkdir -p "$dist/lib"
                cp '%s' "$dist/lib/program.jar"
                """.formatted(calls, program));
    }

    /** The project that this test belongs to. */
    static Path projectRoot() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("reconbench"))) {
                return at;
            }
        }
        throw new IllegalStateException("no launcher above " + Path.of("").toAbsolutePath());
    }

    private static Path find(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path at, String body) throws IOException {
        Path file = Files.writeString(at, "#!/bin/sh\n" + body);
        assertTrue(file.toFile().setExecutable(true));
    }

    private Process start(Path launcher, Path err, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(
                        Files.createDirectories(directory.resolve("some where")).toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("RECONBENCH_JAVA_OPTS", "-Dfixture=set");
        return builder.start();
    }

    private Ended run(String... args) throws IOException, InterruptedException {
        Path err = directory.resolve("err.txt");
        Process process = start(project.resolve("reconbench"), err, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), out, Files.readString(err));
    }

    /** Starts a program that nobody listens to. */
    private Process startQuietly(Path launcher, String... args) throws IOException {
        return start(launcher, Files.createTempFile(directory, "err", ".txt"), args);
    }

    private long builds() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    @Test
    void the_first_use_builds_and_says_so_in_one_line() throws Exception {
        Ended first = run("hello");
        assertEquals(0, first.code(), first.err());
        assertEquals(1, first.err().lines().count(), first.err());
        assertTrue(first.err().startsWith("reconbench: building"));
        Ended second = run("hello");
        assertEquals("", second.err());
        assertEquals(1, builds());
    }

    @Test
    void a_build_archives_the_classes_and_its_program_starts_without_them_too() throws Exception {
        java = Path.of(System.getProperty("java.home"));
        assertEquals(0, run("hello").code());
        Path archive = launched("classes.jsa");
        assertTrue(Files.size(archive) > 0);
        Ended with = run("hello");
        Files.delete(archive);
        Ended without = run("hello");
        assertEquals(0, without.code());
        assertEquals(with.out(), without.out());
        assertEquals("", with.err() + without.err());
    }

    @Test
    void a_java_that_cannot_archive_classes_is_no_hindrance() throws Exception {
        assertEquals(0, run("hello").code());
        assertFalse(Files.exists(launched("classes.jsa")));
        assertFalse(Files.exists(launched("archiving")));
    }

    /** A file of the newest build. */
    private Path launched(String name) throws IOException {
        Path builds = project.resolve("harness-cli/target/launch");
        return builds.resolve(Files.readString(builds.resolve("current")).strip())
                .resolve(name);
    }

    @Test
    void a_changed_source_builds_again() throws Exception {
        run("hello");
        Path source = project.resolve("harness-cli/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        run("hello");
        assertEquals(2, builds());
    }

    @Test
    void a_removed_source_builds_again() throws Exception {
        run("hello");
        Path source = project.resolve("harness-cli/src/main/A.java");
        Files.delete(source);
        Files.setLastModifiedTime(
                source.getParent(), FileTime.from(Instant.now().plusSeconds(2)));
        run("hello");
        assertEquals(2, builds());
    }

    @Test
    void arguments_directory_options_and_exit_code_pass_through() throws Exception {
        java = Path.of(System.getProperty("java.home"));
        Ended ended = run("exit", "3", "two words");
        assertEquals(3, ended.code());
        assertTrue(
                ended.out()
                        .contains("directory=" + directory.resolve("some where").toRealPath()),
                ended.out());
        assertTrue(ended.out().contains("argument=two words"), ended.out());
        assertTrue(ended.out().contains("fixture=set"), ended.out());
        assertTrue(ended.out().contains("tty=false"), ended.out());
    }

    @Test
    void arguments_are_utf_8_whatever_the_locale() throws Exception {
        java = Path.of(System.getProperty("java.home"));
        run("hello");
        script(
                tools.resolve("call"),
                "LC_ALL=C LANG=C exec '%s' hello 'na\u00efve'%n".formatted(project.resolve("reconbench")));
        Process process = startQuietly(tools.resolve("call"));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(out.contains("argument=na\u00efve"), out);
    }

    @Test
    void a_symbolic_link_leads_to_the_project() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), project.resolve("reconbench"));
        Process process = startQuietly(link, "exit", "5");
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(5, process.exitValue());
        assertTrue(Files.isDirectory(project.resolve("harness-cli/target/launch")));
    }

    @Test
    void a_failed_build_shows_mavens_words_and_leaves_nothing_to_run() throws Exception {
        Path broken = Files.createFile(project.resolve("pom.broken"));
        Ended failed = run("hello");
        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("[ERROR] it is broken"));
        assertFalse(failed.out().contains("argument="));
        Files.delete(broken);
        assertEquals(0, run("hello").code());
        assertEquals(2, builds());
    }

    @Test
    void first_uses_at_the_same_time_build_once() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(startQuietly(project.resolve("reconbench"), "hello"));
        }
        for (Process process : processes) {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        assertEquals(1, builds());
    }

    @Test
    void the_lock_of_a_dead_build_is_taken_over() throws Exception {
        Path lock = Files.createDirectories(project.resolve("harness-cli/target/launch/lock"));
        Files.writeString(lock.resolve("pid"), "99999999");
        assertEquals(0, run("hello").code());
        assertFalse(Files.exists(lock));
    }

    @Test
    void a_signal_reaches_the_program() throws Exception {
        run("hello");
        Process process = startQuietly(project.resolve("reconbench"), "wait");
        try (var lines = process.inputReader()) {
            while (!"ready".equals(lines.readLine())) {
                assertTrue(process.isAlive());
            }
        }
        process.destroy();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(143, process.exitValue());
    }

    @Test
    void a_missing_maven_is_named() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Ended ended = run("hello");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("Maven 3.8"), ended.err());
    }

    @Test
    void an_old_maven_is_named() throws Exception {
        script(tools.resolve("mvn"), "echo 'Apache Maven 3.6.3'\n");
        Ended ended = run("hello");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("Maven 3.6"), ended.err());
    }

    @Test
    void an_old_or_partial_java_is_named() throws Exception {
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Ended old = run("hello");
        assertEquals(2, old.code());
        assertTrue(old.err().contains("Java 11"), old.err());
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");
        Files.delete(java.resolve("bin/javac"));
        Ended partial = run("hello");
        assertEquals(2, partial.code());
        assertTrue(partial.err().contains("javac"), partial.err());
    }

    @Test
    void native_access_is_allowed_only_where_java_knows_the_option() throws Exception {
        assertFalse(run("hello").out().contains("--enable-native-access"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25\"\n");
        assertTrue(run("hello").out().contains("option=--enable-native-access=ALL-UNNAMED"));
    }
}
