package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Configuration by score: how well each way of reading one trained network ranks the test rows. */
final class ScoreMatrixSection implements SectionSource {
    /** A gain below this is not worth a word. */
    private static final double GAIN = 0.01;

    private static final double EQUAL = 1e-12;

    /** A configuration with its areas by score id, each a mean over data sets and protocols of means over seeds. */
    private record Line(String label, Look look, Set<String> primary, Map<String, Auc> areas) {
        /** The score of the greatest average precision; null without one. */
        @Nullable
        String best(Function<Auc, OptionalDouble> area) {
            String best = null;
            for (String id : areas.keySet()) {
                boolean leads = best == null || value(id, area) > value(best, area) + EQUAL;
                best = Double.isFinite(value(id, area)) && leads ? id : best;
            }
            return best;
        }

        double value(String score, Function<Auc, OptionalDouble> area) {
            Auc found = areas.get(score);
            return found == null ? Double.NaN : area.apply(found).orElse(Double.NaN);
        }
    }

    private record Auc(OptionalDouble roc, OptionalDouble pr) {}

    @Override
    public Optional<Section> of(Study study) {
        List<Line> lines = lines(study);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> scores = lines.stream()
                .flatMap(line -> line.areas().keySet().stream())
                .distinct()
                .toList();
        int blocks = study.table().blocks().size();
        String over = blocks == 1
                ? "Mean over seeds."
                : "Mean over " + Numbers.count(blocks, "data set and protocol pair") + " of means over seeds.";
        return Optional.of(new Section(
                "scores",
                "One network, several scores",
                finding(lines),
                List.of(
                        new Element.Prose(
                                "Each row is one configuration, trained once a trial; the columns are the ways"
                                        + " to read its networks. The score marked primary is the one that all other tables"
                                        + " are about. Bold: the best of a row. The choice of a score by this table would use"
                                        + " the test labels."),
                        table("scores-auc-pr", "AUC-PR by configuration and score. " + over, lines, scores, Auc::pr),
                        table(
                                "scores-auc-roc",
                                "AUC-ROC by configuration and score. " + over,
                                lines,
                                scores,
                                Auc::roc))));
    }

    /** The configurations with more than one score. */
    private static List<Line> lines(Study study) {
        Map<String, List<Row>> byLabel = new LinkedHashMap<>();
        for (Row row : study.table().rows()) {
            if (row.ok() > 0) {
                byLabel.computeIfAbsent(row.label(), label -> new ArrayList<>()).add(row);
            }
        }
        List<Line> lines = new ArrayList<>();
        byLabel.forEach((label, rows) -> {
            Line line = line(study, label, rows);
            if (line.areas().size() > 1) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static Line line(Study study, String label, List<Row> rows) {
        Set<String> primary = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Row row : rows) {
            for (TrialRecord trial : row.trials()) {
                if (trial.scores() != null) {
                    primary.add(String.valueOf(trial.score()));
                    ids.addAll(trial.scores().keySet());
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>(primary);
        ordered.addAll(ids);
        Map<String, Auc> areas = new LinkedHashMap<>();
        for (String id : ordered) {
            areas.put(id, new Auc(mean(rows, id, TrialRecord.Auc::aucRoc), mean(rows, id, TrialRecord.Auc::aucPr)));
        }
        return new Line(label, study.look(rows.get(0)), primary, areas);
    }

    private static OptionalDouble mean(List<Row> rows, String score, Function<TrialRecord.Auc, @Nullable Double> area) {
        return rows.stream()
                .map(row -> row.trials().stream()
                        .flatMap(trial -> area(trial, score, area).stream())
                        .mapToDouble(Double::doubleValue)
                        .average())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static Optional<Double> area(
            TrialRecord trial, String score, Function<TrialRecord.Auc, @Nullable Double> area) {
        Map<String, TrialRecord.Auc> scores = trial.scores();
        TrialRecord.Auc found = scores == null ? null : scores.get(score);
        return found == null ? Optional.empty() : Optional.ofNullable(area.apply(found));
    }

    private static String finding(Collection<Line> lines) {
        Line most = null;
        double gain = GAIN;
        for (Line line : lines) {
            String best = line.best(Auc::pr);
            if (best != null && line.primary().size() == 1) {
                double lead = line.value(best, Auc::pr)
                        - line.value(line.primary().iterator().next(), Auc::pr);
                if (lead > gain) {
                    gain = lead;
                    most = line;
                }
            }
        }
        if (most == null) {
            return "No other score has a mean AUC-PR more than " + GAIN + " above the primary one's.";
        }
        String best = String.valueOf(most.best(Auc::pr));
        String primary = most.primary().iterator().next();
        return "The primary score is not always the best reading: for " + most.label() + ", " + best
                + " has a mean AUC-PR of "
                + Numbers.metric(most.value(best, Auc::pr)) + ", " + primary + " "
                + Numbers.metric(most.value(primary, Auc::pr)) + ".";
    }

    private static Table table(
            String id, String caption, List<Line> lines, List<String> scores, Function<Auc, OptionalDouble> area) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Model"));
        scores.forEach(score -> columns.add(Table.Column.number(score, "")));
        List<Table.Row> rows = lines.stream()
                .map(line -> {
                    List<Table.Cell> cells = new ArrayList<>();
                    cells.add(Table.Cell.named(line.label(), line.look()));
                    String best = line.best(area);
                    scores.forEach(score -> cells.add(cell(line, score, area, score.equals(best))));
                    return new Table.Row(cells);
                })
                .toList();
        return new Table(id, caption, columns, rows);
    }

    private static Table.Cell cell(Line line, String score, Function<Auc, OptionalDouble> area, boolean best) {
        double value = line.value(score, area);
        Double known = Double.isFinite(value) ? value : null;
        return new Table.Cell(
                Numbers.metric(known), line.primary().contains(score) ? "primary" : "", known, null, best);
    }
}
