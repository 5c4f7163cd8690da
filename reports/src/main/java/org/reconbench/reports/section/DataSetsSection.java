package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.ScoredBlock;
import org.reconbench.reports.study.Study;

/** Each data set and protocol by itself: seeds, curves, scores, thresholds. */
final class DataSetsSection implements SectionSource {
    /** A new kind of evidence is a new class and a line here. */
    private static final List<BlockPart> PARTS = List.of(
            new SeedPoints(),
            new RankingCurves(),
            new ScoreHistograms(),
            new Confusions(),
            new TestRowUncertainty(),
            new AssumedContamination());

    private static final double WEAK = 0.6;
    private static final double STRONG = 0.95;

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>(Overview.of(study));
        for (Block block : study.table().blocks()) {
            ScoredBlock scored = study.scored(block);
            List<Element> parts = PARTS.stream()
                    .flatMap(part -> part.of(study, scored).stream())
                    .toList();
            elements.addAll(Folded.of(study, block, "block", summary(study, block), parts));
        }
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("datasets", "Each data set", finding(study), elements));
    }

    private static String summary(Study study, Block block) {
        List<Row> rows = study.byQuality(Study.alive(block));
        if (rows.isEmpty()) {
            return "no result";
        }
        Row best = rows.get(0);
        return "best " + study.measure().title() + " " + Numbers.metric(best.cell(study.measure())) + " by "
                + best.label();
    }

    private static String finding(Study study) {
        List<Row> rows = study.table().rows().stream()
                .filter(row -> row.network() && row.cell(Measure.AUC_ROC).mean() != null)
                .toList();
        long weak = rows.stream().filter(row -> roc(row) < WEAK).count();
        long strong = rows.stream().filter(row -> roc(row) >= STRONG).count();
        Row hardest = null;
        for (Block block : study.table().blocks()) {
            List<Row> best = study.byQuality(Study.alive(block));
            if (!best.isEmpty() && (hardest == null || mean(study, best.get(0)) < mean(study, hardest))) {
                hardest = best.get(0);
            }
        }
        return "Of " + Numbers.count(rows.size(), "network") + " (configuration \u00d7 data set \u00d7 protocol), "
                + strong
                + (strong == 1 ? " ranks" : " rank") + " nearly all anomalies first (mean AUC-ROC at least 0.95) and "
                + weak + (weak == 1 ? " is" : " are") + " close to chance (below 0.6)" + hardest(study, hardest) + ".";
    }

    private static String hardest(Study study, @Nullable Row best) {
        return best == null
                ? ""
                : "; hardest is " + best.key().dataset() + ", " + best.key().protocol() + ", where the best reaches "
                        + study.measure().title() + " " + Numbers.metric(mean(study, best));
    }

    private static double roc(Row row) {
        Double mean = row.cell(Measure.AUC_ROC).mean();
        return mean == null ? Double.NaN : mean;
    }

    private static double mean(Study study, Row row) {
        Double mean = row.cell(study.measure()).mean();
        return mean == null ? Double.POSITIVE_INFINITY : mean;
    }
}
