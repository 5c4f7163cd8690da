package org.reconbench.harness.registry;

import java.util.List;

/**
 * A jar of detectors, or of what they need, that the user named.
 *
 * @param path the jar or the directory of jars, as the user named it
 * @param jar the jar's file name
 * @param sha256 of the jar's bytes, in hex
 * @param detectors ids of the detectors that it brought; none for a library beside them
 */
public record Plugin(String path, String jar, String sha256, List<String> detectors) {

    /** Copies the list. */
    public Plugin {
        detectors = List.copyOf(detectors);
    }
}
