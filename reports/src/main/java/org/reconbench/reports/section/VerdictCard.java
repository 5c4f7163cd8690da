package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.comparison.Verdict;
import org.reconbench.evaluation.table.Note;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** The first thing to read: who leads, over whom, whether it is real, and what to beware of. */
final class VerdictCard {
    private VerdictCard() {}

    static List<Element> of(Study study) {
        List<Element> elements = new ArrayList<>();
        if (!study.standings().isEmpty()) {
            for (Standing standing : study.standings()) {
                elements.add(new Element.Heading(standing.where()));
                elements.add(new Element.Facts(Answers.of(study, standing)));
            }
            List<String> families = study.standings().stream()
                    .flatMap(standing -> families(standing).stream())
                    .toList();
            if (!families.isEmpty()) {
                elements.add(new Element.Heading("Families, each by the median of its members"));
                elements.add(new Element.Bullets(families));
            }
        }
        if (!study.standings().isEmpty()) {
            elements.add(new Element.Details(
                    "part-" + study.panelId("summary", "verdicts"),
                    "Leader and runner-up in one table, and how verdicts are reached",
                    List.of(card(study))));
        }
        List<String> warnings = warnings(study);
        if (!warnings.isEmpty()) {
            elements.add(new Element.Heading("Beware"));
            elements.add(new Element.Bullets(warnings));
        }
        return elements;
    }

    private static Table card(Study study) {
        List<Table.Row> rows = study.standings().stream()
                .map(standing -> {
                    PairComparison lead = standing.lead();
                    List<String> others = standing.outcome().notBeaten();
                    return new Table.Row(List.of(
                            Table.Cell.text(standing.where()),
                            Table.Cell.text(standing.outcome().winner()),
                            Table.Cell.text(standing.outcome().runnerUp()),
                            Table.Cell.number(Numbers.difference(lead), lead.difference()),
                            Table.Cell.text(words(lead)),
                            Table.Cell.text(
                                    !standing.enough()
                                            ? "not judged"
                                            : others.isEmpty() ? "none" : Numbers.some(others, 5))));
                })
                .toList();
        return new Table(
                "table-verdict",
                "Leader: the best mean rank by " + study.measure().title()
                        + " over the blocks named first. Difference: leader less runner-up, mean"
                        + " over blocks, 95 % interval by the two-level bootstrap. Verdicts: clearly better, probably better,"
                        + " practically equivalent (within 0.01), no detectable difference, not enough data; by Wilcoxon's"
                        + " signed-rank test after Holm over all pairs and the Bayesian signed-rank test. A verdict over the"
                        + " seeds of one data set says nothing about other data.",
                List.of(
                        Table.Column.text("Where"),
                        Table.Column.text("Leader"),
                        Table.Column.text("Runner-up"),
                        Table.Column.number("Difference in " + study.measure().title(), ""),
                        Table.Column.text("Verdict"),
                        Table.Column.text("May do as well")),
                rows);
    }

    /** The verdict, and the one without imputed values where that differs. */
    static String words(PairComparison pair) {
        return words(pair, pair.verdict().words());
    }

    /** The verdict in other words, and the one without imputed values where that differs. */
    static String words(PairComparison pair, String told) {
        return pair.imputed() == 0 || pair.verdict() == pair.verdictWithoutImputed()
                ? told
                : told + " (without the " + pair.imputed() + " imputed blocks: "
                        + pair.verdictWithoutImputed().words() + ")";
    }

    private static List<String> families(Standing standing) {
        return standing.families().stream()
                .flatMap(outcome -> outcome.comparisons().pairs().stream())
                .map(pair -> pair.difference() < 0 ? pair.turned() : pair)
                .map(pair -> standing.where() + ": " + pair.first()
                        + (pair.verdict().better() ? " is " : " against ")
                        + (pair.verdict().better()
                                ? pair.verdict().words() + " than " + pair.second()
                                : pair.second() + ": " + pair.verdict().words())
                        + ", " + Numbers.difference(pair) + ".")
                .toList();
    }

    private static List<String> warnings(Study study) {
        List<String> warnings = new ArrayList<>();
        for (Standing standing : study.standings()) {
            long imputed = standing.outcome().comparisons().pairs().stream()
                    .filter(pair -> pair.imputed() > 0)
                    .count();
            if (imputed > 0) {
                warnings.add(standing.where() + ": " + imputed + " of "
                        + Numbers.count(standing.outcome().comparisons().pairs().size(), "comparison")
                        + " count failed trials at chance level.");
            }
            if (standing.enough() && standing.lead().verdict() == Verdict.NO_DETECTABLE_DIFFERENCE) {
                warnings.add(standing.where() + ": the order of leader and runner-up is not shown by these data.");
            }
        }
        long failed = study.trials().stream().filter(trial -> !trial.ok()).count();
        if (failed > 0) {
            warnings.add(Numbers.count(failed, "trial") + " of "
                    + study.trials().size() + " did not end ok; see Failures and coverage.");
        }
        count(study, Note.Kind.COLLAPSED, "have a trial that orders rows by their norm alone (collapsed)", warnings);
        count(
                study,
                Note.Kind.NOT_ABOVE_NORM,
                "do not beat norm on average, so they learned nothing that helps",
                warnings);
        if (knew(study, "oracle-test")) {
            warnings.add("Some declared thresholds were chosen with the test labels.");
        }
        if (knew(study, "validation-labels")) {
            warnings.add("Some declared thresholds were chosen with labels, those of validation rows that were neither"
                    + " trained nor tested on: precision, recall and F1 are those of a user who has such labels.");
        }
        return warnings;
    }

    private static boolean knew(Study study, String source) {
        return study.trials().stream()
                .map(TrialRecord::threshold)
                .filter(Objects::nonNull)
                .anyMatch(threshold -> threshold.source().equals(source));
    }

    /** Says of how many results a note was made, the configurations with the most first. */
    private static void count(Study study, Note.Kind kind, String words, List<String> warnings) {
        Map<String, Long> noted = study.table().rows().stream()
                .filter(row -> row.network() && row.notes().stream().anyMatch(note -> note.kind() == kind))
                .collect(Collectors.groupingBy(Row::label, LinkedHashMap::new, Collectors.counting()));
        if (noted.isEmpty()) {
            return;
        }
        int blocks = study.table().blocks().size();
        List<String> names = noted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + (blocks == 1 ? "" : " (" + entry.getValue() + ")"))
                .toList();
        long all = noted.values().stream().mapToLong(Long::longValue).sum();
        long results = study.table().rows().stream().filter(Row::network).count();
        warnings.add(all + " of " + Numbers.count(results, "result") + " of networks"
                + (blocks == 1 ? "" : " (configuration \u00d7 data set \u00d7 protocol)") + ' ' + words + ": "
                + Numbers.some(names, 6) + ".");
    }
}
