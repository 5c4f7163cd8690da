package org.reconbench.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code describe NAME}: all there is to know of one thing; of several, if lists share the name. */
@Command(name = "describe", description = "Describe an experiment, data set, protocol, detector, score or metric.")
final class DescribeCommand implements Callable<Integer> {
    private static final int INDENT = 12;

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "An id that 'list' shows.")
    private String name = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Of a detector: state the effective beta for this parameter. Repeatable.")
    private List<String> set = List.of();

    @Option(
            names = "--features",
            paramLabel = "D",
            description = "Number of features for that (default ${DEFAULT-VALUE}).")
    private int features = EffectiveBeta.FEATURES;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    DescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Entry> all = Catalogue.all(() -> plugins.available().detectors());
        List<Entry> named =
                all.stream().filter(entry -> entry.id().equals(name)).toList();
        if (named.isEmpty()) {
            plugins.require();
            List<String> ids = all.stream().map(Entry::id).distinct().toList();
            throw InputException.of("nothing is called '" + name + "'" + Suggestion.hint(name, ids)
                    + "; 'list detectors' and the other lists show what there is");
        }
        List<Entry> shown = named.stream().map(this::withEffectiveBeta).toList();
        if (!set.isEmpty() && named.stream().noneMatch(entry -> entry.kind() == Entry.Kind.DETECTORS)) {
            throw InputException.of(
                    "--set: '" + name + "' is no detector; only a detector's parameters can be set here");
        }
        if (format == Format.JSON) {
            console.out().println(Json.pretty(shown.stream().map(Entry::toMap).toList()));
        } else {
            shown.forEach(this::print);
        }
        return plugins.conclude(console);
    }

    private Entry withEffectiveBeta(Entry entry) {
        if (entry.kind() != Entry.Kind.DETECTORS) {
            return entry;
        }
        return plugins.available()
                .detectors()
                .find(entry.id())
                .flatMap(detector -> EffectiveBeta.words(detector, set, features))
                .map(words -> entry.fact("effective", words))
                .orElse(entry);
    }

    private void print(Entry entry) {
        String kind = entry.kind().one();
        console.out().println(entry.title().equals(entry.id()) ? entry.id() : entry.id() + " - " + entry.title());
        labelled("kind", entry.family().equals(kind) ? kind : kind + ", " + entry.family());
        labelled("summary", entry.summary());
        entry.facts().forEach((label, text) -> {
            if (text.contains("\n")) {
                verbatim(label, text);
            } else {
                labelled(label, text);
            }
        });
        entry.items().forEach((label, texts) -> {
            boolean words = texts.stream().noneMatch(text -> text.contains(" "));
            labelled(label, String.join(words ? ", " : "\n", texts));
        });
        if (!entry.params().isEmpty()) {
            console.out().println();
            TextTable table = TextTable.of("PARAMETER", "TYPE", "RANGE", "DEFAULT", "MEANING");
            for (ParamSpec spec : entry.params()) {
                table.row(
                        spec.name(),
                        Entry.typeName(spec),
                        spec.range(),
                        String.valueOf(spec.defaultValue()),
                        spec.summary());
            }
            table.lines(console.width()).forEach(console.out()::println);
        }
        console.out().println();
    }

    /** A text of several lines, as it is. */
    private void verbatim(String label, String text) {
        console.out().println("  " + label);
        text.lines().forEach(line -> console.out().println(("    " + line).stripTrailing()));
    }

    private void labelled(String label, String text) {
        String head = "  " + label;
        for (String line : text.lines()
                .flatMap(part -> TextTable.wrap(part, console.width() - INDENT).stream())
                .toList()) {
            console.out().println((head + " ".repeat(Math.max(1, INDENT - head.length())) + line).stripTrailing());
            head = "";
        }
    }
}
