package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.data.DatasetCard;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.Protocol;
import org.reconbench.data.ProtocolCard;
import org.reconbench.data.Protocols;
import org.reconbench.harness.cli.Entry.Kind;
import org.reconbench.harness.experiment.BuiltinExperiments;
import org.reconbench.harness.registry.Detectors;

/** Everything that has a name, as entries for {@code list} and {@code describe}. */
final class Catalogue {
    private Catalogue() {}

    static List<Entry> of(Kind kind, Supplier<Detectors> detectors) {
        return switch (kind) {
            case EXPERIMENTS ->
                BuiltinExperiments.ids().stream().map(Catalogue::experiment).toList();
            case DATASETS ->
                DatasetCatalogue.all().stream().map(Catalogue::dataset).toList();
            case PROTOCOLS ->
                Protocols.all().stream()
                        .map(Protocol::card)
                        .map(Catalogue::protocol)
                        .toList();
            case DETECTORS ->
                detectors.get().all().stream()
                        .map(Detector::card)
                        .map(Catalogue::detector)
                        .toList();
            case SCORES -> scores(detectors.get().all());
            case METRICS -> MetricCard.ALL.stream().map(MetricCard::entry).toList();
        };
    }

    /** The entries of all lists. */
    static List<Entry> all(Supplier<Detectors> detectors) {
        List<Entry> entries = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            entries.addAll(of(kind, detectors));
        }
        return entries;
    }

    private static Entry experiment(String id) {
        String yaml = BuiltinExperiments.text(id).replaceFirst("^#.*\\R", ""); // the first line is the summary
        return Entry.of(Kind.EXPERIMENTS, id, "built-in", id, BuiltinExperiments.summary(id))
                .fact("yaml", yaml);
    }

    private static Entry dataset(DatasetSource source) {
        DatasetCard card = source.card();
        return Entry.of(Kind.DATASETS, card.id(), source.seeded() ? "drawn" : "fixed", card.title(), card.summary())
                .fact("origin", card.origin())
                .with(card.params());
    }

    private static Entry protocol(ProtocolCard card) {
        return Entry.of(Kind.PROTOCOLS, card.id(), "protocol", card.title(), card.summary())
                .with(card.params());
    }

    private static Entry detector(DetectorCard card) {
        List<String> scores = card.scores().stream().map(ScoreCard::id).toList();
        List<String> formulas = card.scores().stream()
                .map(score -> score.id() + " = " + score.formula())
                .toList();
        return Entry.of(Kind.DETECTORS, card.id(), card.family().id(), card.title(), card.summary())
                .fact("version", Integer.toString(card.version()))
                .fact("objective", card.objective())
                .fact("paper", card.paper())
                .fact("differs", card.differs())
                .list("scores", scores)
                .list("formulas", formulas)
                .with(card.params());
    }

    private static List<Entry> scores(List<Detector> detectors) {
        Map<String, Map<String, List<String>>> known = new TreeMap<>();
        for (Detector detector : detectors) {
            for (ScoreCard score : detector.card().scores()) {
                known.computeIfAbsent(score.id(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(score.formula(), formula -> new ArrayList<>())
                        .add(detector.card().id());
            }
        }
        List<Entry> entries = new ArrayList<>();
        known.forEach((id, formulas) -> entries.add(score(id, formulas)));
        return entries;
    }

    /** A score with the detectors that give it, by formula; the networks' formula is the first. */
    private static Entry score(String id, Map<String, List<String>> formulas) {
        List<String> owners = formulas.values().stream().flatMap(List::stream).toList();
        List<String> lines = new ArrayList<>();
        formulas.forEach((formula, names) -> lines.add(formula + " (" + String.join(", ", names) + ")"));
        return Entry.of(
                        Kind.SCORES,
                        id,
                        "score",
                        id,
                        formulas.keySet().iterator().next())
                .list("detectors", owners)
                .list("formulas", lines);
    }
}
