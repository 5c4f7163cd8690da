package org.reconbench.harness.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.Sha256;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

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
 * @param seeds every seed, in order
 * @param planned how many trials were planned
 * @param trials how many final records
 * @param failed how many of them are not ok
 * @param finding who leads under each protocol, and whether that is real, in the report's words
 * @param warnings what to beware of, a sentence each
 * @param files what the site holds of it, relative to its directory
 */
public record PublishedRun(
        String runId,
        String directory,
        String name,
        String createdAt,
        List<String> datasets,
        List<String> protocols,
        List<String> configurations,
        List<Long> seeds,
        int planned,
        int trials,
        int failed,
        String finding,
        List<String> warnings,
        List<String> files) {

    /** Copies the lists; those that a file left out are empty. */
    public PublishedRun {
        datasets = copy(datasets);
        protocols = copy(protocols);
        configurations = copy(configurations);
        seeds = copy(seeds);
        warnings = copy(warnings);
        files = copy(files);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static PublishedRun of(RunArchive run) {
        Study study = new Study(run);
        List<TrialRecord> trials = study.trials();
        ComparisonTable table = study.table();
        int failed =
                Math.toIntExact(trials.stream().filter(trial -> !trial.ok()).count());
        return new PublishedRun(
                run.info().runId(),
                directory(run.info().runId()),
                run.info().name(),
                run.info().createdAt(),
                table.datasets(),
                table.protocols(),
                table.configurations(),
                trials.stream().map(TrialRecord::seed).distinct().sorted().toList(),
                run.info().planned(),
                trials.size(),
                failed,
                study.standings().isEmpty()
                        ? "Nothing to compare by " + study.measure().title() + "."
                        : study.standings().stream().map(PublishedRun::finding).collect(Collectors.joining(" ")),
                warnings(study, run.info().planned(), failed),
                List.of());
    }

    private static String finding(Standing standing) {
        boolean better = standing.lead().verdict().better();
        String words = standing.lead().verdict().words();
        String winner = standing.outcome().winner();
        String second = standing.outcome().runnerUp();
        return "By mean rank of " + standing.measure().title() + " over " + standing.where() + ": "
                + (better
                        ? winner + " is " + words + " than " + second + "."
                        : winner + " leads; against " + second + ": " + words + ".");
    }

    private static List<String> warnings(Study study, int planned, int failed) {
        List<String> warnings = new ArrayList<>();
        for (Standing standing : study.standings()) {
            standing.shortage().ifPresent(text -> warnings.add(standing.where() + ": " + text + "."));
        }
        int ended = study.trials().size();
        if (failed > 0) {
            warnings.add(failed + " of " + ended + " trials did not end ok.");
        }
        if (ended < planned) {
            warnings.add((planned - ended) + " of " + planned + " planned trials have no result yet.");
        }
        return warnings;
    }

    PublishedRun with(List<String> ownFiles) {
        return new PublishedRun(
                runId,
                directory,
                name,
                createdAt,
                datasets,
                protocols,
                configurations,
                seeds,
                planned,
                trials,
                failed,
                finding,
                warnings,
                ownFiles);
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
