package org.reconbench.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.Experiment.DatasetRef;
import org.reconbench.harness.experiment.Experiment.Ref;
import org.reconbench.harness.experiment.Experiment.Seeds;
import org.reconbench.harness.experiment.Experiment.Threshold;

/**
 * What the command line changes in an experiment. Empty lists and null change nothing.
 *
 * @param datasets names of the experiment or the catalogue, or files, relative to the working directory
 * @param protocols names
 * @param detectors names; one that the experiment configures keeps its configuration
 * @param seeds a count or a list, as text
 * @param set parameters, {@code key=value}
 * @param score id of the primary score
 * @param aucByEpoch true asks for areas by epoch; false leaves it to the experiment
 */
public record Overrides(
        List<String> datasets,
        List<String> protocols,
        List<String> detectors,
        @Nullable String seeds,
        List<String> set,
        @Nullable String score,
        boolean aucByEpoch) {

    private static final String THRESHOLD = "threshold.";

    /** Changes nothing. */
    public static Overrides none() {
        return new Overrides(List.of(), List.of(), List.of(), null, List.of(), null, false);
    }

    /** The experiment with the other data sets, protocols, detectors, seeds, threshold and score; parameters come later. */
    public Experiment apply(Experiment experiment) {
        Experiment changed = experiment.with(
                datasets.isEmpty() ? experiment.datasets() : datasets(experiment),
                protocols.isEmpty() ? experiment.protocols() : refs(protocols, experiment.protocols()),
                detectors.isEmpty() ? experiment.detectors() : refs(detectors, experiment.detectors()),
                seeds == null ? experiment.seeds() : seeds(seeds));
        return changed.with(
                threshold(changed.threshold()),
                score == null ? changed.score() : new Ref(score, Map.of(), 0),
                aucByEpoch || changed.aucByEpoch());
    }

    /** The parameters set, by name, less those of the threshold. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = settings(set);
        parameters.keySet().removeIf(key -> key.startsWith(THRESHOLD));
        return parameters;
    }

    /**
     * Keys to values of {@code --set key=value} options, in order; a value is read as YAML, so that {@code hidden=[64, 32]}
     * is a list.
     *
     * @throws InputException if there is no {@code =}, a key comes twice, or the value is not YAML
     */
    public static Map<String, Object> settings(List<String> options) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw InputException.of("--set " + option + ": write it as key=value, such as --set epochs=20");
            }
            String key = option.substring(0, equals).strip();
            Object value = YamlValue.plainOf("--set " + key, option.substring(equals + 1));
            if (settings.put(key, value) != null) {
                throw InputException.of("--set " + option + ": '" + key + "' is set twice");
            }
        }
        return settings;
    }

    private Threshold threshold(Threshold threshold) {
        Threshold changed = threshold;
        for (Map.Entry<String, Object> entry : settings(set).entrySet()) {
            String key = entry.getKey();
            if (key.equals(THRESHOLD + "rule")) {
                changed = new Threshold(entry.getValue().toString(), changed.contamination());
            } else if (key.equals(THRESHOLD + "contamination")) {
                double contamination = Numbers.real(entry.getValue())
                        .filter(x -> x >= 0 && x <= 0.5)
                        .orElseThrow(() -> InputException.of(
                                "--set " + key + "=" + entry.getValue() + ": must be a number from 0 to 0.5"));
                changed = new Threshold(changed.rule(), contamination);
            } else if (key.startsWith(THRESHOLD)) {
                throw InputException.of("--set " + key + ": a threshold has rule and contamination");
            }
        }
        return changed;
    }

    private List<DatasetRef> datasets(Experiment experiment) {
        List<DatasetRef> refs = new ArrayList<>();
        for (String text : datasets) {
            Optional<DatasetRef> configured = experiment.datasets().stream()
                    .filter(ref -> ref.name().equals(text))
                    .findFirst();
            DatasetRef ref = configured.orElseGet(() -> given(text));
            if (!ref.isFolder() && refs.stream().anyMatch(other -> other.name().equals(ref.name()))) {
                throw InputException.of("--datasets: two data sets are named '" + ref.name()
                        + "'; give them names in an experiment file");
            }
            refs.add(ref);
        }
        return refs;
    }

    private static DatasetRef given(String text) {
        if (!ExperimentReader.looksLikeFile(text)) {
            return ExperimentReader.catalogued(text, Map.of(), 0);
        }
        Path path = Path.of(text);
        return Files.isDirectory(path) ? DatasetRef.folder(path, 0) : ExperimentReader.file(path, 0);
    }

    private static List<Ref> refs(List<String> names, List<Ref> configured) {
        List<Ref> refs = new ArrayList<>();
        for (String name : names) {
            List<Ref> known =
                    configured.stream().filter(ref -> ref.name().equals(name)).toList();
            refs.addAll(known.isEmpty() ? List.of(new Ref(name, Map.of(), 0)) : known);
        }
        return refs;
    }

    /** Seeds from a count ({@code 5}: 0 to 4) or a list ({@code 3,5,8}; {@code 7,} is seed 7 alone). */
    private static Seeds seeds(String text) {
        if (text.matches("[1-9][0-9]{0,3}")) {
            return Seeds.range(0, Integer.parseInt(text));
        }
        boolean list = text.indexOf(',') > 0;
        List<Long> seeds = new ArrayList<>();
        for (String part : text.split(",")) {
            long seed = Numbers.integer(part.strip())
                    .filter(value -> list && value >= 0 && value <= 0xFFFF_FFFFL)
                    .orElseThrow(() -> InputException.of("--seeds " + text
                            + ": must be a count from 1 to 9999, or a list of seeds from 0 to 4294967295 such as 3,5,8"
                            + " (7, is seed 7 alone)"));
            if (seeds.contains(seed)) {
                throw InputException.of("--seeds " + text + ": seed " + seed + " stands there twice");
            }
            seeds.add(seed);
        }
        return new Seeds(seeds);
    }
}
