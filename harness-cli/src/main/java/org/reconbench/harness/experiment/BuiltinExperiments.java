package org.reconbench.harness.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The experiments that ship with the program: one YAML resource each. */
public final class BuiltinExperiments {
    /** The experiment that {@code run} takes when none is named. */
    public static final String DEFAULT = "families";

    private static final List<String> IDS = List.of("families", "seed-grid", "smoke", "ladder", "adbench-dev");

    private BuiltinExperiments() {}

    /** Their ids, the default first. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * The YAML text of one.
     *
     * @throws IllegalArgumentException if there is no such experiment
     */
    public static String text(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no built-in experiment '" + id + "' among " + IDS);
        }
        try (InputStream in = BuiltinExperiments.class.getResourceAsStream(id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("resource " + id + ".yaml is missing from the distribution");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence on one of them: the comment on its first line. */
    public static String summary(String id) {
        return text(id).lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
    }

    /** One of them, read. */
    public static Experiment read(String id) {
        return ExperimentReader.read(id + ".yaml", text(id), Path.of(""));
    }
}
