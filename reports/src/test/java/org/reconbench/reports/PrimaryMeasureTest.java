package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.RunArchive;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;

/**
 * The measure that the experiment names decides on the page. On each of eight data sets {@code pr} is first by AUC-PR,
 * {@code roc} by AUC-ROC and {@code flag} by F1, each by a tenth and more.
 */
class PrimaryMeasureTest {
    private static final List<String> IDS = List.of("pr", "roc", "flag");

    @TempDir
    Path directory;

    private record Judged(FabricatedRun run, String primary) implements RunArchive {
        @Override
        public RunInfo info() {
            RunInfo info = run.info();
            return new RunInfo(
                    info.name(),
                    info.runId(),
                    info.createdAt(),
                    info.experimentJson(),
                    info.planned(),
                    info.detectors(),
                    info.datasets(),
                    info.environment(),
                    info.rerunCommand(),
                    new RunInfo.Stats(primary, 0.05, "flag", Map.of()));
        }

        @Override
        public List<TrialRecord> trials() {
            return run.trials().stream().map(PrimaryMeasureTest::told).toList();
        }

        @Override
        public Optional<TrialScores> scores(String trialId) {
            return run.scores(trialId);
        }

        @Override
        public Optional<Curve> curve(String trialId) {
            return run.curve(trialId);
        }

        @Override
        public Optional<TrialExplanation> explanation(String trialId) {
            return run.explanation(trialId);
        }
    }

    /** The record with the three measures that are told of its detector. */
    private static TrialRecord told(TrialRecord trial) {
        TrialRecord.Metrics drawn = Objects.requireNonNull(trial.metrics());
        double noise = drawn.aucRoc() == null ? 0 : 0.02 * drawn.aucRoc();
        String id = trial.detector().name();
        TrialRecord.Metrics metrics = new TrialRecord.Metrics(
                (id.equals("roc") ? 0.95 : 0.8) - noise,
                (id.equals("pr") ? 0.7 : id.equals("flag") ? 0.4 : 0.5) - noise,
                drawn.precision(),
                drawn.recall(),
                (id.equals("flag") ? 0.6 : 0.3) - noise,
                drawn.precisionAtN(),
                null);
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
                trial.detector(),
                trial.params(),
                trial.seed(),
                trial.score(),
                metrics,
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

    private Page page(String primary, int datasets) throws Exception {
        FabricatedRun run = new FabricatedRun(
                "three",
                IntStream.rangeClosed(1, datasets).mapToObj(i -> "d" + i).toList(),
                List.of("contaminated"),
                IDS.stream()
                        .map(id -> new FabricatedRun.Config(id, "ae", FabricatedRun.params(Map.of()), 2, null))
                        .toList(),
                2);
        return Page.of(Files.readString(HtmlReport.write(new Judged(run, primary), directory.resolve(primary))));
    }

    private static String finding(Page page, String section) {
        return Page.below(page.section(section), "p").get(0).getTextContent();
    }

    @ParameterizedTest
    @CsvSource({"auc_pr, pr, AUC-PR", "auc_roc, roc, AUC-ROC", "f1, flag, F1"})
    void the_leader_is_the_one_of_the_measure_that_decides_and_every_finding_names_it(
            String primary, String leader, String title) throws Exception {
        Page page = page(primary, 8);
        String verdict = finding(page, "summary");
        assertTrue(verdict.contains(": " + leader + " leads, clearly better than "), verdict);
        assertTrue(verdict.contains("difference in " + title + " "), verdict);
        String card = page.section("summary").getTextContent();
        assertTrue(
                card.contains(leader + " has the best mean rank by " + title + ": 1.00 among 3, mean " + title), card);
        String effects = page.section("effects").getTextContent();
        assertTrue(effects.contains("Each configuration against the leader " + leader + ","), effects);
        assertTrue(page.section("significance").getTextContent().contains("over 8 data sets by " + title));
        String held = page.section("robustness").getTextContent();
        assertTrue(held.contains("Place of the " + title + " leader"), held);
        assertTrue(held.contains("where the leader by " + title + " (" + leader + ") stands"), held);
        assertTrue(page.section("datasets").getTextContent().contains("Mean " + title + " over seeds, contaminated"));
        assertTrue(page.section("comparison").getTextContent().contains("Median " + title));
        assertTrue(page.section("comparison").getTextContent().contains("best " + title), "a note of the table");
    }

    @ParameterizedTest
    @CsvSource({"auc_pr, 2 clearly better", "f1, 2 clearly worse"})
    void all_are_compared_with_the_baseline_too(String primary, String summary) throws Exception {
        String effects = page(primary, 8).section("effects").getTextContent();
        assertTrue(
                effects.contains(
                        "Against flag, the experiment's baseline, contaminated, 8 data sets \u2013 " + summary),
                effects);
        assertTrue(effects.contains("after Holm over these 2 comparisons"), effects);
    }

    @Test
    void nothing_is_called_best_by_another_measure() throws Exception {
        for (int datasets : List.of(1, 8)) {
            String text = page("auc_roc", datasets).text();
            for (String words : List.of("by AUC-PR", "est AUC-PR", "against AUC-PR", "mean AUC-PR over")) {
                int at = text.indexOf(words);
                assertFalse(at >= 0, () -> words + ": " + text.substring(Math.max(0, at - 200), at + 100));
            }
        }
    }

    @Test
    void chance_is_the_measure_s_own() throws Exception {
        assertTrue(page("auc_pr", 1).text().contains("chance: the share of anomalies"));
        String roc = page("auc_roc", 1).section("datasets").getTextContent();
        assertTrue(roc.contains("AUC-ROC by seed"), roc);
        assertTrue(roc.contains("chance: 0.5"), roc);
    }
}
