package org.reconbench.reports.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.stats.Interval;

/** A measure's table as maps and lists for a JSON writer, schema {@value #SCHEMA}: every number in full, null where absent. */
public final class MeasureJson {
    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.table/1";

    private MeasureJson() {}

    /** The content, keys in the order to write. */
    public static Map<String, @Nullable Object> of(MeasureTable table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("measure", table.measure().id());
        json.put("title", table.measure().title());
        json.put("higher_is_better", table.measure().higherIsBetter());
        json.put("test_labels_used", table.measure().oracle());
        json.put("baseline", table.baseline());
        json.put("compared_with", table.reference());
        json.put("settings", settings(table.settings()));
        json.put("ranked_columns", table.ranked());
        json.put("needed_columns", table.neededColumns());
        json.put("columns", table.columns().stream().map(MeasureJson::column).toList());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (MeasureTable.Line line : table.lines()) {
            rows.add(row(table, line));
        }
        json.put("rows", rows);
        json.put("notes", table.notes());
        return json;
    }

    private static Map<String, @Nullable Object> settings(ComparisonSettings settings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("alpha", settings.alpha());
        json.put("rope", settings.rope());
        json.put("level", settings.level());
        json.put("replicates", settings.replicates());
        json.put("samples", settings.samples());
        json.put("seed", settings.seed());
        return json;
    }

    private static Map<String, @Nullable Object> column(MeasureTable.Column column) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dataset", column.dataset());
        json.put("protocol", column.protocol());
        json.put("compared_with", column.reference());
        json.put("seeds", column.seeds());
        json.put("needed_seeds", column.neededSeeds());
        return json;
    }

    private static Map<String, @Nullable Object> row(MeasureTable table, MeasureTable.Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("configuration", line.label());
        json.put("detector", line.detector());
        json.put("family", line.family());
        json.put("config_id", line.configId());
        json.put("average_rank", line.averageRank());
        json.put("best_rank", line.bestRank());
        json.put("comparison", comparison(line.overall()));
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            MeasureTable.Column column = table.columns().get(c);
            MeasureTable.Entry entry = line.entries().get(c);
            Map<String, @Nullable Object> cell = new LinkedHashMap<>();
            cell.put("dataset", column.dataset());
            cell.put("protocol", column.protocol());
            cell.put("n", entry.cell().n());
            cell.put("mean", entry.cell().mean());
            cell.put("sd", entry.cell().sd());
            cell.put("interval", interval(entry.interval()));
            cell.put("failed", entry.failed());
            cell.put("imputed", entry.imputed());
            cell.put("best", entry.best());
            cell.put("comparison", comparison(entry.comparison()));
            cells.add(cell);
        }
        json.put("cells", cells);
        return json;
    }

    /** A comparison as maps and lists; null for none. */
    public static @Nullable Map<String, @Nullable Object> comparison(@Nullable PairComparison made) {
        if (made == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("with", made.second());
        json.put("blocks", made.blocks());
        json.put("difference", made.difference());
        json.put("interval", interval(made.interval()));
        json.put("p", made.test().p());
        json.put("p_adjusted", made.adjustedP());
        json.put("p_better", made.posterior().firstBetter());
        json.put("p_equivalent", made.posterior().equivalent());
        json.put("p_worse", made.posterior().secondBetter());
        json.put("wins", made.winTieLoss().wins());
        json.put("ties", made.winTieLoss().ties());
        json.put("losses", made.winTieLoss().losses());
        json.put("verdict", made.verdict().words());
        json.put("better", made.better().orElse(null));
        json.put("imputed_blocks", made.imputed());
        json.put("verdict_without_imputed", made.verdictWithoutImputed().words());
        return json;
    }

    private static @Nullable List<Double> interval(@Nullable Interval interval) {
        return interval == null ? null : List.of(interval.lower(), interval.upper());
    }
}
