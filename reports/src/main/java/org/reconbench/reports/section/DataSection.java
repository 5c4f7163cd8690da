package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** The data card: what each data set is, and what each protocol made of it. */
final class DataSection implements SectionSource {
    private static final int PREFIX = 12;
    private static final int FEW = 4;

    @Override
    public Optional<Section> of(Study study) {
        List<RunInfo.DatasetNote> notes = study.info().datasets();
        List<Element> elements = new ArrayList<>();
        if (!notes.isEmpty()) {
            elements.add(new Table(
                    "table-data",
                    "Data sets as loaded. SHA-256 is taken over the values and labels; a generated set has one a seed.",
                    List.of(
                            Table.Column.text("Data set"),
                            Table.Column.text("Source"),
                            Table.Column.number("Rows", ""),
                            Table.Column.number("Features", ""),
                            Table.Column.number("Anomalies", ""),
                            Table.Column.text("SHA-256 begins"),
                            Table.Column.text("What it is")),
                    notes.stream().map(note -> card(study, note)).toList()));
        }
        elements.add(new Table(
                "table-splits",
                "What each protocol made of them (first seed). Share of anomalies in train and test."
                        + " Validation rows are held out, with their labels, for thresholds.",
                List.of(
                        Table.Column.text("Data set"),
                        Table.Column.text("Protocol"),
                        Table.Column.text("Parameters"),
                        Table.Column.number("Train rows", ""),
                        Table.Column.number("Validation rows", ""),
                        Table.Column.number("Test rows", ""),
                        Table.Column.number("Anomalies in train", ""),
                        Table.Column.number("Anomalies in test", "")),
                study.table().blocks().stream().map(DataSection::split).toList()));
        return Optional.of(new Section("data", "Data card", finding(study), elements));
    }

    private static String finding(Study study) {
        List<RunInfo.DatasetNote> notes = study.info().datasets();
        if (notes.isEmpty()) {
            return "The run recorded nothing about its data sets but their fingerprints.";
        }
        if (notes.size() > FEW) {
            var rows = notes.stream().mapToInt(RunInfo.DatasetNote::rows).summaryStatistics();
            var features =
                    notes.stream().mapToInt(RunInfo.DatasetNote::features).summaryStatistics();
            return notes.size() + " data sets of " + rows.getMin() + " to " + rows.getMax() + " rows and "
                    + features.getMin() + " to " + features.getMax() + " features.";
        }
        return study.info().datasets().stream()
                .map(note -> note.name() + " has " + Numbers.count(note.rows(), "row") + " of "
                        + Numbers.count(note.features(), "feature") + ", " + share(note) + " of them anomalies")
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String share(RunInfo.DatasetNote note) {
        return note.rows() == 0 ? Numbers.NONE : Numbers.percent((double) note.anomalies() / note.rows());
    }

    private static Table.Row card(Study study, RunInfo.DatasetNote note) {
        List<String> digests = study.trials().stream()
                .filter(trial -> trial.dataset().name().equals(note.name()))
                .map(trial -> trial.dataset().sha256())
                .distinct()
                .toList();
        String digest = digests.isEmpty() ? Numbers.NONE : digests.get(0);
        String prefix = digest.substring(0, Math.min(PREFIX, digest.length()))
                + (digests.size() > 1 ? " (first of " + digests.size() + ")" : "");
        return Table.Row.of(
                Table.Cell.text(note.name()),
                Table.Cell.text(note.source()),
                Table.Cell.number(Integer.toString(note.rows()), (double) note.rows()),
                Table.Cell.number(Integer.toString(note.features()), (double) note.features()),
                Table.Cell.number(note.anomalies() + " (" + share(note) + ")", (double) note.anomalies()),
                Table.Cell.text(prefix),
                Table.Cell.text(note.summary()));
    }

    private static Table.Row split(Block block) {
        TrialRecord trial = block.rows().get(0).trials().get(0);
        for (var row : block.rows()) {
            for (TrialRecord each : row.trials()) {
                trial = trial.dataset().nTrain() == null ? each : trial;
            }
        }
        TrialRecord.DatasetInfo data = trial.dataset();
        return Table.Row.of(
                Table.Cell.text(block.dataset()),
                Table.Cell.text(block.protocol()),
                Table.Cell.text(MethodSection.text(trial.protocol().params())),
                count(data.nTrain()),
                count(data.nValidation()),
                count(data.nTest()),
                share(data.trainContamination()),
                share(data.testAnomalyRate()));
    }

    private static Table.Cell count(@Nullable Integer count) {
        return count == null
                ? Table.Cell.number(Numbers.NONE, null)
                : Table.Cell.number(count.toString(), count.doubleValue());
    }

    private static Table.Cell share(@Nullable Double share) {
        return Table.Cell.number(Numbers.percent(share), share);
    }
}
