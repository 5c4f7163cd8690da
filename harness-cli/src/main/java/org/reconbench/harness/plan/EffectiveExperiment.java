package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.harness.experiment.Experiment;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a plan as an experiment file that gives the same plan on its own: every parameter resolved, every grid point
 * written out, paths absolute, whatever the command line changed included.
 */
public final class EffectiveExperiment {
    private EffectiveExperiment() {}

    /** The YAML text. */
    public static String yaml(Plan plan) {
        Experiment experiment = plan.experiment();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", Experiment.SCHEMA);
        root.put("name", experiment.name());
        root.put("datasets", datasets(plan));
        List<Object> protocols = new ArrayList<>();
        plan.protocols().forEach(choice -> protocols.add(named(choice.id(), TrialIds.nested(choice.params()))));
        root.put("protocols", protocols);
        List<Object> detectors = new ArrayList<>();
        plan.detectors().forEach(choice -> detectors.add(named(choice.id(), TrialIds.nested(choice.params()))));
        root.put("detectors", detectors);
        root.put("seeds", experiment.seeds().values());
        root.put(
                "threshold",
                ordered(
                        "rule", experiment.threshold().rule(),
                        "contamination", experiment.threshold().contamination()));
        Map<String, Object> stats = ordered(
                "primary", experiment.stats().primary(),
                "alpha", experiment.stats().alpha(),
                "baseline", experiment.stats().baseline());
        if (!plan.groups().members().isEmpty()) {
            stats.put("groups", plan.groups().members());
        }
        root.put("stats", stats);
        Experiment.Ref score = experiment.score();
        if (score != null) {
            root.put("score", score.name());
        }
        if (experiment.aucByEpoch()) {
            root.put("auc_by_epoch", true);
        }
        if (Double.isFinite(experiment.maxTrialSeconds())) {
            root.put("max_trial_s", experiment.maxTrialSeconds());
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(120);
        options.setAllowUnicode(true);
        return "# The experiment as it was run. To run it again: ./reconbench run THIS_FILE\n"
                + new Yaml(options).dump(root);
    }

    private static List<Object> datasets(Plan plan) {
        List<Object> datasets = new ArrayList<>();
        for (DataChoice choice : plan.data()) {
            if (choice instanceof DataChoice.Generated generated) {
                datasets.add(named(generated.name(), TrialIds.nested(generated.params())));
            } else if (choice instanceof DataChoice.FromFile file) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", file.name());
                entry.put("path", file.path().toAbsolutePath().normalize().toString());
                if (file.options().label() != null) {
                    entry.put("label", file.options().label());
                }
                if (!file.options().anomaly().isEmpty()) {
                    entry.put("anomaly", file.options().anomaly());
                }
                if (!file.options().drop().isEmpty()) {
                    entry.put("drop", file.options().drop());
                }
                datasets.add(entry);
            }
        }
        return datasets;
    }

    private static Map<String, Object> named(String name, Map<String, Object> params) {
        return params.isEmpty() ? ordered("name", name) : ordered("name", name, "params", params);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
