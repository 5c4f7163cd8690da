package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.data.Protocols;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Row;
import org.reconbench.evaluation.threshold.Information;
import org.reconbench.evaluation.threshold.ThresholdRule;
import org.reconbench.evaluation.threshold.ThresholdRules;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Further metrics and other thresholds from the stored scores of a run. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = "Computes metrics and thresholds again from stored scores; trains nothing, changes no result.",
        footer = {
            "",
            "Examples:",
            "  reconbench evaluate runs/latest --threshold mad",
            "  reconbench evaluate runs/latest --metrics auc-prg,f1 --cost-ratio 20"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int LABEL = 28;

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The run directory.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "ID",
            description = "Which metrics. Default: those of the ranking, and of the threshold if one is given.")
    private List<String> metrics = List.of();

    @Option(names = "--threshold", paramLabel = "RULE", description = "Another rule. Default: each trial's own.")
    private @Nullable String rule;

    @Option(
            names = "--contamination",
            paramLabel = "SHARE",
            description = "The share of anomalies that the rule assumes. Default: the run's.")
    private @Nullable Double contamination;

    @Option(
            names = "--cost-ratio",
            paramLabel = "C",
            description = "What a missed anomaly costs, in false alarms: adds the expected cost of a row.")
    private @Nullable Double costRatio;

    @Option(names = "--score", paramLabel = "ID", description = "Another stored score. Default: the primary one.")
    private @Nullable String score;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (costRatio != null && !(costRatio > 0 && Double.isFinite(costRatio))) {
            throw InputException.of("--cost-ratio " + costRatio + ": must be a number above 0");
        }
        RunDirectory run = RunDirectory.open(directory);
        StoredRun stored = StoredRun.read(run);
        double assumed = contamination == null ? StoredRun.readResolved(run).contamination() : contamination;
        if (!(assumed >= 0 && assumed < 1)) {
            throw InputException.of("--contamination " + assumed + ": must be from 0 to below 1");
        }
        Reevaluation asked = new Reevaluation(chosen(), rule(stored), assumed, costRatio, score);
        Reevaluation again = asked.of(stored);
        if (again.values().isEmpty()) {
            throw InputException.inFile(
                    directory,
                    score == null
                            ? "no trial has stored scores"
                            : "no trial has a stored score '" + score + "'"
                                    + Suggestion.hint(score, Reevaluation.scoreIds(stored)) + "; there are "
                                    + String.join(", ", Reevaluation.scoreIds(stored)));
        }
        print(ComparisonTable.of(stored.trials()), again);
        Path csv = run.root().resolve("evaluation.csv");
        Path json = run.root().resolve("evaluation.json");
        RunDirectory.writeWhole(csv, again.csv(stored));
        RunDirectory.writeWhole(json, Json.pretty(again.json(stored)));
        console.out().println("Written: " + csv + ", " + json);
        return ExitCode.OK.code();
    }

    private List<StoredMetric> chosen() {
        List<StoredMetric> chosen = new ArrayList<>();
        for (String word : metrics) {
            String id = word.strip().toLowerCase(Locale.ROOT).replace('-', '_');
            StoredMetric metric = StoredMetric.find(id)
                    .orElseThrow(() -> InputException.of("--metrics " + word + ": no such metric"
                            + Suggestion.hint(id, StoredMetric.ids()) + "; there are "
                            + String.join(", ", StoredMetric.ids())));
            if (metric == StoredMetric.EXPECTED_COST && costRatio == null) {
                throw InputException.of("--metrics " + word + ": needs --cost-ratio");
            }
            if (!chosen.contains(metric)) {
                chosen.add(metric);
            }
        }
        if (metrics.isEmpty()) {
            chosen.addAll(StoredMetric.ofRanking());
            if (rule != null) {
                chosen.addAll(List.of(StoredMetric.PRECISION, StoredMetric.RECALL, StoredMetric.F1));
            }
        } else if (rule != null && chosen.stream().allMatch(StoredMetric::ranking)) {
            throw InputException.of("--threshold " + rule + ": none of these metrics depends on it");
        }
        if (costRatio != null && !chosen.contains(StoredMetric.EXPECTED_COST)) {
            chosen.add(StoredMetric.EXPECTED_COST);
        }
        return chosen;
    }

    private @Nullable ThresholdRule rule(StoredRun stored) {
        String word = rule;
        if (word == null) {
            return null;
        }
        List<String> possible = ThresholdRules.ids();
        ThresholdRule found = ThresholdRules.find(word)
                .orElseThrow(() -> InputException.of("--threshold " + word + ": no such rule"
                        + Suggestion.hint(word, possible) + "; there are " + String.join(", ", possible)));
        if (found.information() == Information.VALIDATION_LABELS && !Reevaluation.holdsValidation(stored)) {
            throw InputException.of(
                    "--threshold " + word + ": needs labelled validation rows, and this run has none; run"
                            + " it under " + String.join(" or ", Protocols.idsHoldingOut()));
        }
        return found;
    }

    private void print(ComparisonTable table, Reevaluation again) {
        for (Block block : table.blocks()) {
            console.out().println();
            String title = block.dataset() + ", " + block.protocol() + ": mean ± std over seeds";
            TextTable.wrap(title, console.width()).forEach(console.out()::println);
            for (List<StoredMetric> group : groups(again.metrics(), block)) {
                lines(block, group, again).forEach(console.out()::println);
            }
        }
        console.out().println();
        again.remarks()
                .forEach(remark -> TextTable.wrap(remark, console.width()).forEach(console.out()::println));
    }

    /** So many metrics side by side as the width has room for. */
    private List<List<StoredMetric>> groups(List<StoredMetric> all, Block block) {
        int label = Math.min(
                LABEL,
                block.rows().stream()
                        .mapToInt(row -> row.label().length())
                        .max()
                        .orElse(LABEL));
        List<List<StoredMetric>> groups = new ArrayList<>();
        List<StoredMetric> group = new ArrayList<>();
        int room = console.width() - label;
        for (StoredMetric metric : all) {
            int needs = 2 + Math.max(9, metric.title().length());
            if (needs > room && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
                room = console.width() - label;
            }
            group.add(metric);
            room -= needs;
        }
        groups.add(group);
        return groups;
    }

    private List<String> lines(Block block, List<StoredMetric> group, Reevaluation again) {
        List<String> headers = new ArrayList<>(List.of("Model"));
        group.forEach(metric -> headers.add(">" + metric.title()));
        TextTable text = TextTable.of(headers.toArray(String[]::new));
        for (Row row : block.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.label()));
            List<String> ids = row.trials().stream().map(TrialRecord::trialId).toList();
            group.forEach(metric -> cells.add(again.cell(ids, metric)));
            text.row(cells.toArray(String[]::new));
        }
        return text.lines(console.width());
    }
}
