package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.stats.Sample;

/**
 * The rules behind the notes of a row: one method each, its threshold in its Javadoc.
 *
 * <p>Means are compared with a tolerance of {@value #EQUAL}; below it they count as equal.
 */
final class NoteRules {
    private static final double EQUAL = 1e-12;
    /** A network is fast below this share of the median network's train seconds. */
    static final double FAST = 0.67;
    /** A network is slow above this multiple of the median network's train seconds. */
    static final double SLOW = 1.5;
    /** Fast and slow need this many networks to have a median worth the name. */
    static final int MIN_NETWORKS = 3;

    private interface Rule {
        Optional<Note> note(Row row, Block block, Measure deciding);
    }

    private static final List<Rule> RULES = List.of(
            NoteRules::diverged,
            NoteRules::failed,
            NoteRules::best,
            NoteRules::notAboveNorm,
            NoteRules::collapsed,
            NoteRules::noActiveUnits,
            NoteRules::pace);

    private NoteRules() {}

    static Block annotate(Block block, Measure deciding) {
        List<Row> rows = new ArrayList<>();
        for (Row row : block.rows()) {
            rows.add(row.withNotes(RULES.stream()
                    .flatMap(rule -> rule.note(row, block, deciding).stream())
                    .toList()));
        }
        return new Block(block.dataset(), block.protocol(), rows);
    }

    /** {@code diverged k/n}: k of the row's n trials diverged, k at least 1. */
    private static Optional<Note> diverged(Row row, Block block, Measure deciding) {
        long count = row.trials().stream()
                .filter(trial -> trial.status() == TrialStatus.DIVERGED)
                .count();
        return share(Note.Kind.DIVERGED, "diverged", count, row.trials().size());
    }

    /** {@code failed k/n}: k of the row's n trials ended neither ok nor diverged, k at least 1. */
    private static Optional<Note> failed(Row row, Block block, Measure deciding) {
        long count = row.trials().stream()
                .filter(trial -> !trial.ok() && trial.status() != TrialStatus.DIVERGED)
                .count();
        return share(Note.Kind.FAILED, "failed", count, row.trials().size());
    }

    /** {@code best AUC-PR}, or whatever measure decides: no row of the block has a higher mean, and at least one has a lower one. */
    private static Optional<Note> best(Row row, Block block, Measure deciding) {
        Double mine = row.cell(deciding).mean();
        if (mine == null) {
            return Optional.empty();
        }
        double[] others = block.rows().stream()
                .map(other -> other.cell(deciding).mean())
                .filter(mean -> mean != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        boolean topped = false;
        boolean tops = false;
        for (double other : others) {
            topped |= other > mine + EQUAL;
            tops |= other < mine - EQUAL;
        }
        return tops && !topped ? Optional.of(new Note(Note.Kind.BEST, "best " + deciding.title())) : Optional.empty();
    }

    /**
     * {@code below norm}, or {@code level with norm} when equal: the mean of the deciding measure does not exceed that of the {@code
     * norm} row of the block, both taken over the seeds that have the value in both rows. Not said of {@code norm}
     * itself.
     */
    private static Optional<Note> notAboveNorm(Row row, Block block, Measure deciding) {
        Optional<Row> norm = block.detector("norm");
        if (row.detector().equals("norm") || norm.isEmpty()) {
            return Optional.empty();
        }
        Pairs pairs = Pairs.of(row, norm.get(), deciding);
        if (pairs.size() == 0) {
            return Optional.empty();
        }
        double difference = Sample.mean(pairs.first()) - Sample.mean(pairs.second());
        if (difference > EQUAL) {
            return Optional.empty();
        }
        return Optional.of(new Note(Note.Kind.NOT_ABOVE_NORM, difference < -EQUAL ? "below norm" : "level with norm"));
    }

    /**
     * {@code collapsed k/n}: in k of the n trials that say so, the score's Spearman correlation with the squared norm of
     * the centred row is above 0.99; k at least 1.
     */
    private static Optional<Note> collapsed(Row row, Block block, Measure deciding) {
        List<Boolean> flags = row.trials().stream()
                .filter(TrialRecord::ok)
                .map(trial ->
                        trial.diagnostics() == null ? null : trial.diagnostics().collapsed())
                .filter(flag -> flag != null)
                .toList();
        long count = flags.stream().filter(flag -> flag).count();
        return share(Note.Kind.COLLAPSED, "collapsed", count, flags.size());
    }

    /** {@code 0 active units}: every trial that counts active latent units has none. */
    private static Optional<Note> noActiveUnits(Row row, Block block, Measure deciding) {
        List<Integer> units = row.trials().stream()
                .filter(TrialRecord::ok)
                .map(trial ->
                        trial.diagnostics() == null ? null : trial.diagnostics().activeUnits())
                .filter(count -> count != null)
                .toList();
        boolean none = !units.isEmpty() && units.stream().allMatch(count -> count == 0);
        return none ? Optional.of(new Note(Note.Kind.NO_ACTIVE_UNITS, "0 active units")) : Optional.empty();
    }

    /**
     * {@code fast} below {@value #FAST} times, {@code slow} above {@value #SLOW} times the median of the networks' mean
     * train seconds in the block. Said of networks only, and if there are at least {@value #MIN_NETWORKS}.
     */
    private static Optional<Note> pace(Row row, Block block, Measure deciding) {
        double[] seconds = block.rows().stream()
                .filter(Row::network)
                .map(network -> network.cell(Measure.TRAIN_SECONDS).mean())
                .filter(mean -> mean != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        @Nullable Double mine = row.cell(Measure.TRAIN_SECONDS).mean();
        if (!row.network() || mine == null || seconds.length < MIN_NETWORKS) {
            return Optional.empty();
        }
        double median = Sample.median(seconds);
        if (mine < FAST * median) {
            return Optional.of(new Note(Note.Kind.FAST, "fast"));
        }
        return mine > SLOW * median ? Optional.of(new Note(Note.Kind.SLOW, "slow")) : Optional.empty();
    }

    private static Optional<Note> share(Note.Kind kind, String word, long count, int of) {
        return count == 0 ? Optional.empty() : Optional.of(new Note(kind, word + " " + count + "/" + of));
    }
}
