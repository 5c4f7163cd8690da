package org.reconbench.harness.publish;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.Sha256;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.comparison.ComparisonSettings;
import org.reconbench.evaluation.comparison.DatasetGroups;
import org.reconbench.evaluation.comparison.Outcome;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;

/**
 * What the index says of a run.
 *
 * @param runId its id: publishing it again replaces it
 * @param directory where its report lies, under the site's {@code runs}
 * @param name of the experiment
 * @param createdAt RFC 3339, UTC
 * @param datasets names
 * @param protocols labels
 * @param configurations labels
 * @param trials how many final records
 * @param failed how many of them are not ok
 * @param winner the configuration with the best average rank by AUC-PR; null where nothing can be compared
 * @param finding one sentence on it
 */
public record PublishedRun(
        String runId,
        String directory,
        String name,
        String createdAt,
        List<String> datasets,
        List<String> protocols,
        List<String> configurations,
        int trials,
        int failed,
        @Nullable String winner,
        String finding) {

    /** Copies the lists. */
    public PublishedRun {
        datasets = List.copyOf(datasets);
        protocols = List.copyOf(protocols);
        configurations = List.copyOf(configurations);
    }

    static PublishedRun of(RunArchive run) {
        List<TrialRecord> trials = run.trials();
        ComparisonTable table = ComparisonTable.of(trials);
        DatasetGroups groups = DatasetGroups.of(run.info(), table.datasets());
        Optional<Outcome> outcome =
                Outcome.of(groups.applyTo(BlockMatrix.of(table, Measure.AUC_PR)), ComparisonSettings.of(run.info()));
        return new PublishedRun(
                run.info().runId(),
                directory(run.info().runId()),
                run.info().name(),
                run.info().createdAt(),
                table.datasets(),
                table.protocols(),
                table.configurations(),
                trials.size(),
                Math.toIntExact(trials.stream().filter(trial -> !trial.ok()).count()),
                outcome.map(Outcome::winner).orElse(null),
                outcome.map(found -> finding(found, table, groups)).orElse("Nothing to compare by AUC-PR."));
    }

    private static String finding(Outcome outcome, ComparisonTable table, DatasetGroups groups) {
        int blocks = outcome.lead().blocks();
        return outcome.winner() + " has the best average rank by AUC-PR over " + blocks
                + (blocks == 1 ? " data set" : table.protocols().size() == 1 ? " data sets" : " data sets x protocols")
                + (groups.members().isEmpty() ? "" : ", near-identical ones counted once")
                + "; against the runner-up, " + outcome.runnerUp()
                + ": " + outcome.lead().verdict().words() + ".";
    }

    /** A directory name from a run's id: the id itself where it is plain, else a plain form of it with a hash. */
    private static String directory(String runId) {
        if (runId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            return runId;
        }
        String plain = runId.replaceAll("[^A-Za-z0-9]+", "-");
        return "run-" + plain.substring(0, Math.min(40, plain.length())) + "-"
                + Sha256.hexOf(runId).substring(0, 8);
    }
}
