package org.reconbench.harness.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.harness.registry.AvailableDetectors;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.registry.Plugin;
import picocli.CommandLine.Option;

/** Where detectors come from, besides the program itself: what every command that needs detectors has in common. */
final class PluginOptions {
    /** Names plug-ins too, with the platform's path separator between them. */
    static final String VARIABLE = "RECONBENCH_PLUGINS";

    @Option(
            names = "--plugins",
            paramLabel = "JAR|DIR",
            description =
                    "Detectors of your own: a jar, or a directory of jars. Repeatable; " + VARIABLE + " names more.")
    List<Path> named = List.of();

    private @Nullable AvailableDetectors loaded;

    /** All detectors that can be used, and what was wrong with the others; loaded once. */
    AvailableDetectors available() {
        if (loaded == null) {
            List<Path> paths = new ArrayList<>(named);
            paths.addAll(fromEnvironment());
            AvailableDetectors found = AvailableDetectors.load(paths);
            loaded = found;
            return found;
        }
        return loaded;
    }

    /**
     * The detectors, for a command that cannot do without.
     *
     * @throws InputException if a plug-in cannot be used
     */
    Detectors require() {
        return available().require();
    }

    private static List<Path> fromEnvironment() {
        String value = System.getenv().getOrDefault(VARIABLE, "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(value)
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Says what was wrong with plug-ins, after a command that did without them; returns the exit code. */
    int conclude(Console console) {
        if (loaded == null || loaded.faults().isEmpty()) {
            return ExitCode.OK.code();
        }
        loaded.faults().forEach(fault -> console.err().println("reconbench: " + fault));
        return ExitCode.INPUT.code();
    }

    /** What must follow a command that needs the same plug-ins; empty without plug-ins. */
    static String words(List<Plugin> plugins) {
        StringBuilder words = new StringBuilder();
        plugins.stream()
                .map(Plugin::path)
                .distinct()
                .forEach(path -> words.append(" --plugins ").append(Shell.quoted(path)));
        return words.toString();
    }

    /** What must follow a command line so that it names the plug-ins that only the environment names. */
    String unnamed() {
        List<String> paths = named.stream().map(Path::toString).toList();
        return words(available().plugins().stream()
                .filter(plugin -> !paths.contains(plugin.path()))
                .toList());
    }
}
