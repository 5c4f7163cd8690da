package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reconbench.core.run.TrialExplanation.Top;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.metrics.Quantiles;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** The test rows that the best networks score highest, and which features their reconstruction misses. */
final class AnomalousRowsSection implements SectionSource {
    private static final int FOLDED_ROWS = 10;
    private static final int OPEN_FEATURES = 12;
    private static final int FOLDED_FEATURES = 8;
    private static final int NAMED = 3;

    /** Blocks that the finding names one by one. */
    private static final int FEW = 2;

    /** A network's top rows. */
    private record Shown(Block block, Row row, TrialRecord trial, Top top) {
        int anomalies() {
            return top.labels().anomalies();
        }

        int count() {
            return top.rows().size();
        }

        /** The mean share of a feature over the rows. */
        double mean(int feature) {
            return IntStream.range(0, count())
                    .mapToDouble(i -> top.share(i, feature))
                    .average()
                    .orElse(0);
        }

        /** Indices into the stored features, largest mean share first. */
        List<Integer> features() {
            return IntStream.range(0, top.features().size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(feature -> -mean(feature)))
                    .toList();
        }
    }

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<Shown> leaders = new ArrayList<>();
        boolean unread = false;
        for (Block block : study.table().blocks()) {
            List<Element> parts = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            List<Shown> shown = shown(study, block, unreadable);
            shown.forEach(each -> parts.addAll(elements(study, each)));
            unreadable.forEach(sentence -> parts.add(new Element.Prose(sentence)));
            unread |= !unreadable.isEmpty();
            elements.addAll(
                    Folded.of(study, block, "rows", shown.isEmpty() ? "" : summary(study, shown.get(0)), parts));
            shown.stream().limit(1).forEach(leaders::add);
        }
        return leaders.isEmpty() && !unread
                ? Optional.empty()
                : Optional.of(new Section("rows", "Why: most anomalous rows", finding(study, leaders), elements));
    }

    /** The best network of each family, the better family first; of a folded block the best alone. */
    private static List<Shown> shown(Study study, Block block, List<String> unreadable) {
        List<Row> networks = study.byQuality(Study.alive(block)).stream()
                .filter(Row::network)
                .toList();
        List<List<Row>> choices = study.room().folded()
                ? List.of(networks)
                : networks.stream()
                        .map(Row::family)
                        .distinct()
                        .map(family -> networks.stream()
                                .filter(row -> row.family().equals(family))
                                .toList())
                        .toList();
        List<Shown> shown = new ArrayList<>();
        for (List<Row> choice : choices) {
            Explained<Top> explained = Explained.of(
                    study,
                    choice,
                    explanation ->
                            explanation.topRows().filter(top -> !top.rows().isEmpty()),
                    1);
            explained.found().forEach(one -> shown.add(new Shown(block, one.row(), one.trial(), one.part())));
            unreadable.addAll(explained.unreadable());
        }
        return shown;
    }

    private static String finding(Study study, List<Shown> leaders) {
        if (leaders.isEmpty()) {
            return "The stored explanations of the highest-scoring rows cannot be read.";
        }
        if (leaders.size() <= FEW) {
            return leaders.stream()
                    .map(each -> "on " + Study.title(each.block()) + ", " + each.anomalies() + " of the "
                            + Numbers.count(each.count(), "test row") + " that "
                            + each.row().label()
                            + " scores highest are anomalies, and " + driver(study, each))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("; "),
                            text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + "."));
        }
        double[] precision = leaders.stream()
                .mapToDouble(each -> (double) each.anomalies() / each.count())
                .toArray();
        double[] quantiles = Quantiles.linear(precision, new double[] {0, 0.5, 1});
        long driven = leaders.stream()
                .filter(each -> each.mean(each.features().get(0)) > 0.5)
                .count();
        return "Of the test rows that the best network of a data set scores highest (up to 20), "
                + Numbers.percent(quantiles[1]) + " are anomalies in the median data set ("
                + Numbers.percent(quantiles[0])
                + " to " + Numbers.percent(quantiles[2]) + "); on " + driven + " of " + leaders.size()
                + " one feature makes up more than half of what is not reconstructed.";
    }

    private static String driver(Study study, Shown shown) {
        int first = shown.features().get(0);
        return name(study, shown, first) + " has the largest part in what is not reconstructed, "
                + Numbers.percent(shown.mean(first)) + " of the squared residual on average";
    }

    private static String summary(Study study, Shown leader) {
        return leader.anomalies() + " of the " + leader.count() + " highest by "
                + leader.row().label()
                + " are anomalies; most missed is "
                + name(study, leader, leader.features().get(0));
    }

    private static String name(Study study, Shown shown, int feature) {
        return study.feature(shown.block().dataset(), shown.top().features().get(feature));
    }

    private static List<Element> elements(Study study, Shown shown) {
        boolean folded = study.room().folded();
        int rows = folded ? Math.min(FOLDED_ROWS, shown.count()) : shown.count();
        return List.of(figure(study, shown, rows, folded ? FOLDED_FEATURES : OPEN_FEATURES), table(study, shown, rows));
    }

    private static String what(Shown shown) {
        return shown.row().label() + " on " + Study.title(shown.block()) + ", seed "
                + shown.trial().seed();
    }

    private static Figures figure(Study study, Shown shown, int rows, int most) {
        List<Integer> all = shown.features();
        List<Integer> features = all.subList(0, Math.min(most, all.size()));
        int others = shown.trial().dataset().nFeatures() - features.size();
        List<String> columns = new ArrayList<>(
                features.stream().map(feature -> name(study, shown, feature)).toList());
        if (others > 0) {
            columns.add(Numbers.count(others, "other"));
        }
        List<String> names = new ArrayList<>();
        List<HeatPlot.Cell> cells = new ArrayList<>();
        for (int i = rows - 1; i >= 0; i--) {
            names.add((i + 1) + ". row " + number(shown.top(), i) + " " + label(shown.top(), i));
            double rest = shown.top().squares().get(i) > 0 ? 1 : 0;
            for (int feature : features) {
                double share = shown.top().share(i, feature);
                rest -= share;
                cells.add(cell(share));
            }
            if (others > 0) {
                cells.add(cell(Math.max(0, rest)));
            }
        }
        return new Figures(
                "The " + rows + " test rows of the highest " + shown.trial().score() + " by " + what(shown)
                        + ", the highest on top, and what share of a row's squared residual |x - xhat|\u00b2 each feature has, in"
                        + " percent; "
                        + (others > 0
                                ? "shown are the " + features.size() + " features of the largest mean share"
                                : "all features are shown, largest mean share first")
                        + ". " + counted(shown.top()),
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId(
                                "rows",
                                shown.block().dataset(),
                                shown.block().protocol(),
                                shown.row().label()),
                        "Residual shares of the " + rows + " highest-scoring test rows by " + what(shown) + ": "
                                + driver(study, shown) + ".",
                        new HeatPlot(
                                "What is not reconstructed \u00b7 "
                                        + shown.row().label() + " \u00b7 " + Study.title(shown.block()),
                                "Feature",
                                "",
                                columns,
                                names,
                                cells,
                                "share of squared residual",
                                820,
                                150 + 22 * rows))));
    }

    private static HeatPlot.Cell cell(double share) {
        return new HeatPlot.Cell(share, Long.toString(Math.round(100 * share)), false);
    }

    private static String counted(Top top) {
        return top.origins().isEmpty()
                ? "Rows are counted from 0 within the test rows."
                : "Rows are counted from 0 in the data set.";
    }

    private static int number(Top top, int row) {
        return top.origins().isEmpty() ? top.rows().get(row) : top.origins().get(row);
    }

    private static String label(Top top, int row) {
        return top.labels().isAnomaly(row) ? "anomaly" : "normal";
    }

    private static Table table(Study study, Shown shown, int rows) {
        Double rate = shown.trial().dataset().testAnomalyRate();
        return new Table(
                "table-"
                        + study.panelId(
                                "rows-of",
                                shown.block().dataset(),
                                shown.block().protocol(),
                                shown.row().label()),
                "The " + rows + " test rows of the highest " + shown.trial().score() + " by " + what(shown)
                        + "; of the first "
                        + shown.count() + ", " + shown.anomalies() + " are anomalies"
                        + (rate == null ? "" : ", of all test rows " + Numbers.percent(rate))
                        + ". Features: the three of the largest squared residuals with their share, then the value x \u2192 "
                        + "what the network made of it, xhat, as scaled for training. " + counted(shown.top()),
                List.of(
                        Table.Column.number("Rank", ""),
                        Table.Column.number("Row", ""),
                        Table.Column.text("Label"),
                        Table.Column.number("Score", ""),
                        Table.Column.text("Features missed most")),
                IntStream.range(0, rows)
                        .mapToObj(i -> Table.Row.of(
                                Table.Cell.number(Integer.toString(i + 1), i + 1.0),
                                Table.Cell.number(
                                        Integer.toString(number(shown.top(), i)), (double) number(shown.top(), i)),
                                Table.Cell.text(label(shown.top(), i)),
                                Table.Cell.number(
                                        Numbers.plain(shown.top().scores().get(i)),
                                        shown.top().scores().get(i)),
                                Table.Cell.text(missed(study, shown, i))))
                        .toList());
    }

    private static String missed(Study study, Shown shown, int row) {
        Top top = shown.top();
        return IntStream.range(0, top.features().size())
                .boxed()
                .sorted(Comparator.comparingDouble(feature -> -top.share(row, feature)))
                .limit(NAMED)
                .map(feature -> name(study, shown, feature) + " " + Numbers.percent(top.share(row, feature)) + " ("
                        + scaled(top.values().get(row, feature)) + " \u2192 "
                        + scaled(
                                top.values().get(row, feature) - top.residuals().get(row, feature)) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String scaled(double value) {
        return Math.abs(value) < 1000 ? String.format(Locale.ROOT, "%.2f", value) : Numbers.plain(value);
    }
}
