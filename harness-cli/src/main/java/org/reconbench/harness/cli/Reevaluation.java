package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.metrics.AtThreshold;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Row;
import org.reconbench.evaluation.threshold.Information;
import org.reconbench.evaluation.threshold.ThresholdInput;
import org.reconbench.evaluation.threshold.ThresholdRule;
import org.reconbench.reports.table.CsvText;

/** Metrics of a run's trials from their stored scores, at each trial's own threshold or by another rule. */
final class Reevaluation {
    /** The schema of evaluation.json. */
    static final String SCHEMA = "reconbench.evaluation/1";

    private final List<StoredMetric> metrics;
    private final @Nullable ThresholdRule rule;
    private final double contamination;
    private final @Nullable Double costRatio;
    private final @Nullable String score;
    private final Map<String, Trial> values = new LinkedHashMap<>();
    private int without;
    private int withoutThreshold;

    /** What one trial gave; a metric that is undefined is not there. */
    record Trial(String score, TrialRecord.@Nullable Threshold threshold, Map<StoredMetric, Double> metrics) {}

    /**
     * What to compute.
     *
     * @param rule null for each trial's declared threshold
     * @param score null for each trial's primary score
     */
    Reevaluation(
            List<StoredMetric> metrics,
            @Nullable ThresholdRule rule,
            double contamination,
            @Nullable Double costRatio,
            @Nullable String score) {
        this.metrics = List.copyOf(metrics);
        this.rule = rule;
        this.contamination = contamination;
        this.costRatio = costRatio;
        this.score = score;
    }

    /** Computes it for every ok trial of a run. */
    Reevaluation of(RunArchive run) {
        for (TrialRecord record : run.trials()) {
            if (record.ok()) {
                Optional<Trial> trial = run.scores(record.trialId()).flatMap(scores -> trial(record, scores));
                trial.ifPresentOrElse(made -> values.put(record.trialId(), made), () -> without++);
            }
        }
        return this;
    }

    private Optional<Trial> trial(TrialRecord record, TrialScores scores) {
        String id = score == null ? record.score() : score;
        if (id == null || !scores.ids().contains(id)) {
            return Optional.empty();
        }
        double[] test = scores.score(id);
        Ranking ranking = Ranking.of(scores.labels(), test);
        TrialRecord.Threshold threshold = threshold(record, scores, ranking, id);
        AtThreshold at = threshold == null ? null : AtThreshold.of(scores.labels(), test, threshold.value());
        Map<StoredMetric, Double> found = new LinkedHashMap<>();
        for (StoredMetric metric : metrics) {
            OptionalDouble value = metric.of(ranking, at, costRatio);
            if (value.isPresent()) {
                found.put(metric, value.getAsDouble());
            }
        }
        return Optional.of(new Trial(id, threshold, found));
    }

    private TrialRecord.@Nullable Threshold threshold(
            TrialRecord record, TrialScores scores, Ranking ranking, String id) {
        if (metrics.stream().allMatch(StoredMetric::ranking)) {
            return null;
        }
        boolean oracle = knows(Information.ORACLE_TEST);
        boolean labelled = knows(Information.VALIDATION_LABELS);
        if (!oracle && !labelled && !id.equals(record.score())) {
            throw InputException.of("--score " + id + ": train scores are stored of the primary score alone ("
                    + record.score() + "); of another one, only oracle-f1, and validation-f1 where a run has validation"
                    + " rows, have what they need for a threshold");
        }
        if (rule == null) {
            return record.threshold();
        }
        Optional<Ranking> validation = validation(scores, id);
        if ((oracle && ranking.undefined().isPresent()) || (labelled && validation.isEmpty())) {
            withoutThreshold++;
            return null;
        }
        ThresholdInput input = ThresholdInput.of(scores.trainQuantiles(), contamination);
        ThresholdInput whole = validation.map(input::withValidation).orElse(input);
        return new TrialRecord.Threshold(
                rule.id(), rule.threshold(oracle ? whole.withTest(ranking) : whole), rule.source());
    }

    private boolean knows(Information information) {
        return rule != null && rule.information() == information;
    }

    private static Optional<Ranking> validation(TrialScores scores, String id) {
        return scores.validationLabels()
                .flatMap(labels -> scores.validationScore(id).map(values -> Ranking.of(labels, values)))
                .filter(ranking -> ranking.undefined().isEmpty());
    }

    /** Whether any trial of a run has stored validation rows. */
    static boolean holdsValidation(RunArchive run) {
        return run.trials().stream()
                .anyMatch(record -> run.scores(record.trialId())
                        .flatMap(TrialScores::validationLabels)
                        .isPresent());
    }

    /** The ids of all stored scores. */
    static List<String> scoreIds(RunArchive run) {
        return run.trials().stream()
                .flatMap(record -> run.scores(record.trialId()).stream())
                .flatMap(scores -> scores.ids().stream())
                .distinct()
                .toList();
    }

    List<StoredMetric> metrics() {
        return metrics;
    }

    /** By trial id, in plan order. */
    Map<String, Trial> values() {
        return values;
    }

    /** Mean and standard deviation over some trials: {@code .984±.010}. */
    String cell(List<String> trialIds, StoredMetric metric) {
        double[] found = trialIds.stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .map(trial -> trial.metrics().get(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (found.length == 0) {
            return "-";
        }
        OptionalDouble sd = Sample.standardDeviation(found);
        return number(Sample.mean(found), 3) + (sd.isPresent() ? "±" + number(sd.getAsDouble(), 3) : "");
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value).replaceFirst("^(-?)0\\.", "$1.");
    }

    /** What a reader must know of the numbers. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        boolean thresholded = metrics.stream().anyMatch(metric -> !metric.ranking());
        if (thresholded && rule == null) {
            remarks.add("Threshold: each trial's own.");
        } else if (thresholded && rule != null) {
            String what = switch (rule.information()) {
                case NONE -> "from train scores alone";
                case ASSUMED_CONTAMINATION -> "assumed contamination " + contamination;
                case VALIDATION_LABELS -> "labels of validation rows used, which were neither trained nor tested on";
                case ORACLE_TEST -> "test labels used: an upper bound, no result";
            };
            boolean train =
                    rule.information() == Information.NONE || rule.information() == Information.ASSUMED_CONTAMINATION;
            remarks.add("Threshold: " + rule.id() + ", " + what
                    + (train ? "; train scores as their 1001 stored quantiles." : "."));
        }
        if (costRatio != null) {
            remarks.add("Cost: the mean cost of a row in false alarms, a missed anomaly costing " + costRatio + ".");
        }
        if (withoutThreshold > 0 && rule != null) {
            remarks.add(withoutThreshold + " ok " + (withoutThreshold == 1 ? "trial lacks" : "trials lack")
                    + " the labelled rows of both classes that " + rule.id() + " needs.");
        }
        if (without > 0) {
            remarks.add(without + " ok " + (without == 1 ? "trial has" : "trials have") + " no such stored score.");
        }
        return remarks;
    }

    /** One line a trial; the numbers in full, empty where undefined. */
    String csv(RunArchive run) {
        List<String> header = new ArrayList<>(List.of(
                "trial_id",
                "dataset",
                "protocol",
                "configuration",
                "seed",
                "score",
                "threshold_rule",
                "threshold",
                "threshold_source"));
        metrics.forEach(metric -> header.add(metric.id()));
        List<List<String>> lines = new ArrayList<>(List.of(header));
        each(run, (row, record, trial) -> {
            TrialRecord.Threshold threshold = trial.threshold();
            List<String> line = new ArrayList<>(List.of(
                    record.trialId(),
                    record.dataset().name(),
                    row.key().protocol(),
                    row.label(),
                    Long.toString(record.seed()),
                    trial.score(),
                    threshold == null ? "" : threshold.rule(),
                    threshold == null ? "" : Double.toString(threshold.value()),
                    threshold == null ? "" : threshold.source()));
            metrics.forEach(
                    metric -> line.add(Optional.ofNullable(trial.metrics().get(metric))
                            .map(String::valueOf)
                            .orElse("")));
            lines.add(line);
        });
        return CsvText.of(lines);
    }

    /** The same with what was asked. */
    Map<String, @Nullable Object> json(RunArchive run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("run_id", run.info().runId());
        json.put("threshold_rule", rule == null ? null : rule.id());
        json.put("threshold_source", rule == null ? null : rule.source());
        boolean assumed = rule != null && rule.information() == Information.ASSUMED_CONTAMINATION;
        json.put("contamination", assumed ? contamination : null);
        json.put("cost_ratio", costRatio);
        json.put("score", score);
        json.put("metrics", metrics.stream().map(StoredMetric::id).toList());
        List<Map<String, @Nullable Object>> trials = new ArrayList<>();
        each(run, (row, record, trial) -> {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("trial_id", record.trialId());
            line.put("dataset", record.dataset().name());
            line.put("protocol", row.key().protocol());
            line.put("configuration", row.label());
            line.put("seed", record.seed());
            line.put("score", trial.score());
            line.put("threshold", trial.threshold());
            metrics.forEach(metric -> line.put(metric.id(), trial.metrics().get(metric)));
            trials.add(line);
        });
        json.put("trials", trials);
        return json;
    }

    private interface Visitor {
        void visit(Row row, TrialRecord record, Trial trial);
    }

    private void each(RunArchive run, Visitor visitor) {
        for (Row row : ComparisonTable.of(run.trials()).rows()) {
            for (TrialRecord record : row.trials()) {
                Trial trial = values.get(record.trialId());
                if (trial != null) {
                    visitor.visit(row, record, trial);
                }
            }
        }
    }
}
