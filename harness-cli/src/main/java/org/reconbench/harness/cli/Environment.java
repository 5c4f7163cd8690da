package org.reconbench.harness.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.reconbench.harness.registry.Plugin;
import org.reconbench.harness.run.Limits;
import org.reconbench.harness.run.Quantities;

/** Where a run takes place: versions, hardware, threads. */
final class Environment {
    private Environment() {}

    /** Label to value, in the order to show. */
    static Map<String, String> describe(Limits limits, List<Plugin> plugins) {
        BuildInfo build = BuildInfo.load();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("reconbench", build.version());
        git("rev-parse", "HEAD").ifPresent(commit -> facts.put("git_commit", commit));
        git("status", "--porcelain").ifPresent(status -> facts.put("git_dirty", Boolean.toString(!status.isEmpty())));
        facts.put("djl", build.djl());
        facts.put("pytorch", build.pytorch());
        facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        facts.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("cpu", cpu());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", Quantities.bytes(physicalMemory()));
        facts.put("heap", Quantities.bytes(Runtime.getRuntime().maxMemory()));
        facts.put("jobs", Integer.toString(limits.jobs()));
        facts.put("threads", Integer.toString(limits.threads()));
        facts.put("training_memory", Quantities.bytes(limits.memoryBytes()));
        for (Plugin plugin : plugins) {
            String detectors =
                    plugin.detectors().isEmpty() ? "no detector of its own" : String.join(", ", plugin.detectors());
            facts.merge(
                    "plugin " + plugin.jar(),
                    detectors + ", sha256 " + plugin.sha256(),
                    (first, second) -> first + " | " + second);
        }
        return facts;
    }

    /** The machine's memory in bytes, or the heap's where it is not told. */
    static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    /** The memory that a run may train in unless told otherwise: half of the machine's, in bytes. */
    static long trainingMemory() {
        return physicalMemory() / 2;
    }

    private static String cpu() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try {
                for (String line : Files.readAllLines(info)) {
                    if (line.startsWith("model name")) {
                        return line.substring(line.indexOf(':') + 1).strip();
                    }
                }
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    /** What git says of the directory that the program was built in; empty without git or a checkout. */
    private static Optional<String> git(String... words) {
        String home = System.getProperty("reconbench.home", "");
        if (home.isEmpty() || !Files.exists(Path.of(home, ".git"))) {
            return Optional.empty();
        }
        String[] command = new String[words.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = home;
        System.arraycopy(words, 0, command, 3, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
