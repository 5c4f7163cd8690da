package org.reconbench.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.reconbench.core.InputException;
import org.reconbench.harness.cli.Entry.Kind;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list KIND}: the catalogue, a line each. */
@Command(name = "list", description = "List experiments, datasets, protocols, detectors, scores or metrics.")
final class ListCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.DETECTORS;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(names = "--markdown", description = "With detectors: everything about each, as the page docs/detectors.md.")
    private boolean markdown;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (markdown) {
            if (kind != Kind.DETECTORS) {
                throw InputException.of("--markdown: goes with 'list detectors' only");
            }
            console.out()
                    .print(DetectorsPage.markdown(
                            plugins.available().detectors().all()));
            return plugins.conclude(console);
        }
        List<Entry> entries = Catalogue.of(kind, () -> plugins.available().detectors());
        if (format == Format.JSON) {
            console.out().println(Json.pretty(entries.stream().map(Entry::toMap).toList()));
            return plugins.conclude(console);
        }
        TextTable table = TextTable.of("ID", "FAMILY", kind == Kind.DETECTORS ? "SUMMARY (PAPER)" : "SUMMARY");
        entries.forEach(entry -> table.row(entry.id(), entry.family(), entry.summary() + paper(entry)));
        table.lines(console.width()).forEach(console.out()::println);
        return plugins.conclude(console);
    }

    /** Where an entry was published, in parentheses; nothing for a folk method. */
    private static String paper(Entry entry) {
        String paper = entry.facts().getOrDefault("paper", "none");
        return paper.equals("none") ? "" : " (" + paper + ")";
    }
}
