package org.reconbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.reconbench.core.InputException;
import org.slf4j.LoggerFactory;

/** {@code runs/latest}: a link to the newest run under {@code runs}. */
final class LatestLink {
    private static final Path RUNS = Path.of("runs");
    private static final Path LATEST = RUNS.resolve("latest");

    private LatestLink() {}

    /** The newest run. */
    static Path target() {
        if (!Files.isDirectory(LATEST)) {
            throw InputException.of("there is no newest run here (no runs/latest); say which with -o DIR");
        }
        try {
            return RUNS.resolve(LATEST.toRealPath().getFileName());
        } catch (IOException e) {
            throw InputException.inFile(LATEST, "cannot be followed: " + e.getMessage(), e);
        }
    }

    /** Points the link at a run that lies directly under {@code runs}; where links are not to be had, does nothing. */
    static void point(Path directory) {
        Path parent = directory.toAbsolutePath().normalize().getParent();
        if (parent == null || !parent.equals(RUNS.toAbsolutePath().normalize())) {
            return;
        }
        try {
            if (Files.exists(LATEST, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(LATEST)) {
                return;
            }
            Path fresh = RUNS.resolve(".latest-" + ProcessHandle.current().pid());
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, directory.getFileName());
            Files.move(fresh, LATEST, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UnsupportedOperationException e) {
            // A convenience only: file systems without links simply have none.
            LoggerFactory.getLogger(LatestLink.class).debug("no runs/latest: {}", e.toString());
        }
    }
}
