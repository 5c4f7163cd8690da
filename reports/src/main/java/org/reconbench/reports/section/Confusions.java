package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** Confusion at the declared threshold: counts, means over seeds. */
final class Confusions implements BlockPart {

    @Override
    public List<Element> of(Study study, ScoredBlock scored) {
        Block block = scored.block();
        List<Table.Row> rows = new ArrayList<>();
        for (Row row : block.rows()) {
            List<TrialRecord.Confusion> counts = row.trials().stream()
                    .filter(TrialRecord::ok)
                    .map(TrialRecord::confusion)
                    .filter(Objects::nonNull)
                    .toList();
            if (!counts.isEmpty()) {
                rows.add(new Table.Row(List.of(
                        Table.Cell.named(row.label(), study.look(row)),
                        mean(counts, TrialRecord.Confusion::tp),
                        mean(counts, TrialRecord.Confusion::fn),
                        mean(counts, TrialRecord.Confusion::fp),
                        mean(counts, TrialRecord.Confusion::tn))));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        String id = study.panelId("confusion", block.dataset(), block.protocol());
        return List.of(new Element.Details(
                "part-" + id,
                "Confusion at the declared threshold on " + Study.title(block),
                List.of(new Table(
                        "table-" + id,
                        "Test rows of " + Study.title(block)
                                + " at the declared threshold, which saw no test label: counts, means over seeds.",
                        List.of(
                                Table.Column.text("Model"),
                                Table.Column.number("Anomalies flagged", "true positives"),
                                Table.Column.number("Anomalies missed", "false negatives"),
                                Table.Column.number("Normal rows flagged", "false positives"),
                                Table.Column.number("Normal rows passed", "true negatives")),
                        rows))));
    }

    private static Table.Cell mean(List<TrialRecord.Confusion> counts, ToIntFunction<TrialRecord.Confusion> count) {
        double mean = counts.stream().mapToInt(count).average().orElse(0);
        return Table.Cell.number(String.format(Locale.ROOT, "%.1f", mean), mean);
    }
}
