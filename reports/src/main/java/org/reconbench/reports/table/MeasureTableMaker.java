package org.reconbench.reports.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.Comparisons;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.comparison.WinnerRobustness;
import org.reconbench.evaluation.stats.Bootstrap;
import org.reconbench.evaluation.stats.Holm;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/** Fills a {@link MeasureTable}: ranks over columns, comparisons inside each column and over all. */
final class MeasureTableMaker {
    private static final double EQUAL = 1e-12;

    private final ComparisonTable table;
    private final Measure measure;
    private final @Nullable String baseline;
    private final ComparisonSettings settings;
    private final BlockMatrix matrix;
    private final DatasetGroups groups;
    private final BlockMatrix counted;
    private final Map<String, Row> known = new LinkedHashMap<>();

    MeasureTableMaker(
            ComparisonTable table,
            Measure measure,
            @Nullable String baseline,
            ComparisonSettings settings,
            DatasetGroups groups) {
        this.table = table;
        this.measure = measure;
        this.baseline = baseline;
        this.settings = settings;
        this.matrix = BlockMatrix.of(table, measure);
        this.groups = groups.among(table.datasets());
        this.counted = this.groups.applyTo(matrix);
        table.rows().forEach(row -> known.putIfAbsent(row.label(), row));
        if (baseline != null && !known.containsKey(baseline)) {
            throw new IllegalArgumentException("no configuration '" + baseline + "' among " + known.keySet());
        }
    }

    /** A column before its entries are laid out by line. */
    private record Filled(MeasureTable.Column column, Map<String, MeasureTable.Entry> entries) {}

    MeasureTable make() {
        List<Filled> filled = table.blocks().stream().map(this::fill).toList();
        boolean ranked = !matrix.blocks().isEmpty();
        boolean comparable = ranked && matrix.columns().size() > 1;
        double[] ranks = ranked ? counted.averageRanks() : new double[0];
        String reference = comparable
                ? (baseline == null ? WinnerRobustness.ranking(counted).get(0) : baseline)
                : null;
        Optional<Comparisons> overall =
                reference == null ? Optional.empty() : Optional.of(Comparisons.against(counted, reference, settings));
        double least = ranked ? Arrays.stream(ranks).min().orElseThrow() : 0;
        List<MeasureTable.Line> lines = new ArrayList<>();
        for (Row row : known.values()) {
            Double rank = ranked ? ranks[matrix.column(row.label())] : null;
            lines.add(new MeasureTable.Line(
                    row.label(),
                    row.detector(),
                    row.family(),
                    row.configId(),
                    filled.stream()
                            .map(each -> each.entries().getOrDefault(row.label(), absent(false)))
                            .toList(),
                    rank,
                    rank != null && rank <= least + EQUAL,
                    against(overall, row.label(), reference)));
        }
        MeasureTable made = new MeasureTable(
                measure,
                settings,
                baseline,
                filled.stream().map(Filled::column).toList(),
                lines,
                reference,
                counted.blocks().size(),
                overall.map(Comparisons::neededBlocks).orElse(0),
                List.of());
        return new MeasureTable(
                measure,
                settings,
                baseline,
                made.columns(),
                lines,
                reference,
                made.ranked(),
                made.neededColumns(),
                TableNotes.of(made, groups, matrix.blocks().size()));
    }

    private static @Nullable PairComparison against(
            Optional<Comparisons> comparisons, String label, @Nullable String reference) {
        return reference == null || label.equals(reference)
                ? null
                : comparisons.flatMap(made -> made.find(label, reference)).orElse(null);
    }

    private static MeasureTable.Entry absent(boolean imputed) {
        return new MeasureTable.Entry(new Cell(null, null, 0), null, 0, imputed, false, null);
    }

    private Filled fill(Block block) {
        int place = place(block);
        Map<String, Double> values = values(block, place);
        double best = values.values().stream()
                .mapToDouble(value -> oriented(value))
                .max()
                .orElse(Double.NaN);
        BlockMatrix seeds = place < 0 ? null : matrix.within(place);
        boolean comparable =
                seeds != null && !seeds.blocks().isEmpty() && seeds.columns().size() > 1;
        String reference = comparable ? (baseline == null ? bestOf(values, best) : baseline) : null;
        Optional<Comparisons> comparisons = Optional.empty();
        int needed = 0;
        if (seeds != null && reference != null) {
            needed = Holm.minimumBlocks(seeds.columns().size() - 1, settings.alpha());
            comparisons = Optional.of(Comparisons.against(seeds, reference, settings));
        }
        Map<String, MeasureTable.Entry> entries = new LinkedHashMap<>();
        for (String label : known.keySet()) {
            boolean imputed =
                    place >= 0 && matrix.cell(place, matrix.column(label)).anyImputed();
            entries.put(label, absent(imputed));
        }
        for (Row row : block.rows()) {
            MeasureTable.Entry empty = entries.getOrDefault(row.label(), absent(false));
            Double value = values.get(row.label());
            entries.put(
                    row.label(),
                    new MeasureTable.Entry(
                            row.cell(measure),
                            interval(row),
                            row.failed(),
                            empty.imputed(),
                            value != null && row.cell(measure).n() > 0 && oriented(value) >= best - EQUAL,
                            against(comparisons, row.label(), reference)));
        }
        int count = seeds == null ? 0 : seeds.blocks().size();
        return new Filled(
                new MeasureTable.Column(block.dataset(), block.protocol(), reference, count, needed), entries);
    }

    private double oriented(double value) {
        return measure.higherIsBetter() ? value : -value;
    }

    private String bestOf(Map<String, Double> values, double best) {
        return values.entrySet().stream()
                .filter(entry -> oriented(entry.getValue()) >= best - EQUAL)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** What decides who is best: the matrix's values, failed trials at chance level; where it leaves the block out, the means there are. */
    private Map<String, Double> values(Block block, int place) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (place >= 0) {
            for (int c = 0; c < matrix.columns().size(); c++) {
                values.put(
                        matrix.columns().get(c).label(), matrix.cell(place, c).value());
            }
            return values;
        }
        for (Row row : block.rows()) {
            Double mean = row.cell(measure).mean();
            if (mean != null) {
                values.put(row.label(), mean);
            }
        }
        return values;
    }

    private int place(Block block) {
        for (int b = 0; b < matrix.blocks().size(); b++) {
            if (matrix.blocks().get(b).dataset().equals(block.dataset())
                    && matrix.blocks().get(b).protocol().equals(block.protocol())) {
                return b;
            }
        }
        return -1;
    }

    private @Nullable Interval interval(Row row) {
        double[] values = row.trials().stream()
                .flatMapToDouble(trial -> measure.of(trial).stream())
                .toArray();
        if (values.length < 2) {
            return null;
        }
        int[][] drawn = Bootstrap.indices(
                values.length,
                settings.replicates(),
                new RandomStreams(settings.seed()).stream("export/mean-interval"));
        return Bootstrap.percentile(Bootstrap.replicates(values, drawn, Sample::mean), settings.level());
    }
}
