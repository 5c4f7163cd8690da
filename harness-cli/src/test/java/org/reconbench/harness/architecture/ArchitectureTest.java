package org.reconbench.harness.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as docs/architecture draws it: who may lean on whom. */
class ArchitectureTest {
    private static final String ROOT = "org.reconbench.";

    /** A module's package, the modules it may lean on, and the least number of classes a true scan finds in it. */
    private record Module(String name, Set<String> leansOn, int leastClasses) {}

    private static final List<Module> MODULES = List.of(
            new Module("core", Set.of(), 20),
            new Module("data", Set.of("core"), 20),
            new Module("evaluation", Set.of("core"), 10),
            new Module("reports", Set.of("core", "evaluation"), 5),
            new Module("nn", Set.of("core"), 5),
            new Module("ae", Set.of("core", "nn"), 1),
            new Module("vae", Set.of("core", "nn"), 1),
            new Module("reference", Set.of("core"), 3),
            new Module("harness", Set.of("core", "data", "evaluation", "reports"), 15));

    private static final Set<String> ENGINE_MODULES = Set.of("nn", "ae", "vae");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.reconbench");

    static Stream<Module> modules() {
        return MODULES.stream();
    }

    private static String inside(String module) {
        return ROOT + module + "..";
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_scan_is_not_empty(Module module) {
        long found = CLASSES.stream()
                .filter(type -> type.getPackageName().matches("org\\.reconbench\\." + module.name() + "(\\..*)?"))
                .count();
        assertTrue(found >= module.leastClasses(), module.name() + ": only " + found + " classes");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_leans_only_on_those_above_it(Module module) {
        String[] forbidden = MODULES.stream()
                .map(Module::name)
                .filter(name -> !name.equals(module.name()) && !module.leansOn().contains(name))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(inside(module.name()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true) // the scan above says how many there must be
                .check(CLASSES);
    }

    @Test
    void every_class_is_in_a_known_module() {
        String[] known = MODULES.stream().map(module -> inside(module.name())).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(CLASSES);
    }

    @Test
    void core_needs_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage(inside("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", inside("core"), "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void only_the_model_modules_know_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ENGINE_MODULES.stream().map(ArchitectureTest::inside).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("org.reconbench.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_leans_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.reconbench.harness.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.reconbench.harness.cli..")
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_writes_to_the_terminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.reconbench.harness.cli..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_holds_and_is_null_marked() {
        Map<Boolean, List<JavaClass>> parts = CLASSES.stream()
                .collect(Collectors.partitioningBy(type -> type.getSimpleName().equals("package-info")));
        Set<String> packages = new TreeSet<>();
        parts.getOrDefault(false, List.of()).forEach(type -> packages.add(type.getPackageName()));
        parts.getOrDefault(true, List.of()).stream()
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .forEach(type -> packages.remove(type.getPackageName()));
        assertTrue(packages.isEmpty(), "without a @NullMarked package-info: " + packages);
    }
}
