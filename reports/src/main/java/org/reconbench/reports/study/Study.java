package org.reconbench.reports.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.metrics.Ranking;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Palette;

/** A stored run, summed up once for all sections. Scores and curves are read when asked for, and not kept. */
public final class Study {
    private final RunArchive archive;
    private final List<TrialRecord> trials;
    private final ComparisonTable table;
    private final Map<String, Look> looks;
    private final Map<String, String> panelIds = new LinkedHashMap<>();

    /** Sums up a run. */
    public Study(RunArchive archive) {
        this.archive = archive;
        this.trials = archive.trials();
        this.table = ComparisonTable.of(trials);
        this.looks = looks(table);
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
        Look look = looks.get(row.label());
        if (look == null) {
            throw new IllegalArgumentException("no look for configuration '" + row.label() + "'");
        }
        return look;
    }

    /** What to call a block: {@code seed-blobs, contaminated}. */
    public static String title(Block block) {
        return block.dataset() + ", " + block.protocol();
    }

    /** The rows of a block that have at least one trial with numbers. */
    public static List<Row> alive(Block block) {
        return block.rows().stream().filter(row -> row.ok() > 0).toList();
    }

    /** The stored rankings of a row's trials by the primary score; trials without scores or with one class left out. */
    public List<Ranking> rankings(Row row) {
        List<Ranking> rankings = new ArrayList<>();
        for (TrialRecord trial : row.trials()) {
            primary(trial).ifPresent(found -> {
                Ranking ranking = Ranking.of(found.scores().labels(), found.values());
                if (ranking.undefined().isEmpty()) {
                    rankings.add(ranking);
                }
            });
        }
        return rankings;
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

    /** The stored training curves of a row's ok trials. */
    public List<Curve> curves(Row row) {
        return row.trials().stream()
                .filter(TrialRecord::ok)
                .flatMap(trial -> archive.curve(trial.trialId()).stream())
                .filter(curve -> !curve.rows().isEmpty())
                .toList();
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
        for (int i = 2; panelIds.containsValue(id); i++) {
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
