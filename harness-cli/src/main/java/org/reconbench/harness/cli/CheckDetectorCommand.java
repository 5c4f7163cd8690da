package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Detector;
import org.reconbench.harness.conformance.Conformance;
import org.reconbench.harness.conformance.Finding;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check-detector NAME...}: whether detectors keep what every detector promises, a line a check. */
@Command(
        name = "check-detector",
        description = "Checks that detectors, your own included, do what every detector promises.",
        footer = {
            "",
            "Examples:",
            "  reconbench check-detector vae",
            "  reconbench check-detector mine --plugins mine.jar",
            "  reconbench check-detector --all",
            "",
            "Exit code 0 if all promises are kept, 1 if one is broken."
        })
final class CheckDetectorCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Ids that 'list detectors' shows.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every detector that 'list detectors' shows.")
    private boolean all;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    CheckDetectorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (all == !names.isEmpty()) {
            throw InputException.of("check-detector: name detectors, or give --all");
        }
        Detectors detectors = plugins.require();
        List<Detector> chosen = all
                ? detectors.all()
                : names.stream().distinct().map(detectors::require).toList();
        int failed = 0;
        List<Map<String, Object>> json = new ArrayList<>();
        for (Detector detector : chosen) {
            if (format == Format.TABLE) {
                console.out().println(detector.card().id());
            }
            List<Finding> findings = Conformance.check(detector, this::told);
            failed += (int) findings.stream().filter(Finding::failed).count();
            json.add(toMap(detector, findings));
        }
        if (format == Format.JSON) {
            console.out().println(Json.pretty(json).strip());
        } else {
            console.out().println(conclusion(chosen.size(), failed));
        }
        return failed == 0 ? ExitCode.OK.code() : ExitCode.INTERNAL.code();
    }

    private static String conclusion(int detectors, int failed) {
        String of = detectors == 1 ? "" : " of " + detectors + " detectors";
        if (failed == 0) {
            return "All checks" + of + " hold.";
        }
        return failed + (failed == 1 ? " check" : " checks") + of + " FAILED.";
    }

    private void told(Finding finding) {
        if (format == Format.JSON) {
            return;
        }
        String verdict = switch (finding.verdict()) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case EXEMPT -> "exempt";
        };
        String head = String.format(Locale.ROOT, "  %-7s %-17s ", verdict, finding.check());
        for (String line : TextTable.wrap(finding.detail(), console.width() - head.length())) {
            console.out().println(head + line);
            head = " ".repeat(head.length());
        }
        console.out().flush();
    }

    private static Map<String, Object> toMap(Detector detector, List<Finding> findings) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", detector.card().id());
        map.put("ok", findings.stream().noneMatch(Finding::failed));
        map.put("checks", findings.stream().map(CheckDetectorCommand::toMap).toList());
        return map;
    }

    private static Map<String, Object> toMap(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", finding.check());
        map.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
        map.put("promise", Conformance.promises().get(finding.check()));
        map.put("detail", finding.detail());
        return map;
    }
}
