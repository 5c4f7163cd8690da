package org.reconbench.reports.study;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Palette;

/** A stored run, summed up once for all sections. Scores and curves are read when asked for, and not kept. */
public final class Study {
    private final RunArchive archive;
    private final List<TrialRecord> trials;
    private final ComparisonTable table;
    private final DatasetGroups groups;
    private final Measure measure;
    private final Map<String, Look> looks;
    private @Nullable List<Standing> standings;
    private final Map<String, String> panelIds = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Sums up a run. */
    public Study(RunArchive archive) {
        this.archive = archive;
        this.trials = archive.trials();
        this.measure = measure(archive.info());
        this.table = ComparisonTable.of(trials, measure);
        this.groups = DatasetGroups.of(archive.info(), table.datasets());
        this.looks = looks(table);
    }

    private static Measure measure(RunInfo info) {
        String id = info.stats().primary();
        return Measure.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "primary = '" + id + "': must be one of " + String.join(", ", Measure.ids())));
    }

    private static Map<String, Look> looks(ComparisonTable table) {
        Map<String, Look> looks = new LinkedHashMap<>();
        int compared = 0;
        int references = 0;
        for (Row row : table.rows()) {
            if (!looks.containsKey(row.label())) {
                looks.put(row.label(), row.network() ? Palette.compared(compared++) : Palette.reference(references++));
            }
        }
        return Collections.unmodifiableMap(looks);
    }

    /** What was asked, and where it ran. */
    public RunInfo info() {
        return archive.info();
    }

    /** Near-identical data sets that count as one. */
    public DatasetGroups groups() {
        return groups;
    }

    /** How verdicts are reached. */
    public ComparisonSettings settings() {
        return ComparisonSettings.of(info());
    }

    /** What decides who is better, as the run's experiment says. */
    public Measure measure() {
        return measure;
    }

    /** One measure under one protocol over blocks, near-identical data sets counted as one. */
    public BlockMatrix matrix(Measure measure, String protocol) {
        return groups.applyTo(BlockMatrix.of(table, measure).protocol(protocol));
    }

    /** Every final record, in the order of the plan. */
    public List<TrialRecord> trials() {
        return trials;
    }

    /** The comparison table. */
    public ComparisonTable table() {
        return table;
    }

    /** Looks by configuration label, in plan order. */
    public Map<String, Look> looks() {
        return looks;
    }

    /** The look of a row's configuration, the same in every picture. */
    public Look look(Row row) {
        return look(row.label());
    }

    /** The look of a configuration by its label. */
    public Look look(String label) {
        Look look = looks.get(label);
        if (look == null) {
            throw new IllegalArgumentException("no look for configuration '" + label + "'");
        }
        return look;
    }

    /** How the configurations stand under each protocol; empty with fewer than two configurations. */
    public List<Standing> standings() {
        List<Standing> known = standings;
        if (known == null) {
            known = Standing.of(this);
            standings = known;
        }
        return known;
    }

    /** What to call a block: {@code seed-blobs, contaminated}. */
    public static String title(Block block) {
        return block.dataset() + ", " + block.protocol();
    }

    /** The rows of a block that have at least one trial with numbers. */
    public static List<Row> alive(Block block) {
        return block.rows().stream().filter(row -> row.ok() > 0).toList();
    }

    /** The mean number of active latent units over the rows' trials that tell it. */
    public static OptionalDouble activeUnits(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.trials().stream())
                .filter(TrialRecord::ok)
                .map(TrialRecord::diagnostics)
                .filter(Objects::nonNull)
                .map(TrialRecord.Diagnostics::activeUnits)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
    }

    /** How much the report shows of each block. */
    public Room room() {
        return new Room(table.blocks().size());
    }

    /** The rows, best mean of the deciding measure first, equal ones and those without one in their own order. */
    public List<Row> byQuality(List<Row> rows) {
        return byQuality(rows, measure);
    }

    static List<Row> byQuality(List<Row> rows, Measure measure) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> {
                    Double mean = row.cell(measure).mean();
                    return mean == null ? Double.POSITIVE_INFINITY : -mean;
                }))
                .toList();
    }

    /** A block with its stored primary scores; trials without scores or with one class left out. */
    public ScoredBlock scored(Block block) {
        Map<Row, List<ScoredBlock.Scored>> scored = new LinkedHashMap<>();
        for (Row row : block.rows()) {
            List<ScoredBlock.Scored> ofRow = row.trials().stream()
                    .flatMap(trial -> scored(trial).stream())
                    .toList();
            if (!ofRow.isEmpty()) {
                scored.put(row, ofRow);
            }
        }
        return new ScoredBlock(block, scored, measure);
    }

    private Optional<ScoredBlock.Scored> scored(TrialRecord trial) {
        return primary(trial)
                .filter(found -> found.scores().labels().anomalies() > 0
                        && found.scores().labels().normals() > 0)
                .map(found -> new ScoredBlock.Scored(trial, found.id(), found.scores()));
    }

    /**
     * The looks of a block's rows in one picture: each its own where they are few; else the best by the deciding measure theirs, the
     * others that of context.
     */
    public Map<Row, Look> together(List<Row> rows) {
        boolean few = rows.size() <= Room.TOGETHER;
        List<Row> coloured = few ? rows : byQuality(rows).subList(0, Room.COLOURED);
        Map<Row, Look> looks = new LinkedHashMap<>();
        for (Row row : rows) {
            looks.put(row, coloured.contains(row) ? look(row) : Palette.CONTEXT);
        }
        return looks;
    }

    /** The stored primary score of a trial, if it has one. */
    public Optional<PrimaryScore> primary(TrialRecord trial) {
        String score = trial.score();
        if (!trial.ok() || score == null) {
            return Optional.empty();
        }
        return archive.scores(trial.trialId())
                .filter(scores -> scores.ids().contains(score))
                .map(scores -> new PrimaryScore(score, scores));
    }

    /**
     * The stored explanation of a trial; empty if it has none.
     *
     * @throws org.reconbench.core.InputException if the file that holds it cannot be read
     */
    public Optional<TrialExplanation> explanation(TrialRecord trial) {
        return trial.ok() ? archive.explanation(trial.trialId()) : Optional.empty();
    }

    /** The name of a feature of a data set, of its columns where the run knows them. */
    public String feature(String dataset, int feature) {
        return info().datasets().stream()
                .filter(note ->
                        note.name().equals(dataset) && note.featureNames().size() > feature)
                .findFirst()
                .map(note -> note.featureNames().get(feature))
                .orElse("column " + (feature + 1));
    }

    /** The stored training curves of a row's ok trials. */
    public List<Curve> curves(Row row) {
        return row.trials().stream()
                .filter(TrialRecord::ok)
                .flatMap(trial -> archive.curve(trial.trialId()).stream())
                .filter(curve -> !curve.rows().isEmpty())
                .toList();
    }

    /** The stored curves of a block's rows as far as they are wanted; rows without any are left out. */
    public Map<Row, List<Curve>> curves(Block block, Predicate<Curve> wanted) {
        Map<Row, List<Curve>> curves = new LinkedHashMap<>();
        for (Row row : block.rows()) {
            List<Curve> ofRow = curves(row).stream().filter(wanted).toList();
            if (!ofRow.isEmpty()) {
                curves.put(row, ofRow);
            }
        }
        return curves;
    }

    /** What the run knows of a detector. */
    public Optional<RunInfo.DetectorNote> detector(String id) {
        return info().detectors().stream().filter(note -> note.id().equals(id)).findFirst();
    }

    /**
     * A file name for a panel made of these parts: lower-case letters, digits and hyphens, another one for each set of
     * parts.
     */
    public String panelId(String... parts) {
        String key = String.join("\n", parts);
        @Nullable String known = panelIds.get(key);
        if (known != null) {
            return known;
        }
        String slug = Slug.of(parts);
        String id = slug;
        for (int i = 2; !taken.add(id); i++) {
            id = slug + "-" + i;
        }
        panelIds.put(key, id);
        return id;
    }

    /** The primary score of a trial over its test rows. */
    public record PrimaryScore(String id, TrialScores scores) {
        /** A copy of the values. */
        public double[] values() {
            return scores.score(id);
        }
    }
}
