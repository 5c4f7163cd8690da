package org.reconbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.Comparisons;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.stats.Holm;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.harness.store.Json;

/**
 * Two runs on the trials that both hold: of one data set, protocol, detector, parameters and seed. The detector's version and the
 * data's content may differ: that is what may be compared.
 *
 * @param common how many both hold
 * @param equal how many of them have the same status and the same metrics to the last bit
 * @param onlyFirst trials of the first run alone, counted by what they are
 * @param onlySecond likewise
 */
record RunPair(
        int common,
        int equal,
        Map<String, Integer> onlyFirst,
        Map<String, Integer> onlySecond,
        ComparisonTable first,
        Map<RunPair.Key, TrialRecord> second) {
    private static final String A = "A";
    private static final String B = "B";

    /** What makes two trials the same. */
    record Key(String dataset, String protocol, String detector, String params, long seed) {
        static Key of(TrialRecord record) {
            return new Key(
                    record.dataset().name(),
                    Json.line(record.protocol()),
                    record.detector().name(),
                    Json.line(record.params()),
                    record.seed());
        }
    }

    static RunPair of(ComparisonTable a, ComparisonTable b) {
        Map<Key, TrialRecord> left = trials(a);
        Map<Key, TrialRecord> right = trials(b);
        Set<Key> common = new LinkedHashSet<>(left.keySet());
        common.retainAll(right.keySet());
        int equal = 0;
        List<TrialRecord> shared = new ArrayList<>();
        for (Key key : common) {
            TrialRecord mine = Objects.requireNonNull(left.get(key));
            TrialRecord other = Objects.requireNonNull(right.get(key));
            shared.add(mine);
            if (mine.status() == other.status() && Objects.equals(mine.metrics(), other.metrics())) {
                equal++;
            }
        }
        return new RunPair(
                common.size(), equal, count(left, common), count(right, common), ComparisonTable.of(shared), right);
    }

    private static Map<Key, TrialRecord> trials(ComparisonTable table) {
        Map<Key, TrialRecord> trials = new LinkedHashMap<>();
        table.rows().forEach(row -> row.trials().forEach(trial -> trials.put(Key.of(trial), trial)));
        return trials;
    }

    private static Map<String, Integer> count(Map<Key, TrialRecord> trials, Set<Key> common) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        trials.forEach((key, record) -> {
            if (!common.contains(key)) {
                String what = record.detector().name() + " on " + key.dataset() + ", "
                        + record.protocol().name();
                counts.merge(what, 1, Integer::sum);
            }
        });
        return counts;
    }

    /**
     * The configurations compared: over data sets where there are enough of them for a verdict, else over the seeds of each. The level is
     * divided by the number of comparisons (Bonferroni).
     *
     * @param groups near-identical data sets that count as one
     * @param settings how differences are judged
     */
    List<PairTable> tables(Measure measure, DatasetGroups groups, ComparisonSettings settings) {
        int configurations = first.configurations().size();
        List<PairTable> tables = new ArrayList<>();
        DetectorPair.BlockFigures figures = new DetectorPair.BlockFigures(first, groups.among(first.datasets()));
        if (figures.counted() >= Holm.minimumBlocks(configurations, settings.alpha())) {
            List<PairTable.Line> lines = new ArrayList<>();
            for (String label : first.configurations()) {
                List<Row> rows = first.rows().stream()
                        .filter(row -> row.label().equals(label))
                        .toList();
                BlockMatrix matrix = figures.groups().applyTo(matrix(rows, measure));
                add(lines, label, matrix, settings.withAlpha(settings.alpha() / configurations));
            }
            put(tables, figures.overDatasets(), lines);
            return tables;
        }
        int comparisons = first.rows().size();
        for (Block block : first.blocks()) {
            List<PairTable.Line> lines = new ArrayList<>();
            for (Row row : block.rows()) {
                BlockMatrix matrix = matrix(List.of(row), measure);
                if (!matrix.blocks().isEmpty()) {
                    add(lines, row.label(), matrix.within(0), settings.withAlpha(settings.alpha() / comparisons));
                }
            }
            put(tables, block.dataset() + ", " + block.protocol() + ", over seeds", lines);
        }
        return tables;
    }

    private static void put(List<PairTable> tables, String title, List<PairTable.Line> lines) {
        if (!lines.isEmpty()) {
            tables.add(new PairTable(title, "Configuration", "B - A", lines));
        }
    }

    private static void add(List<PairTable.Line> lines, String label, BlockMatrix matrix, ComparisonSettings settings) {
        if (!matrix.blocks().isEmpty()) {
            double[][] values = matrix.values();
            lines.add(new PairTable.Line(
                    label,
                    DetectorPair.mean(values, matrix.column(A)),
                    DetectorPair.mean(values, matrix.column(B)),
                    Comparisons.pair(matrix, B, A, settings)));
        }
    }

    /** The trials of some rows in both runs, the run in the place of the detector. */
    private BlockMatrix matrix(List<Row> rows, Measure measure) {
        List<TrialRecord> both = new ArrayList<>();
        for (Row row : rows) {
            for (TrialRecord trial : row.trials()) {
                both.add(as(A, trial));
                both.add(as(B, Objects.requireNonNull(second.get(Key.of(trial)))));
            }
        }
        return BlockMatrix.of(both, measure);
    }

    private static TrialRecord as(String run, TrialRecord trial) {
        return new TrialRecord(
                trial.schema(),
                trial.trialId(),
                trial.configId(),
                trial.runId(),
                trial.status(),
                trial.attempt(),
                trial.startedAt(),
                trial.endedAt(),
                trial.dataset(),
                trial.protocol(),
                new TrialRecord.DetectorInfo(run, trial.detector().family(), 1),
                Map.of(),
                trial.seed(),
                trial.score(),
                trial.metrics(),
                trial.threshold(),
                trial.confusion(),
                trial.oracle(),
                trial.scores(),
                trial.training(),
                trial.diagnostics(),
                trial.timeS(),
                trial.memory(),
                trial.failure());
    }
}
