package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.table.BestConfiguration;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/**
 * The matched ladder from an autoencoder to a VAE with warm-up, one switch a step, wherever a run holds one: the rungs
 * are equal in every other parameter, and seeds give them equal first weights and batches.
 */
final class LadderSection implements SectionSource {
    private static final int FEWEST_RUNGS = 3;

    /** A configuration on the ladder and what sets it apart from the one below. */
    private record Rung(String change, Row row) {}

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (Block block : study.table().blocks()) {
            List<Rung> rungs = rungs(block);
            if (rungs.size() >= FEWEST_RUNGS) {
                elements.add(new Element.Heading(Study.title(block)));
                elements.add(table(study, block, rungs));
                findings.add(Study.title(block) + ": " + largest(rungs));
            }
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        elements.add(
                0,
                new Element.Prose(
                        "Each step turns one switch; all else is equal, and with a seed so are the first weights,"
                                + " the order of batches and the rows. An effect is the mean difference to the step above it in"
                                + " the table, over common seeds, with its 95 % bootstrap interval: within one data set, so it"
                                + " says nothing of other data."));
        return Optional.of(new Section(
                "ladder",
                "From AE to VAE, step by step",
                "The step with the largest effect on AUC-PR \u2013 " + String.join("; ", findings) + ".",
                elements));
    }

    private static List<Rung> rungs(Block block) {
        List<Rung> rungs = new ArrayList<>();
        Row ae = first(block, row -> row.detector().equals("ae"));
        Row noisy = first(block, row -> beta(row, "beta-vae", 0));
        if (ae == null || noisy == null) {
            return rungs;
        }
        rungs.add(new Rung("autoencoder", ae));
        Row weighted = first(block, row -> row.detector().equals("beta-vae") && number(row, "beta") > 1);
        double beta = weighted == null ? Double.NaN : number(weighted, "beta");
        boolean whole = add(rungs, "noise in z, KL weight 0", noisy)
                && add(
                        rungs,
                        "KL with weight 1",
                        first(block, row -> row.detector().equals("vae")))
                && add(rungs, "KL weight " + Numbers.plain(beta), weighted)
                && add(
                        rungs,
                        "warm-up of the KL weight to " + Numbers.plain(beta),
                        first(block, row -> beta(row, "beta-vae-warmup", beta)));
        return (whole || rungs.size() >= FEWEST_RUNGS) ? rungs : List.of();
    }

    /** Adds a rung if there is one that is matched; a step over a missing one would turn two switches. */
    private static boolean add(List<Rung> rungs, String change, @Nullable Row row) {
        if (row == null || !matched(rungs.get(0).row().params(), row.params())) {
            return false;
        }
        rungs.add(new Rung(change, row));
        return true;
    }

    /** Whether the parameters that both have are equal. */
    private static boolean matched(Map<String, Object> first, Map<String, Object> other) {
        return first.keySet().stream()
                .filter(other::containsKey)
                .allMatch(name -> Objects.equals(String.valueOf(first.get(name)), String.valueOf(other.get(name))));
    }

    private static @Nullable Row first(Block block, Predicate<Row> wanted) {
        return block.rows().stream()
                .filter(row -> row.ok() > 0)
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    private static boolean beta(Row row, String detector, double beta) {
        return row.detector().equals(detector) && number(row, "beta") == beta;
    }

    private static double number(Row row, String param) {
        return row.params().get(param) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    private static @Nullable PairedDifference effect(List<Rung> rungs, int step, Measure measure) {
        return BestConfiguration.lead(rungs.get(step).row(), rungs.get(step - 1).row(), measure);
    }

    private static String largest(List<Rung> rungs) {
        PairedDifference largest = null;
        int at = 0;
        for (int step = 1; step < rungs.size(); step++) {
            PairedDifference effect = effect(rungs, step, Measure.AUC_PR);
            if (effect != null && (largest == null || Math.abs(effect.mean()) > Math.abs(largest.mean()))) {
                largest = effect;
                at = step;
            }
        }
        return largest == null
                ? "no two steps have a seed in common"
                : rungs.get(at).change() + ", " + Numbers.difference(largest) + ", " + verdict(largest);
    }

    private static String verdict(@Nullable PairedDifference effect) {
        if (effect == null || effect.n() < PairedDifference.MIN_PAIRS) {
            return "too few seeds";
        }
        return effect.conclusive() ? "beyond noise" : "within noise";
    }

    private static Table table(Study study, Block block, List<Rung> rungs) {
        List<Table.Row> rows = new ArrayList<>();
        for (int step = 0; step < rungs.size(); step++) {
            rows.add(row(study, rungs, step));
        }
        return new Table(
                "table-" + study.panelId("ladder", block.dataset(), block.protocol()),
                "The ladder on " + Study.title(block)
                        + ". Mean \u00b1 sample standard deviation over seeds; effects are"
                        + " paired differences to the row above, 95 % bootstrap interval below each; noise: whether the"
                        + " interval of the effect on AUC-PR leaves out 0, over at least " + PairedDifference.MIN_PAIRS
                        + " seeds. Active: mean number of active latent units.",
                List.of(
                        Table.Column.text("Model"),
                        Table.Column.text("Switch"),
                        Table.Column.number("AUC-PR", ""),
                        Table.Column.number("Effect on AUC-PR", "mean paired difference to the row above"),
                        Table.Column.number("AUC-ROC", ""),
                        Table.Column.number("Effect on AUC-ROC", "mean paired difference to the row above"),
                        Table.Column.number("Active", "mean number of active latent units"),
                        Table.Column.text("Noise")),
                rows);
    }

    private static Table.Row row(Study study, List<Rung> rungs, int step) {
        Rung rung = rungs.get(step);
        Row row = rung.row();
        PairedDifference onPr = step == 0 ? null : effect(rungs, step, Measure.AUC_PR);
        PairedDifference onRoc = step == 0 ? null : effect(rungs, step, Measure.AUC_ROC);
        OptionalDouble active = Study.activeUnits(List.of(row));
        return Table.Row.of(
                Table.Cell.named(row.label(), study.look(row)),
                Table.Cell.text(step + ". " + rung.change()),
                measured(row, Measure.AUC_PR),
                effect(onPr),
                measured(row, Measure.AUC_ROC),
                effect(onRoc),
                active.isPresent()
                        ? Table.Cell.number(Numbers.plain(active.getAsDouble()), active.getAsDouble())
                        : Table.Cell.number(Numbers.NONE, null),
                Table.Cell.text(step == 0 ? Numbers.NONE : verdict(onPr)));
    }

    private static Table.Cell measured(Row row, Measure measure) {
        return new Table.Cell(
                Numbers.metric(row.cell(measure).mean()),
                Numbers.spread(row.cell(measure)),
                row.cell(measure).mean(),
                null,
                false);
    }

    private static Table.Cell effect(@Nullable PairedDifference effect) {
        if (effect == null) {
            return Table.Cell.number(Numbers.NONE, null);
        }
        return new Table.Cell(
                Numbers.signed(effect.mean()),
                Numbers.signed(effect.interval().lower()) + " to "
                        + Numbers.signed(effect.interval().upper()),
                effect.mean(),
                null,
                false);
    }
}
