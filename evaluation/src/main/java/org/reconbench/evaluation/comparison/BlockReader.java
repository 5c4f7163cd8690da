package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/** Reads a matrix off a comparison table, and fills what is missing. */
final class BlockReader {
    /** The detector's own failures. A trial that was interrupted or skipped says nothing about the detector. */
    private static final Set<TrialStatus> FAILED = EnumSet.of(
            TrialStatus.DIVERGED, TrialStatus.TIMEOUT, TrialStatus.OOM, TrialStatus.CRASHED, TrialStatus.ERROR);

    private final Measure measure;

    BlockReader(Measure measure) {
        this.measure = measure;
    }

    BlockMatrix read(ComparisonTable table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            columns.putIfAbsent(row.label(), new Column(row.label(), row.detector(), row.family()));
        }
        List<BlockKey> keys = new ArrayList<>();
        List<List<BlockCell>> cells = new ArrayList<>();
        List<BlockKey> leftOut = new ArrayList<>();
        for (Block block : table.blocks()) {
            BlockKey key = new BlockKey(block.dataset(), block.protocol(), null);
            List<BlockCell> line = line(block, columns.keySet());
            if (line.isEmpty()) {
                leftOut.add(key);
            } else {
                keys.add(key);
                cells.add(line);
            }
        }
        return new BlockMatrix(measure, keys, List.copyOf(columns.values()), cells, leftOut);
    }

    /** One cell for each label; none if the block has no value at all, or one that is missing and has no chance level. */
    private List<BlockCell> line(Block block, Set<String> labels) {
        boolean none = block.rows().stream().allMatch(row -> row.cell(measure).n() == 0);
        if (none) {
            return List.of();
        }
        OptionalDouble chance = Chance.level(measure, prevalence(block));
        Set<Long> seeds = new TreeSet<>();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : block.rows()) {
            rows.put(row.label(), row);
            row.trials().forEach(trial -> seeds.add(trial.seed()));
        }
        List<BlockCell> line = new ArrayList<>();
        for (String label : labels) {
            Optional<BlockCell> cell = cell(rows.get(label), chance, seeds);
            if (cell.isEmpty()) {
                return List.of();
            }
            line.add(cell.orElseThrow());
        }
        return line;
    }

    private Optional<BlockCell> cell(@Nullable Row row, OptionalDouble chance, Set<Long> seeds) {
        TreeMap<Long, Double> values = new TreeMap<>();
        Set<Long> imputed = new HashSet<>();
        for (TrialRecord trial : row == null ? List.<TrialRecord>of() : row.trials()) {
            OptionalDouble value = measure.of(trial);
            if (value.isPresent()) {
                values.put(trial.seed(), value.getAsDouble());
                imputed.remove(trial.seed());
            } else if (FAILED.contains(trial.status()) && chance.isPresent() && !values.containsKey(trial.seed())) {
                values.put(trial.seed(), chance.getAsDouble());
                imputed.add(trial.seed());
            }
        }
        if (values.isEmpty() && chance.isPresent()) {
            seeds.forEach(seed -> values.put(seed, chance.getAsDouble()));
            imputed.addAll(seeds);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new BlockCell(values, imputed));
    }

    private static OptionalDouble prevalence(Block block) {
        return block.rows().stream()
                .flatMap(row -> row.trials().stream())
                .map(trial -> trial.dataset().testAnomalyRate())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
    }
}
