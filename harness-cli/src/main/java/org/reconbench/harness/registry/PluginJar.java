package org.reconbench.harness.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.CoreVersion;
import org.reconbench.core.Sha256;
import org.reconbench.core.detector.Detector;

/**
 * One jar of a plug-in, copied aside: what was hashed is what runs, even if the jar is built again meanwhile.
 *
 * @param origin the user's file
 * @param copy where its bytes lie while the program runs
 * @param sha256 of these bytes
 * @param provides whether it names detectors
 */
record PluginJar(Path origin, Path copy, String sha256, boolean provides) {
    /** The entry that names a jar's detectors. */
    static final String SERVICE = "META-INF/services/" + Detector.class.getName();

    /** Why a jar cannot be used, in words that follow its name. */
    static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Reads a jar.
     *
     * @param directory where to put the copy
     * @throws Refused if it is no jar, or was built against another core
     */
    static PluginJar read(Path origin, Path directory) throws Refused {
        Path copy = directory.resolve(origin.getFileName().toString());
        try {
            byte[] bytes = Files.readAllBytes(origin);
            Files.write(copy, bytes);
            copy.toFile().deleteOnExit();
            String sha256 = new Sha256().add(bytes, 0, bytes.length).hex();
            try (JarFile jar = new JarFile(copy.toFile())) {
                checkCore(jar.getManifest());
                return new PluginJar(origin, copy, sha256, namesDetectors(jar));
            }
        } catch (ZipException e) {
            throw new Refused("is not a jar: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Refused("cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkCore(@Nullable Manifest manifest) throws Refused {
        String text = manifest == null ? null : manifest.getMainAttributes().getValue(CoreVersion.ATTRIBUTE);
        if (text == null) {
            return;
        }
        Optional<CoreVersion> built = CoreVersion.parse(text);
        if (built.isEmpty()) {
            throw new Refused("its manifest says " + CoreVersion.ATTRIBUTE + ": " + text
                    + "; must be a version such as " + CoreVersion.CURRENT);
        }
        if (!CoreVersion.CURRENT.accepts(built.get())) {
            throw new Refused("was built for version " + built.get() + " of ReconBench's core, this is "
                    + CoreVersion.CURRENT + "; build it against this one");
        }
    }

    private static boolean namesDetectors(JarFile jar) throws IOException {
        ZipEntry entry = jar.getEntry(SERVICE);
        if (entry == null) {
            return false;
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> !line.replaceFirst("#.*", "").isBlank());
        }
    }
}
