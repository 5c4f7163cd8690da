package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.harness.experiment.BuiltinExperiments;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.experiment.Overrides;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.DetectorChoice;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code plan} have in common: the experiment, and what the command line changes in it. */
final class ExperimentOptions {
    private static final int QUICK_SEEDS = 2;
    private static final long QUICK_EPOCHS = 5;

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            description = "A YAML file or a built-in experiment: families (default), seed-grid, smoke.")
    @Nullable
    String experiment;

    @Option(names = "--seeds", paramLabel = "N|A,B,C", description = "How many seeds, from 0 on, or which ones.")
    @Nullable
    String seeds;

    @Option(
            names = "--detectors",
            split = ",",
            paramLabel = "ID",
            description = "Only these detectors; one not in the experiment is added with its defaults.")
    List<String> detectors = List.of();

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME|FILE",
            description = "These data sets instead: names of the catalogue, CSV or NPZ files.")
    List<String> datasets = List.of();

    @Option(names = "--protocols", split = ",", paramLabel = "ID", description = "These protocols instead.")
    List<String> protocols = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a parameter wherever it exists, or at one place: epochs=20, vae.latent=4,"
                    + " threshold.contamination=0.05. Repeatable; [a, b] is a grid.")
    List<String> set = List.of();

    @Option(
            names = "--score",
            paramLabel = "ID",
            description = "The score whose metrics are recorded, for detectors that offer it. Default: each one's own.")
    @Nullable
    String score;

    @Option(
            names = "--auc-by-epoch",
            description = "Rank the test rows after every epoch, too. Test labels used: marked in record and report.")
    boolean aucByEpoch;

    @Option(names = "--quick", description = "A quick look: 2 seeds, 5 epochs.")
    boolean quick;

    @Mixin
    PluginOptions plugins = new PluginOptions();

    /** Reads the experiment that was named, or the default one. */
    Experiment read(@Nullable Path stored) {
        if (experiment == null) {
            return stored == null ? BuiltinExperiments.read(BuiltinExperiments.DEFAULT) : ExperimentReader.read(stored);
        }
        if (BuiltinExperiments.ids().contains(experiment)) {
            return BuiltinExperiments.read(experiment);
        }
        Path file = Path.of(experiment);
        boolean looksLikeName =
                experiment.matches("[A-Za-z0-9_-]+") && !file.toFile().exists();
        if (looksLikeName) {
            throw InputException.of("unknown experiment '" + experiment + "'"
                    + Suggestion.hint(experiment, BuiltinExperiments.ids()) + "; built in are "
                    + String.join(", ", BuiltinExperiments.ids()) + ", or give a YAML file");
        }
        return ExperimentReader.read(file);
    }

    /**
     * Plans it.
     *
     * @param stored the experiment file of a run to resume, taken when none is named
     */
    Plan plan(@Nullable Path stored, DataSupply supply) {
        Overrides overrides = new Overrides(datasets, protocols, detectors, effectiveSeeds(), set, score, aucByEpoch);
        Map<String, Object> parameters = new LinkedHashMap<>(overrides.parameters());
        Map<String, Object> wherePossible = quick ? Map.of("epochs", QUICK_EPOCHS) : Map.of();
        return new Planner(plugins.require(), supply)
                .plan(overrides.apply(read(stored)), new Settings(parameters, wherePossible));
    }

    private @Nullable String effectiveSeeds() {
        return seeds == null && quick ? Integer.toString(QUICK_SEEDS) : seeds;
    }

    /** Lines for the user on the score asked for: which detectors do not offer it. */
    static List<String> scoreNotes(Plan plan) {
        Experiment.Ref asked = plan.experiment().score();
        if (asked == null) {
            return List.of();
        }
        List<String> others = plan.detectors().stream()
                .filter(choice -> !choice.score().equals(asked.name()))
                .map(DetectorChoice::id)
                .distinct()
                .toList();
        return others.isEmpty()
                ? List.of("score: " + asked.name())
                : List.of("score: " + asked.name() + "; its own for what does not offer it: "
                        + String.join(", ", others));
    }

    /** Whether anything of the experiment was named or changed. */
    boolean any() {
        return experiment != null
                || seeds != null
                || quick
                || !detectors.isEmpty()
                || !datasets.isEmpty()
                || !protocols.isEmpty()
                || !set.isEmpty()
                || score != null
                || aucByEpoch;
    }
}
