package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reconbench.core.detector.Params;
import org.reconbench.core.run.TrialRecord;

/**
 * The comparison: data set x protocol x configuration, each over its seeds.
 *
 * <p>Data sets count as one by name, though a generated one has other rows for each seed. A detector of two versions
 * stands in two rows, the version being part of the label then. Nothing is averaged over data sets or protocols here.
 *
 * @param blocks one for each data set and protocol, in plan order
 */
public record ComparisonTable(List<Block> blocks) {

    /** Copies the list. */
    public ComparisonTable {
        blocks = List.copyOf(blocks);
    }

    /** Sums up the final records of a run, given in plan order, which the rows keep; its notes judge by AUC-PR. */
    public static ComparisonTable of(List<TrialRecord> trials) {
        return of(trials, Measure.AUC_PR);
    }

    /**
     * Sums up the final records of a run, given in plan order, which the rows keep.
     *
     * @param deciding which measure the notes on who is best, and who does not beat {@code norm}, go by
     */
    public static ComparisonTable of(List<TrialRecord> trials, Measure deciding) {
        Labelling detectors = new Labelling();
        Labelling protocols = new Labelling();
        for (TrialRecord trial : trials) {
            detectors.add(trial.detector().name(), identity(trial));
            protocols.add(trial.protocol().name(), trial.protocol().params());
        }
        Map<String, Map<String, Map<String, List<TrialRecord>>>> grouped = new LinkedHashMap<>();
        for (TrialRecord trial : trials) {
            grouped.computeIfAbsent(trial.dataset().name(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            protocols.label(
                                    trial.protocol().name(), trial.protocol().params()),
                            key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            detectors.label(trial.detector().name(), identity(trial)), key -> new ArrayList<>())
                    .add(trial);
        }
        List<Block> blocks = new ArrayList<>();
        grouped.forEach((dataset, byProtocol) -> byProtocol.forEach((protocol, byLabel) -> {
            List<Row> rows = new ArrayList<>();
            byLabel.forEach((label, group) -> rows.add(row(new RowKey(dataset, protocol, label), group, detectors)));
            blocks.add(NoteRules.annotate(new Block(dataset, protocol, rows), deciding));
        }));
        return new ComparisonTable(blocks);
    }

    private static Map<String, Object> identity(TrialRecord trial) {
        Map<String, Object> identity = new LinkedHashMap<>(trial.params());
        identity.put("version", trial.detector().version());
        return identity;
    }

    private static Row row(RowKey key, List<TrialRecord> trials, Labelling detectors) {
        TrialRecord first = trials.get(0);
        Map<Measure, Cell> cells = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            cells.put(measure, Cell.of(measure, trials));
        }
        int ok = Math.toIntExact(trials.stream().filter(TrialRecord::ok).count());
        return new Row(
                key,
                first.detector().name(),
                first.detector().family(),
                first.configId(),
                Params.flatten(first.params()),
                detectors.varying(first.detector().name(), identity(first)),
                cells,
                ok,
                trials.size() - ok,
                List.of(),
                trials);
    }

    /** All rows, block after block. */
    public List<Row> rows() {
        return blocks.stream().flatMap(block -> block.rows().stream()).toList();
    }

    /** The row of that key. */
    public Optional<Row> find(RowKey key) {
        return rows().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The block of that data set and protocol label. */
    public Optional<Block> block(String dataset, String protocol) {
        return blocks.stream()
                .filter(block ->
                        block.dataset().equals(dataset) && block.protocol().equals(protocol))
                .findFirst();
    }

    /** The trials of each row, failed ones included: the points behind the means. */
    public Map<RowKey, List<TrialRecord>> trialsByRow() {
        Map<RowKey, List<TrialRecord>> trials = new LinkedHashMap<>();
        rows().forEach(row -> trials.put(row.key(), row.trials()));
        return trials;
    }

    /** The data sets' names, in plan order. */
    public List<String> datasets() {
        return blocks.stream().map(Block::dataset).distinct().toList();
    }

    /** The protocols' labels, in plan order. */
    public List<String> protocols() {
        return blocks.stream().map(Block::protocol).distinct().toList();
    }

    /** The configurations' labels, in plan order. */
    public List<String> configurations() {
        return rows().stream().map(Row::label).distinct().toList();
    }
}
