package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** What the latent units of variational networks carry: KL per unit, active units against their forecast, KL share. */
final class LatentSection implements SectionSource {
    private static final int UNITS = 20;
    private static final int ROWS = 12;

    /** What the trials of a row say, each a mean over those that say it. */
    private record Summary(
            Row row,
            List<Double> perUnit,
            @Nullable Double active,
            @Nullable Double forecast,
            @Nullable Double share,
            @Nullable Double sigma) {}

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<Summary> all = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            List<Summary> summaries = study.byQuality(Study.alive(block)).stream()
                    .map(LatentSection::summary)
                    .filter(summary -> summary.active() != null)
                    .toList();
            if (!summaries.isEmpty()) {
                List<Element> parts = new ArrayList<>();
                figure(study, block, summaries).ifPresent(parts::add);
                parts.add(table(study, block, summaries));
                elements.addAll(Folded.of(study, block, "latent", "", parts));
                all.addAll(summaries);
            }
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("latent", "Why: latent units", finding(all), elements));
    }

    private static String finding(List<Summary> all) {
        long none = all.stream().filter(each -> active(each) == 0).count();
        long forecast = all.stream().filter(each -> each.forecast() != null).count();
        long hit = all.stream()
                .filter(each -> {
                    Double expected = each.forecast();
                    return expected != null && Math.abs(expected - active(each)) <= 1;
                })
                .count();
        return "Of " + Numbers.count(all.size(), "variational network")
                + " (configuration \u00d7 data set \u00d7 protocol) "
                + none + (none == 1 ? " has" : " have") + " no active latent unit"
                + (forecast == 0
                        ? "."
                        : "; the forecast made before training is within one unit of the truth for " + hit + " of "
                                + forecast + ".");
    }

    private static double active(Summary summary) {
        return Objects.requireNonNull(summary.active());
    }

    private static Summary summary(Row row) {
        List<TrialRecord.Diagnostics> known = row.trials().stream()
                .filter(TrialRecord::ok)
                .map(TrialRecord::diagnostics)
                .filter(Objects::nonNull)
                .toList();
        return new Summary(
                row,
                perUnit(known),
                mean(known.stream()
                        .map(TrialRecord.Diagnostics::activeUnits)
                        .map(LatentSection::real)
                        .toList()),
                mean(known.stream()
                        .map(TrialRecord.Diagnostics::activeForecast)
                        .map(LatentSection::real)
                        .toList()),
                mean(known.stream().map(TrialRecord.Diagnostics::klShare).toList()),
                mean(known.stream()
                        .map(TrialRecord.Diagnostics::meanPosteriorSigma)
                        .toList()));
    }

    private static @Nullable Double real(@Nullable Integer whole) {
        return whole == null ? null : whole.doubleValue();
    }

    private static @Nullable Double mean(List<? extends @Nullable Double> values) {
        double sum = 0;
        int count = 0;
        for (Double value : values) {
            if (value != null) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    /** KL of the strongest unit, the next, ...: each trial's units sorted, then averaged over trials. */
    private static List<Double> perUnit(List<TrialRecord.Diagnostics> known) {
        List<List<Double>> sorted = new ArrayList<>();
        for (TrialRecord.Diagnostics each : known) {
            List<Double> units = each.klPerUnit();
            if (units != null && !units.isEmpty()) {
                List<Double> copy = new ArrayList<>(units);
                copy.sort(Collections.reverseOrder());
                sorted.add(copy);
            }
        }
        int units = sorted.stream().mapToInt(List::size).min().orElse(0);
        List<Double> means = new ArrayList<>();
        for (int unit = 0; unit < Math.min(units, UNITS); unit++) {
            int at = unit;
            means.add(sorted.stream()
                    .mapToDouble(values -> values.get(at))
                    .average()
                    .orElseThrow());
        }
        return means;
    }

    private static Optional<Figures> figure(Study study, Block block, List<Summary> summaries) {
        List<Summary> shown = summaries.stream()
                .filter(summary -> !summary.perUnit().isEmpty())
                .limit(ROWS)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int units = shown.stream()
                .mapToInt(summary -> summary.perUnit().size())
                .max()
                .orElseThrow();
        List<Summary> upwards = new ArrayList<>(shown);
        Collections.reverse(upwards);
        List<HeatPlot.Cell> cells = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            columns.add(Integer.toString(unit + 1));
        }
        for (Summary summary : upwards) {
            for (int unit = 0; unit < units; unit++) {
                List<Double> values = summary.perUnit();
                cells.add(
                        unit < values.size()
                                ? new HeatPlot.Cell(values.get(unit), Numbers.plain(rounded(values.get(unit))), false)
                                : new HeatPlot.Cell(null, "", false));
            }
        }
        Summary busiest = shown.stream()
                .max(Comparator.comparingDouble(summary -> summary.perUnit().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
                .orElseThrow();
        String part = shown.size() < summaries.size()
                ? " Shown are the " + shown.size() + " best by "
                        + study.measure().title() + " of " + summaries.size() + "."
                : "";
        return Optional.of(new Figures(
                "KL of each latent unit on the train rows of " + Study.title(block)
                        + " in nats, mean over seeds; the units of each network sorted, strongest first. A unit near 0"
                        + " carries nothing." + part,
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId("units", block.dataset(), block.protocol()),
                        "KL per latent unit on " + Study.title(block) + "; most information passes through "
                                + busiest.row().label() + ".",
                        new HeatPlot(
                                "KL per latent unit \u00b7 " + Study.title(block),
                                "Latent unit, strongest first",
                                "",
                                columns,
                                upwards.stream()
                                        .map(summary -> summary.row().label())
                                        .toList(),
                                cells,
                                "KL (nats)",
                                820,
                                Math.max(240, 110 + 28 * shown.size()))))));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Table table(Study study, Block block, List<Summary> summaries) {
        return new Table(
                "table-" + study.panelId("latent", block.dataset(), block.protocol()),
                "Latent units on " + Study.title(block) + ", means over seeds. Active: units whose mean varies over the"
                        + " train rows (variance above 0.01). Forecast: eigenvalues of the train rows' covariance above the"
                        + " effective beta, known before training. KL share: part of beta times KL in the final loss."
                        + " Posterior sigma: 1 is the prior, so nothing is told.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.number("Active units", ""),
                        Table.Column.number("Forecast", ""),
                        Table.Column.number("KL share", ""),
                        Table.Column.number("Posterior sigma", "")),
                summaries.stream()
                        .map(summary -> new Table.Row(List.of(
                                Table.Cell.named(summary.row().label(), study.look(summary.row())),
                                number(summary.active()),
                                number(summary.forecast()),
                                Table.Cell.number(Numbers.percent(summary.share()), summary.share()),
                                number(summary.sigma()))))
                        .toList());
    }

    private static Table.Cell number(@Nullable Double value) {
        return Table.Cell.number(Numbers.plain(value), value);
    }
}
