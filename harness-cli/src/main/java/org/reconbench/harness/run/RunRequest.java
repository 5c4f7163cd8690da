package org.reconbench.harness.run;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is asked for, beside its plan.
 *
 * @param directory where to write
 * @param resume go on with the run that the directory holds
 * @param retryFailed with resume: run trials again that are not ok
 * @param command the command line, for the report
 * @param environment label to value, in the order to show
 */
public record RunRequest(
        Path directory,
        boolean resume,
        boolean retryFailed,
        Limits limits,
        String command,
        Map<String, String> environment) {}
