package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.table.BestConfiguration;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.ParameterGrid;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Heat maps of a two-parameter grid, and what became of the seed document's best cell. */
final class GridSection implements SectionSource {
    private static final String CLAIM_BETA = "0.1";
    private static final String CLAIM_LATENT = "10";

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        boolean claimed = false;
        for (Block block : study.table().blocks()) {
            for (ParameterGrid grid : grids(block)) {
                Optional<BestConfiguration> best = BestConfiguration.in(
                        block, Measure.AUC_PR, row -> row.detector().equals(grid.detector()));
                if (best.isEmpty()) {
                    continue;
                }
                findings.add(Study.title(block) + ": " + name(grid, best.get().best()) + " ("
                        + best.get().verdict().words() + ")");
                List<String> statements = new ArrayList<>();
                statements.add(statement(grid, best.get()));
                claim(grid, best.get()).ifPresent(statements::add);
                claimed |= statements.size() > 1;
                elements.addAll(Folded.of(
                        study,
                        block,
                        "grid-" + grid.detector(),
                        grid.detector(),
                        List.of(new Element.Bullets(statements), figures(study, block, grid, best.get()))));
            }
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        String finding = "Best cell by AUC-PR \u2013 " + String.join("; ", findings)
                + (claimed ? "; the seed document names beta = 0.1, latent = 10." : ".");
        return Optional.of(new Section("grid", "Parameter grid", finding, elements));
    }

    private static List<ParameterGrid> grids(Block block) {
        return block.rows().stream()
                .map(Row::detector)
                .distinct()
                .flatMap(detector -> ParameterGrid.of(block, detector).stream())
                .toList();
    }

    private static String name(ParameterGrid grid, Row row) {
        return grid.rowParam() + " = " + row.varying().get(grid.rowParam()) + ", " + grid.columnParam() + " = "
                + row.varying().get(grid.columnParam());
    }

    private static String statement(ParameterGrid grid, BestConfiguration best) {
        String start = "Best by AUC-PR: " + name(grid, best.best()) + " with " + measured(best.best());
        Row second = best.runnerUp();
        PairedDifference lead = best.lead();
        if (second == null || lead == null) {
            return start + ".";
        }
        return start + "; its lead over " + name(grid, second) + " is " + Numbers.difference(lead) + ": "
                + verdict(best.verdict()) + ".";
    }

    private static String verdict(BestConfiguration.Verdict verdict) {
        return switch (verdict) {
            case BEYOND_NOISE -> "beyond noise";
            case WITHIN_NOISE -> "within noise, so the grid does not single out one cell";
            case NOT_ENOUGH_DATA ->
                "too few seeds for a verdict (at least " + PairedDifference.MIN_PAIRS + " are needed)";
        };
    }

    private static String measured(Row row) {
        return "AUC-PR " + Numbers.metric(row.cell(Measure.AUC_PR)) + " and AUC-ROC "
                + Numbers.metric(row.cell(Measure.AUC_ROC)) + " (n = "
                + Numbers.count(row.cell(Measure.AUC_PR).n(), "seed") + ")";
    }

    private static Optional<String> claim(ParameterGrid grid, BestConfiguration best) {
        boolean betaFirst = grid.rowParam().equals("beta") && grid.columnParam().equals("latent");
        boolean betaLast =
                grid.rowParam().equals("latent") && grid.columnParam().equals("beta");
        Optional<Row> named = betaFirst
                ? grid.at(CLAIM_BETA, CLAIM_LATENT)
                : betaLast ? grid.at(CLAIM_LATENT, CLAIM_BETA) : Optional.empty();
        if (named.isEmpty() || named.get().cell(Measure.AUC_PR).mean() == null) {
            return Optional.empty();
        }
        String start =
                "The seed document claims beta = 0.1, latent = 10 as the best, with AUC-ROC about 0.99 and AUC-PR"
                        + " about 0.90. Measured here for that cell: " + measured(named.get());
        if (named.get().label().equals(best.best().label())) {
            return Optional.of(start + "; it is the best cell here too.");
        }
        PairedDifference behind = BestConfiguration.lead(best.best(), named.get(), Measure.AUC_PR);
        return Optional.of(start + "; the best cell here differs from it by "
                + (behind == null ? "an amount without common seeds" : Numbers.difference(behind)) + " in AUC-PR"
                + (behind == null || behind.n() < PairedDifference.MIN_PAIRS
                        ? "."
                        : behind.conclusive()
                                ? ": beyond noise, so the claim does not hold here."
                                : ": within noise, so the claim is neither confirmed nor refuted here."));
    }

    private static Figures figures(Study study, Block block, ParameterGrid grid, BestConfiguration best) {
        return new Figures(
                "Mean over seeds in each cell, with \u00b1 one standard deviation below it, on " + Study.title(block)
                        + ". Brighter is better; the frame marks the best mean. Each map has its own colour scale.",
                Figures.Size.HALF,
                List.of(
                        panel(study, block, grid, Measure.AUC_PR, best.best()),
                        panel(study, block, grid, Measure.AUC_ROC, top(grid, Measure.AUC_ROC))));
    }

    private static @Nullable Row top(ParameterGrid grid, Measure measure) {
        Row top = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Row row : inOrder(grid)) {
            Double mean = row.cell(measure).mean();
            if (mean != null && mean > most) {
                most = mean;
                top = row;
            }
        }
        return top;
    }

    private static List<Row> inOrder(ParameterGrid grid) {
        return grid.rowValues().stream()
                .flatMap(up -> grid.columnValues().stream().flatMap(column -> grid.at(up, column).stream()))
                .toList();
    }

    private static Figures.Panel panel(
            Study study, Block block, ParameterGrid grid, Measure measure, @Nullable Row best) {
        List<HeatPlot.Cell> cells = grid.rowValues().stream()
                .flatMap(up -> grid.columnValues().stream()
                        .map(column -> grid.at(up, column)
                                .map(row -> cell(
                                        row.cell(measure),
                                        best != null && row.label().equals(best.label())))
                                .orElse(new HeatPlot.Cell(null, "not run", false))))
                .toList();
        String values = inOrder(grid).stream()
                .map(row -> name(grid, row) + ": "
                        + Numbers.metric(row.cell(measure).mean()))
                .collect(Collectors.joining("; "));
        return new Figures.Panel(
                study.panelId("grid", measure.id(), block.dataset(), block.protocol(), grid.detector()),
                measure.title() + " by " + grid.rowParam() + " and " + grid.columnParam() + " on " + Study.title(block)
                        + (best == null ? "" : "; best at " + name(grid, best)) + ". " + values + ".",
                new HeatPlot(
                        measure.title() + " \u00b7 " + Study.title(block),
                        grid.columnParam(),
                        grid.rowParam(),
                        grid.columnValues(),
                        grid.rowValues(),
                        cells,
                        "mean " + measure.title(),
                        500,
                        Math.max(300, 150 + 84 * grid.rowValues().size())));
    }

    private static HeatPlot.Cell cell(Cell cell, boolean best) {
        Double mean = cell.mean();
        Double sd = cell.sd();
        if (mean == null) {
            return new HeatPlot.Cell(null, "no result", false);
        }
        return new HeatPlot.Cell(
                mean, Numbers.metric(mean) + (sd == null ? "" : "\n\u00b1 " + Numbers.metric(sd)), best);
    }
}
