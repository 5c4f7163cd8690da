package org.reconbench.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build knew.
 *
 * @param version of ReconBench
 * @param djl version of the Deep Java Library it was built with
 * @param pytorch version of the native engine it was built with
 */
public record BuildInfo(String version, String djl, String pytorch) {

    /** Reads what the build left on the class path. */
    public static BuildInfo load() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildInfo(
                properties.getProperty("version", "unknown"),
                properties.getProperty("djl", "unknown"),
                properties.getProperty("pytorch", "unknown"));
    }
}
