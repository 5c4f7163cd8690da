package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: whether this machine can run experiments, a line a check. */
@Command(name = "doctor", description = "Check this machine: Java, memory, disk, fonts, the engine and one tiny trial.")
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Detectors> detectors;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    DoctorCommand(Console console) {
        this.console = console;
        this.detectors = () -> plugins.require();
    }

    /** One that looks at other detectors than the program's. */
    DoctorCommand(Console console, Supplier<Detectors> detectors) {
        this.console = console;
        this.detectors = detectors;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(MachineChecks.java());
        checks.add(MachineChecks.system());
        checks.add(MachineChecks.memory());
        checks.add(MachineChecks.disk(Path.of("")));
        checks.add(MachineChecks.writable(Path.of("runs")));
        checks.add(MachineChecks.fonts());
        checks.addAll(EngineChecks.of(detectors));
        if (format == Format.JSON) {
            console.out().println(Json.pretty(checks.stream().map(Check::toMap).toList()));
        } else {
            checks.forEach(this::print);
        }
        return checks.stream().allMatch(Check::ok) ? ExitCode.OK.code() : ExitCode.INTERNAL.code();
    }

    private void print(Check check) {
        String head = (check.ok() ? "ok    " : "FAIL  ") + String.format("%-10s", check.name());
        String text = check.ok() ? check.detail() : check.detail() + " - " + check.remedy();
        for (String line : TextTable.wrap(text, console.width() - head.length())) {
            console.out().println(head + line);
            head = " ".repeat(head.length());
        }
    }
}
