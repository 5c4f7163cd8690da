package org.reconbench.harness.registry;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Detector;

/**
 * Loads what the user names, a jar or a directory of jars, each with a class loader of its own below the program's. So
 * plug-ins see the program's classes and their own libraries, not each other's. Whatever is wrong becomes one line; the
 * rest goes on.
 */
final class PluginLoader {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A detector and the jar it came from. */
    record Brought(Detector detector, PluginJar jar) {}

    private final Path path;
    private final List<String> faults;
    private final List<PluginJar> jars = new ArrayList<>();
    private final List<Brought> brought = new ArrayList<>();

    private PluginLoader(Path path, List<String> faults) {
        this.path = path;
        this.faults = faults;
    }

    /** Loads one path; faults are added to the list. */
    static PluginLoader load(Path path, List<String> faults) {
        PluginLoader loader = new PluginLoader(path, faults);
        loader.load();
        return loader;
    }

    /** The jars that could be read. */
    List<PluginJar> jars() {
        return jars;
    }

    /** The detectors that could be made, in the order of their jars. */
    List<Brought> brought() {
        return brought;
    }

    private void load() {
        int before = faults.size();
        try {
            read();
        } catch (IOException e) {
            fault(path, "cannot be read: " + e.getMessage());
        }
        if (jars.stream().anyMatch(PluginJar::provides)) {
            findDetectors();
        } else if (faults.size() == before) {
            fault(path, "holds no detector: " + PluginJar.SERVICE + " is missing or empty");
        }
    }

    private void read() throws IOException {
        if (!Files.exists(path)) {
            fault(path, "no such jar or directory");
            return;
        }
        List<Path> files = files();
        if (files.isEmpty()) {
            fault(path, "is a directory without a jar; name a jar, or a directory of jars");
            return;
        }
        Path aside = Files.createTempDirectory("reconbench-plugins");
        aside.toFile().deleteOnExit();
        for (Path file : files) {
            try {
                jars.add(PluginJar.read(file, aside));
            } catch (PluginJar.Refused e) {
                fault(file, String.valueOf(e.getMessage()));
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** The loader stays open as long as the program runs: classes are loaded when they are first needed. */
    private void findDetectors() {
        Map<String, PluginJar> byUrl = new LinkedHashMap<>();
        List<URL> urls = new ArrayList<>();
        for (PluginJar jar : jars) {
            URL url = url(jar.copy());
            urls.add(url);
            byUrl.put(url.toString(), jar);
        }
        ClassLoader loader =
                new URLClassLoader("plugin " + path, urls.toArray(URL[]::new), PluginLoader.class.getClassLoader());
        Iterator<ServiceLoader.Provider<Detector>> providers =
                ServiceLoader.load(Detector.class, loader).stream().iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    ServiceLoader.Provider<Detector> provider = providers.next();
                    if (provider.type().getClassLoader() == loader) {
                        make(provider, byUrl);
                    }
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                fault(path, "a detector cannot be loaded: " + reason(e));
            }
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has a URL: " + file, e);
        }
    }

    /** Makes one detector, and asks it for its card: whatever its author's code throws is the plug-in's fault. */
    private void make(ServiceLoader.Provider<Detector> provider, Map<String, PluginJar> byUrl) {
        String type = provider.type().getName();
        PluginJar jar = byUrl.get(provider.type()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        if (jar == null) {
            throw new IllegalStateException(type + " came from none of " + byUrl.keySet());
        }
        try {
            Detector detector = provider.get();
            String id = detector.card().id();
            if (id.matches(ID)) {
                brought.add(new Brought(detector, jar));
            } else {
                fault(jar.origin(), type + " has the id '" + id + "'; must be lower-case words joined by hyphens");
            }
        } catch (RuntimeException | ServiceConfigurationError | LinkageError | StackOverflowError e) {
            fault(jar.origin(), type + " cannot be made: " + reason(e));
        }
    }

    private void fault(Path where, String what) {
        faults.add("plug-in " + where + ": " + what.replaceAll("\\s*\\R\\s*", " "));
    }

    /** The first cause, without the words that ServiceLoader puts around it. */
    private static String reason(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        if (failure instanceof ServiceConfigurationError && cause == null) {
            return String.valueOf(failure.getMessage()).replace(Detector.class.getName() + ": ", "");
        }
        if (cause != null && (failure instanceof ServiceConfigurationError || failure instanceof LinkageError)) {
            return reason(cause);
        }
        return failure.toString();
    }
}
