package org.reconbench.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;

/** The largest resident set of this process so far, where the system tells it (Linux). */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    static TrialRecord.@Nullable Memory record() {
        if (!Files.isReadable(STATUS)) {
            return null;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                    return new TrialRecord.Memory(kibibytes * 1024);
                }
            }
            return null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }
}
