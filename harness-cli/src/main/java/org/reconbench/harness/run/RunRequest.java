package org.reconbench.harness.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.harness.plan.Shard;
import org.reconbench.harness.registry.Plugin;

/**
 * What a run is asked for, beside its plan.
 *
 * @param directory where to write
 * @param resume go on with the run that the directory holds
 * @param retryFailed with resume: run trials again that are not ok
 * @param shard the part of the plan to run; null for all of it, or, with resume, for the part that the directory holds
 * @param command the command line, for the report
 * @param plugins the jars that detectors came from, other than the program's own
 * @param environment label to value, in the order to show
 */
public record RunRequest(
        Path directory,
        boolean resume,
        boolean retryFailed,
        @Nullable Shard shard,
        Limits limits,
        String command,
        List<Plugin> plugins,
        Map<String, String> environment) {

    /** A request for the whole plan, by the program's own detectors. */
    public RunRequest(
            Path directory,
            boolean resume,
            boolean retryFailed,
            Limits limits,
            String command,
            Map<String, String> environment) {
        this(directory, resume, retryFailed, null, limits, command, List.of(), environment);
    }
}
