package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialScores;
import org.reconbench.evaluation.stats.DeLong;
import org.w3c.dom.Element;

/** Each data set says how sure its AUC-ROC is from its test rows. */
class TestRowUncertaintyTest {
    @TempDir
    Path directory;

    @Test
    void a_model_s_line_has_the_mean_delong_error_of_its_stored_scores() throws Exception {
        FabricatedRun run = FabricatedRun.families(3);
        Page page = Page.of(Files.readString(HtmlReport.write(run, directory.resolve("run"))));
        List<Element> tables =
                page.all("table", table -> table.getAttribute("id").startsWith("table-test-rows"));
        assertEquals(2, tables.size(), "one a protocol");
        Element line = Page.below(tables.get(0), "tr").stream()
                .filter(row -> row.getTextContent().strip().startsWith("vae"))
                .findFirst()
                .orElseThrow();
        List<DeLong> areas = run.trials().stream()
                .filter(TrialRecord::ok)
                .filter(trial -> trial.detector().name().equals("vae")
                        && trial.protocol().name().equals("contaminated"))
                .map(trial -> area(trial, run.scores(trial.trialId()).orElseThrow()))
                .toList();
        assertTrue(areas.size() > 1);
        double error = areas.stream()
                .mapToDouble(area -> Math.sqrt(area.variance()))
                .average()
                .orElseThrow();
        assertEquals(error, Double.parseDouble(Page.below(line, "td").get(2).getAttribute("data-v")), 1e-12);
        double low = areas.get(0).interval(0.95).lower();
        assertEquals(low, Double.parseDouble(Page.below(line, "td").get(3).getAttribute("data-v")), 1e-12);
    }

    private static DeLong area(TrialRecord trial, TrialScores scores) {
        return DeLong.of(scores.labels(), scores.score(Objects.requireNonNull(trial.score())))
                .orElseThrow();
    }
}
