package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Every trial that did not end ok, with its reason. */
final class CoverageSection implements SectionSource {

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<Table.Row> rows = new ArrayList<>();
        List<Table.Row> noMetric = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            for (Row row : block.rows()) {
                for (TrialRecord trial : row.trials()) {
                    TrialRecord.Metrics metrics = trial.metrics();
                    if (!trial.ok()) {
                        rows.add(failed(study, row, trial));
                    } else if (metrics != null && metrics.note() != null) {
                        noMetric.add(withoutMetric(study, row, trial, metrics.note()));
                    }
                }
            }
        }
        if (!rows.isEmpty()) {
            elements.add(new Table(
                    "table-failures",
                    "Trials that did not end ok. They count in no mean; means are over the seeds that ended ok.",
                    List.of(
                            Table.Column.text("Model"),
                            Table.Column.text("Data set"),
                            Table.Column.text("Protocol"),
                            Table.Column.number("Seed", ""),
                            Table.Column.text("Status"),
                            Table.Column.text("Phase"),
                            Table.Column.text("Reason"),
                            Table.Column.text("Trial")),
                    rows));
        }
        if (!noMetric.isEmpty()) {
            elements.add(new Table(
                    "table-no-metric",
                    "Trials that ended ok but lack a metric.",
                    List.of(
                            Table.Column.text("Model"),
                            Table.Column.text("Data set"),
                            Table.Column.text("Protocol"),
                            Table.Column.number("Seed", ""),
                            Table.Column.text("Reason")),
                    noMetric));
        }
        return Optional.of(new Section("coverage", "Failures and coverage", finding(study), elements));
    }

    private static String finding(Study study) {
        int planned = study.info().planned();
        int have = study.trials().size();
        Map<String, Long> notOk = study.trials().stream()
                .filter(trial -> !trial.ok())
                .collect(
                        Collectors.groupingBy(trial -> trial.status().id(), LinkedHashMap::new, Collectors.counting()));
        String missing =
                have < planned ? "; " + Numbers.count(planned - have, "planned trial") + " left no result" : "";
        if (notOk.isEmpty()) {
            return have == planned
                    ? "All " + Numbers.count(planned, "planned trial") + " ended ok."
                    : "All " + Numbers.count(have, "recorded trial") + " ended ok" + missing + ".";
        }
        long failed = notOk.values().stream().mapToLong(Long::longValue).sum();
        return failed + " of " + Numbers.count(planned, "planned trial") + " did not end ok: "
                + notOk.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + missing + ".";
    }

    private static Table.Row failed(Study study, Row row, TrialRecord trial) {
        TrialRecord.Failure failure = trial.failure();
        return Table.Row.of(
                Table.Cell.named(row.label(), study.look(row)),
                Table.Cell.text(trial.dataset().name()),
                Table.Cell.text(row.key().protocol()),
                Table.Cell.number(Long.toString(trial.seed()), (double) trial.seed()),
                Table.Cell.text(trial.status().id()),
                Table.Cell.text(failure == null ? Numbers.NONE : failure.phase()),
                Table.Cell.text(failure == null ? Numbers.NONE : failure.type() + ": " + failure.message()),
                Table.Cell.text(trial.trialId()));
    }

    private static Table.Row withoutMetric(Study study, Row row, TrialRecord trial, String note) {
        return Table.Row.of(
                Table.Cell.named(row.label(), study.look(row)),
                Table.Cell.text(trial.dataset().name()),
                Table.Cell.text(row.key().protocol()),
                Table.Cell.number(Long.toString(trial.seed()), (double) trial.seed()),
                Table.Cell.text(note));
    }
}
