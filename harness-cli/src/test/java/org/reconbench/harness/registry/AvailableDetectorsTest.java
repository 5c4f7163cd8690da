package org.reconbench.harness.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;

class AvailableDetectorsTest {
    @TempDir
    private Path temp = Path.of("");

    private static AvailableDetectors load(Path... paths) {
        return AvailableDetectors.load(List.of(paths));
    }

    /** The one fault; the program's own detectors are all there. */
    private static String fault(Path path) {
        AvailableDetectors available = load(path);
        assertEquals(1, available.faults().size(), available.faults().toString());
        assertTrue(available.detectors().ids().containsAll(Detectors.load().ids()));
        assertEquals(1, available.faults().get(0).lines().count());
        assertTrue(
                available.faults().get(0).startsWith("plug-in " + path),
                available.faults().get(0));
        return available.faults().get(0);
    }

    @Test
    void a_jar_brings_its_detector_and_is_told_by_its_bytes() throws IOException {
        Path jar = TestPlugin.of(temp, "mine").current().jar("mine.jar");
        AvailableDetectors available = load(jar, temp.resolve("../" + temp.getFileName() + "/mine.jar"));
        assertEquals(List.of(), available.faults());
        assertTrue(available.require().ids().contains("mine"));
        byte[] bytes = Files.readAllBytes(jar);
        String sha256 = new Sha256().add(bytes, 0, bytes.length).hex();
        assertEquals(
                List.of(new Plugin(jar.toString(), "mine.jar", sha256, List.of("mine"))),
                available.plugins(),
                "a jar named twice counts once");
    }

    @Test
    void what_was_loaded_stays_when_the_jar_is_built_again() throws IOException {
        Path jar = TestPlugin.of(temp, "mine")
                .source("other.Late", "package other; public class Late {}")
                .jar("mine.jar");
        AvailableDetectors available = load(jar);
        Files.write(jar, "no jar any more".getBytes(StandardCharsets.UTF_8));
        Class<?> type = available.detectors().require("mine").getClass();
        assertEquals("other.Late", assertLoads(type.getClassLoader(), "other.Late"));
    }

    private static String assertLoads(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name).getName();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_jars_of_a_directory_share_a_loader_and_those_of_two_paths_do_not() throws IOException {
        Path together = Files.createDirectory(temp.resolve("together"));
        new TestPlugin(temp)
                .source("lib.Id", "package lib; public class Id { public static String id() { return \"mine\"; } }")
                .source(
                        "other.Mine",
                        TestPlugin.detector("other", "Mine", "mine", "").replace("\"mine\"", "lib.Id.id()"))
                .provides("other.Mine")
                .jar("a.jar", "lib.Id");
        Files.move(temp.resolve("a.jar"), together.resolve("a.jar"));
        assertTrue(fault(together).endsWith("ClassNotFoundException: lib.Id"), "without its library");
        new TestPlugin(temp)
                .source("lib.Id", "package lib; public class Id { public static String id() { return \"mine\"; } }")
                .jar("lib.jar");
        Files.move(temp.resolve("lib.jar"), together.resolve("lib.jar"));
        Files.writeString(together.resolve("README.txt"), "no jar, and none of its business");
        Path other = TestPlugin.of(temp, "hers").jar("other.jar");
        AvailableDetectors available = load(together, other);
        assertEquals(List.of(), available.faults());
        assertEquals(List.of("mine"), available.plugins().get(0).detectors());
        assertEquals(List.of(), available.plugins().get(1).detectors(), "a library");
        Class<?> mine = available.detectors().require("mine").getClass();
        Class<?> hers = available.detectors().require("hers").getClass();
        assertEquals(mine.getName(), hers.getName());
        assertNotSame(mine, hers);
    }

    @Test
    void a_path_that_is_absent_or_no_jar_is_one_line() throws IOException {
        assertTrue(fault(temp.resolve("absent.jar")).endsWith("no such jar or directory"));
        Path text = Files.writeString(temp.resolve("notes.txt"), "hello");
        assertTrue(fault(text).contains("is not a jar: "));
        assertTrue(fault(Files.createDirectory(temp.resolve("empty"))).contains("a directory without a jar"));
    }

    @Test
    void a_jar_without_a_provider_is_one_line() throws IOException {
        TestPlugin none = new TestPlugin(temp).source("other.A", "package other; public class A {}");
        assertTrue(fault(none.jar("none.jar")).contains("holds no detector: META-INF/services/org.reconbench.core"));
        assertTrue(fault(none.provides("# none yet").jar("blank.jar")).contains("holds no detector"));
    }

    @Test
    void an_id_that_is_taken_is_one_line_naming_both_classes() throws IOException {
        String fault = fault(TestPlugin.of(temp, "norm").jar("norm.jar"));
        assertTrue(
                fault.endsWith("other.Mine calls itself 'norm', as org.reconbench.reference.NormDetector does; give it"
                        + " another id"),
                fault);
        AvailableDetectors two = load(
                TestPlugin.of(temp, "mine").jar("a.jar"),
                TestPlugin.of(temp, "mine").jar("b.jar"));
        assertEquals(1, two.faults().size());
        assertTrue(
                two.faults().get(0).startsWith("plug-in " + temp.resolve("b.jar")),
                two.faults().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "1.0", "7.1-SNAPSHOT"})
    void another_core_is_one_line_naming_both_versions(String version) throws IOException {
        String fault = fault(TestPlugin.of(temp, "mine")
                .attribute("ReconBench-Core", version)
                .jar("old.jar"));
        assertTrue(fault.contains("was built for version " + version.substring(0, 3)), fault);
        assertTrue(fault.contains("this is 0.1"), fault);
    }

    @Test
    void an_unreadable_core_version_is_one_line() throws IOException {
        String fault = fault(TestPlugin.of(temp, "mine")
                .attribute("ReconBench-Core", "${core}")
                .jar("odd.jar"));
        assertTrue(fault.contains("ReconBench-Core: ${core}; must be a version such as 0.1"), fault);
    }

    @Test
    void classes_that_fail_to_load_are_one_line_each() throws IOException {
        Path noClass = TestPlugin.of(temp, "mine").jar("no-class.jar", "other.Mine");
        assertTrue(fault(noClass).contains("Provider other.Mine not found"), fault(noClass));
        Path noParent = new TestPlugin(temp)
                .source("other.Base", TestPlugin.detector("other", "Base", "mine", ""))
                .source("other.Mine", "package other; public class Mine extends Base {}")
                .provides("other.Mine")
                .jar("no-parent.jar", "other.Base");
        assertTrue(fault(noParent).contains("ClassNotFoundException: other.Base"), fault(noParent));
        Path noDetector = new TestPlugin(temp)
                .source("other.Mine", "package other; public class Mine {}")
                .provides("other.Mine")
                .jar("no-detector.jar");
        assertTrue(fault(noDetector).contains("not a subtype"), fault(noDetector));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (true) throw new IllegalStateException(\"boom\\n at line two\");",
                "int[] none = new int[0]; none[1]++;",
                "if (true) throw new NoSuchMethodError(\"gone\");",
            })
    void what_a_constructor_throws_is_one_line(String body) throws IOException {
        Path jar = new TestPlugin(temp)
                .source("other.Mine", TestPlugin.detector("other", "Mine", "mine", body))
                .provides("other.Mine")
                .jar("throws.jar");
        assertTrue(fault(jar).contains("other.Mine cannot be made: java.lang."), fault(jar));
    }

    @Test
    void a_card_that_is_none_or_has_an_odd_id_is_one_line() throws IOException {
        String text = TestPlugin.detector("other", "Mine", "Mine One", "");
        TestPlugin odd = new TestPlugin(temp).source("other.Mine", text).provides("other.Mine");
        assertTrue(fault(odd.jar("odd.jar")).contains("has the id 'Mine One'"));
        String none = text.replaceFirst("(?s)return new DetectorCard.*?;\\n", "return null;\n");
        assertTrue(fault(odd.source("other.Mine", none).jar("none.jar")).contains("NullPointerException"));
    }

    @Test
    void a_broken_detector_leaves_its_neighbours_in_the_jar() throws IOException {
        Path jar = TestPlugin.of(temp, "mine")
                .source("other.Bad", TestPlugin.detector("other", "Bad", "bad", "Object[] o = new Object[-1];"))
                .provides("other.Bad")
                .provides("other.Absent")
                .source("other.Good", TestPlugin.detector("other", "Good", "good", ""))
                .provides("other.Good")
                .jar("mixed.jar");
        AvailableDetectors available = load(jar);
        assertEquals(List.of("mine", "good"), available.plugins().get(0).detectors());
        assertEquals(2, available.faults().size(), available.faults().toString());
        InputException refused = assertThrows(InputException.class, available::require);
        assertEquals(2, String.valueOf(refused.getMessage()).lines().count());
    }

    @Test
    void a_run_goes_on_with_the_plug_ins_that_it_began_with_only() throws IOException {
        Path jar = TestPlugin.of(temp, "mine").jar("mine.jar");
        List<Plugin> recorded = load(jar).plugins();
        load(jar).checkSame("runs/a", recorded, Set.of("mine", "norm"));
        load().checkSame("runs/a", recorded, Set.of("norm"));
        AvailableDetectors none = load();
        InputException absent =
                assertThrows(InputException.class, () -> none.checkSame("runs/a", recorded, Set.of("mine")));
        assertEquals("runs/a: needs the plug-in mine.jar for mine; name it: --plugins " + jar, absent.getMessage());
        AvailableDetectors changed = load(TestPlugin.of(temp, "mine").current().jar("mine.jar"));
        InputException other =
                assertThrows(InputException.class, () -> changed.checkSame("runs/a", recorded, Set.of("mine")));
        assertTrue(String.valueOf(other.getMessage()).contains("is not what it was when the run began"));
        assertFalse(String.valueOf(other.getMessage()).contains("\n"));
    }
}
