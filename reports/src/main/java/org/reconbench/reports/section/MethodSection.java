package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** What was fitted: parameters, objectives, effective beta, thresholds. */
final class MethodSection implements SectionSource {

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Table(
                "table-parameters",
                "Configurations with all resolved parameters. Effective beta: the weight of the KL against the"
                        + " unit-variance ELBO (half the squared error + KL), comparable between objectives.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.text("Family"),
                        Table.Column.number("beta", ""),
                        Table.Column.number("Effective beta", ""),
                        Table.Column.number("Trained numbers", ""),
                        Table.Column.number("Epochs", ""),
                        Table.Column.number("Steps", ""),
                        Table.Column.text("Parameters")),
                configurations(study)));
        List<RunInfo.DetectorNote> notes = study.info().detectors();
        if (!notes.isEmpty()) {
            elements.add(new Table(
                    "table-detectors",
                    "Detectors and what they minimise.",
                    List.of(
                            Table.Column.text("Detector"),
                            Table.Column.text("What it is"),
                            Table.Column.text("Objective"),
                            Table.Column.text("Paper"),
                            Table.Column.number("Version", "")),
                    notes.stream().map(MethodSection::detector).toList()));
        }
        String rules = study.trials().stream()
                .map(TrialRecord::threshold)
                .filter(threshold -> threshold != null)
                .map(threshold -> threshold.rule() + " (knows: " + threshold.source() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        elements.add(new Element.Prose("Threshold rules: " + (rules.isEmpty() ? Numbers.NONE : rules)
                + ". A row is flagged when its score is greater than the threshold."));
        return Optional.of(new Section("method", "Parameters and objectives", finding(study), elements));
    }

    private static String finding(Study study) {
        Map<Double, Set<String>> byBeta = new TreeMap<>();
        for (Row row : study.table().rows()) {
            TrainingSummary training = training(row);
            Double beta = training == null ? null : training.betaEffective();
            if (beta != null) {
                byBeta.computeIfAbsent(beta, key -> new LinkedHashSet<>()).add(row.label());
            }
        }
        if (byBeta.isEmpty()) {
            return "No configuration weighs a KL term.";
        }
        return byBeta.entrySet().stream()
                .map(entry -> Numbers.plain(entry.getKey()) + " (" + String.join(", ", entry.getValue()) + ")")
                .collect(Collectors.joining("; ", "Against the unit-variance ELBO the KL weighs ", "."));
    }

    private static List<Table.Row> configurations(Study study) {
        List<Table.Row> rows = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String label : study.table().configurations()) {
            List<Row> same = study.table().rows().stream()
                    .filter(row -> row.label().equals(label))
                    .toList();
            Row shown = same.stream()
                    .filter(row -> training(row) != null)
                    .findFirst()
                    .orElse(same.get(0));
            if (seen.add(label)) {
                rows.add(configuration(study, shown));
            }
        }
        return rows;
    }

    private static Table.Row configuration(Study study, Row row) {
        TrainingSummary training = training(row);
        return Table.Row.of(
                Table.Cell.named(row.label(), study.look(row)),
                Table.Cell.text(row.family()),
                number(training == null ? null : training.beta()),
                number(training == null ? null : training.betaEffective()),
                number(training == null ? null : (double) training.parameters()),
                number(training == null ? null : (double) training.epochs()),
                number(training == null ? null : (double) training.steps()),
                Table.Cell.text(text(row.params())));
    }

    private static Table.Cell number(@Nullable Double value) {
        return Table.Cell.number(Numbers.plain(value), value);
    }

    private static @Nullable TrainingSummary training(Row row) {
        return row.trials().stream()
                .filter(TrialRecord::ok)
                .map(TrialRecord::training)
                .filter(training -> training != null)
                .findFirst()
                .orElse(null);
    }

    private static Table.Row detector(RunInfo.DetectorNote note) {
        return Table.Row.of(
                Table.Cell.text(note.id()),
                Table.Cell.text(note.title() + ". " + note.summary()),
                Table.Cell.text(note.objective()),
                Table.Cell.text(note.paper()),
                Table.Cell.number(Integer.toString(note.version()), (double) note.version()));
    }

    /** Parameters as text: {@code batch = 128, beta = 0.1}. */
    static String text(Map<String, Object> params) {
        Map<String, Object> flat = Params.flatten(params);
        return flat.isEmpty()
                ? "none"
                : flat.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + value(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(MethodSection::value).collect(Collectors.joining("-"));
        }
        boolean whole = value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15;
        return whole ? Long.toString(((Double) value).longValue()) : String.valueOf(value);
    }
}
