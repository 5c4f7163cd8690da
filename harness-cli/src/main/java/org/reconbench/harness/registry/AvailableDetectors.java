package org.reconbench.harness.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Detector;

/**
 * The program's detectors and those of plug-ins.
 *
 * @param detectors all that can be used
 * @param plugins every jar that was loaded, in the order named
 * @param faults why some could not be used, a line each
 */
public record AvailableDetectors(Detectors detectors, List<Plugin> plugins, List<String> faults) {

    /** Copies the lists. */
    public AvailableDetectors {
        plugins = List.copyOf(plugins);
        faults = List.copyOf(faults);
    }

    /**
     * Loads the detectors on the class path, then the plug-ins. A path named twice counts once.
     *
     * @param paths jars, or directories of jars
     * @throws InputException if the class path itself has two detectors of one id
     */
    public static AvailableDetectors load(Collection<Path> paths) {
        Map<String, Detector> byId = new LinkedHashMap<>();
        Detectors.load().all().forEach(detector -> byId.put(detector.card().id(), detector));
        List<Plugin> plugins = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path path : distinct(paths)) {
            PluginLoader loaded = PluginLoader.load(path, faults);
            Map<PluginJar, List<String>> ids = new LinkedHashMap<>();
            loaded.jars().forEach(jar -> ids.put(jar, new ArrayList<>()));
            for (PluginLoader.Brought brought : loaded.brought()) {
                String id = brought.detector().card().id();
                Detector twin = byId.putIfAbsent(id, brought.detector());
                if (twin == null) {
                    ids.computeIfAbsent(brought.jar(), jar -> new ArrayList<>()).add(id);
                } else {
                    faults.add("plug-in " + brought.jar().origin() + ": "
                            + brought.detector().getClass().getName() + " calls itself '" + id + "', as "
                            + twin.getClass().getName() + " does; give it another id");
                }
            }
            ids.forEach((jar, names) -> plugins.add(
                    new Plugin(path.toString(), jar.origin().getFileName().toString(), jar.sha256(), names)));
        }
        return new AvailableDetectors(Detectors.of(byId.values()), plugins, faults);
    }

    private static Collection<Path> distinct(Collection<Path> paths) {
        Map<Path, Path> first = new LinkedHashMap<>();
        for (Path path : paths) {
            first.putIfAbsent(real(path), path);
        }
        return first.values();
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    /**
     * The detectors, for a command that must not go on without one that was asked for.
     *
     * @throws InputException if there are faults: a line each
     */
    public Detectors require() {
        if (faults.isEmpty()) {
            return detectors;
        }
        throw InputException.of(String.join("\n", faults));
    }

    /**
     * Refuses to go on with a run whose plug-ins are not those it began with: its numbers would come from other code.
     *
     * @param run what messages call the run
     * @param recorded the plug-ins that the run began with
     * @param used ids of the run's detectors
     * @throws InputException if one that the run needs is absent, or is another jar now
     */
    public void checkSame(Object run, List<Plugin> recorded, Collection<String> used) {
        Set<String> pathsNeeded = recorded.stream()
                .filter(plugin -> plugin.detectors().stream().anyMatch(used::contains))
                .map(Plugin::path)
                .collect(Collectors.toSet());
        for (Plugin old : recorded) {
            List<String> needed =
                    old.detectors().stream().filter(used::contains).toList();
            boolean library = old.detectors().isEmpty() && pathsNeeded.contains(old.path());
            boolean same = plugins.stream().anyMatch(plugin -> plugin.sha256().equals(old.sha256()));
            if (same || (needed.isEmpty() && !library)) {
                continue;
            }
            boolean another = plugins.stream()
                    .anyMatch(plugin -> plugin.jar().equals(old.jar())
                            || plugin.detectors().stream().anyMatch(needed::contains));
            if (another) {
                throw InputException.inFile(
                        run,
                        "the plug-in " + old.jar() + " is not what it was when the run began (its sha256 was "
                                + old.sha256().substring(0, 12) + "...); put that jar back, or begin a new run");
            }
            throw InputException.inFile(
                    run,
                    "needs the plug-in " + old.jar() + (library ? "" : " for " + String.join(", ", needed))
                            + "; name it: --plugins " + old.path());
        }
    }
}
