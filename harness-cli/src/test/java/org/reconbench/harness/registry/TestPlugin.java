package org.reconbench.harness.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.reconbench.core.CoreVersion;

/** Makes plug-ins for tests: compiles Java text against the class path and packs it. */
public final class TestPlugin {
    private final Path directory;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String services = "";

    /** A plug-in that is compiled in a directory. */
    public TestPlugin(Path directory) {
        this.directory = directory;
    }

    /** One whose only class is {@code other.Mine}, a detector with that id. */
    public static TestPlugin of(Path directory, String id) {
        return new TestPlugin(directory)
                .source("other.Mine", detector("other", "Mine", id, ""))
                .provides("other.Mine");
    }

    /** The text of a detector that scores by the squared norm. */
    public static String detector(String pack, String type, String id, String constructor) {
        return """
                package %s;
                import java.util.*;
                import org.reconbench.core.data.Matrix;
                import org.reconbench.core.detector.*;
                public class %s implements Detector {
                    public %s() { %s }
                    @Override public DetectorCard card() {
                        return new DetectorCard("%s", Family.REFERENCE, 1, "Mine", "The squared norm again.", "none",
                                "none", "", List.of(), List.of(new ScoreCard("norm", "sum_d x^2")));
                    }
                    @Override public FittedCohort fit(List<Member> members, FitContext context) {
                        List<FitOutcome> outcomes = new ArrayList<>();
                        members.forEach(member -> outcomes.add(FitOutcome.Fitted.plain()));
                        return new FittedCohort() {
                            @Override public List<FitOutcome> outcomes() { return outcomes; }
                            @Override public Map<String, double[]> score(int m, Matrix rows, Collection<String> ids) {
                                return Map.of("norm", rows.squaredRowNorms());
                            }
                            @Override public void close() {}
                        };
                    }
                }
                """.formatted(pack, type, type, constructor, id);
    }

    /** Adds a class. */
    public TestPlugin source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    /** Adds a line to the services file. */
    public TestPlugin provides(String line) {
        services += line + "\n";
        return this;
    }

    /** Adds an attribute of the manifest. */
    public TestPlugin attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /** The attribute that every plug-in should have. */
    public TestPlugin current() {
        return attribute(CoreVersion.ATTRIBUTE, CoreVersion.CURRENT.toString());
    }

    /** Compiles and packs it, leaving out the classes named. */
    public Path jar(String name, String... leftOut) throws IOException {
        Path source = Files.createDirectories(directory.resolve(name + "-src"));
        Path classes = Files.createDirectories(directory.resolve(name + "-classes"));
        List<String> words = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        for (Map.Entry<String, String> entry : sources.entrySet()) {
            Path file = source.resolve(entry.getKey().replace('.', '/') + ".java");
            Files.createDirectories(source.resolve(file).resolve("..").normalize());
            Files.writeString(file, entry.getValue());
            words.add(file.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)) != 0) {
            throw new IOException("the plug-in does not compile");
        }
        for (String type : leftOut) {
            Files.delete(classes.resolve(type.replace('.', '/') + ".class"));
        }
        if (!services.isEmpty()) {
            Path file = classes.resolve(PluginJar.SERVICE);
            Files.createDirectories(classes.resolve("META-INF/services"));
            Files.writeString(file, services);
        }
        return pack(classes, directory.resolve(name));
    }

    private Path pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path entry : walk.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, out);
            }
        }
        return jar;
    }
}
