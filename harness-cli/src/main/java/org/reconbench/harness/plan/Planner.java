package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.run.RunInfo;
import org.reconbench.data.Protocols;
import org.reconbench.evaluation.threshold.Information;
import org.reconbench.evaluation.threshold.ThresholdRules;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.registry.Detectors;

/**
 * Makes the plan. All that can be wrong with the user's input is found here, before anything is trained: every data set
 * is read and divided once for every protocol and seed, every parameter is resolved.
 */
public final class Planner {
    private final Detectors registry;
    private final DataSupply supply;

    /** A planner over a catalogue of detectors; data come from the supply, which keeps them for the run. */
    public Planner(Detectors registry, DataSupply supply) {
        this.registry = registry;
        this.supply = supply;
    }

    /**
     * Plans an experiment.
     *
     * @throws InputException for whatever the user got wrong
     */
    public Plan plan(Experiment experiment, Settings settings) {
        checkNames(experiment);
        List<DetectorChoice> detectors = detectors(experiment, settings);
        List<DataChoice> data = new ArrayList<>();
        for (Experiment.DatasetRef ref : DataFolder.expand(experiment)) {
            data.add(DataChoice.resolve(experiment.source(), ref, settings));
        }
        List<ProtocolChoice> protocols = new ArrayList<>();
        for (Experiment.Ref ref : experiment.protocols()) {
            protocols.add(ProtocolChoice.resolve(experiment.source(), ref, settings));
        }
        checkValidation(experiment, protocols);
        checkGroups(experiment, data);
        settings.rejectUnused();
        List<RunInfo.DatasetNote> notes = data.stream()
                .map(choice -> note(choice, experiment.seeds().values().get(0)))
                .toList();
        return new Plan(experiment, data, protocols, detectors, notes, trials(experiment, data, protocols, detectors));
    }

    /** Names beside those of the trials' parts. */
    private void checkNames(Experiment experiment) {
        String rule = experiment.threshold().rule();
        if (ThresholdRules.find(rule).isEmpty()) {
            throw unknown(experiment, "threshold.rule", rule, ThresholdRules.ids());
        }
        String baseline = experiment.stats().baseline();
        if (!baseline.equals(Experiment.Stats.DEFAULT.baseline())
                && registry.find(baseline).isEmpty()) {
            throw unknown(experiment, "stats.baseline", baseline, registry.ids());
        }
    }

    /** A group must not be taken for a data set that a directory or the command line brought in. */
    private static void checkGroups(Experiment experiment, List<DataChoice> data) {
        for (Experiment.Group group : experiment.stats().groups()) {
            boolean taken = data.stream().anyMatch(choice -> choice.name().equals(group.name()));
            if (taken && !group.members().contains(group.name())) {
                throw InputException.atKey(
                        experiment.source(),
                        group.line(),
                        "stats.groups." + group.name(),
                        "has the name of a data set that is not in it; give the group another name");
            }
        }
    }

    /** A threshold from validation rows needs them under every protocol. */
    private static void checkValidation(Experiment experiment, List<ProtocolChoice> protocols) {
        String rule = experiment.threshold().rule();
        if (ThresholdRules.find(rule).orElseThrow().information() != Information.VALIDATION_LABELS) {
            return;
        }
        for (ProtocolChoice protocol : protocols) {
            if (!protocol.protocol().holdsOut()) {
                List<String> able = Protocols.idsHoldingOut();
                String twin = able.stream()
                        .filter(id -> id.startsWith(protocol.id()))
                        .findFirst()
                        .orElse(able.get(0));
                throw InputException.atKey(
                        experiment.source(),
                        0,
                        "threshold.rule",
                        "is '" + rule + "', which needs labelled validation rows; protocol '" + protocol.id()
                                + "' holds none out, write '" + twin + "' in its place ("
                                + String.join(", ", able) + " hold some out)");
            }
        }
    }

    private static InputException unknown(Experiment experiment, String key, String name, List<String> known) {
        return InputException.atKey(
                experiment.source(),
                0,
                key,
                "is '" + name + "'" + Suggestion.hint(name, known) + "; must be one of " + String.join(", ", known));
    }

    private List<DetectorChoice> detectors(Experiment experiment, Settings settings) {
        Map<String, Object> defaults = Params.flatten(experiment.defaults());
        List<DetectorChoice> choices = new ArrayList<>();
        for (Experiment.Ref ref : named(experiment.detectors())) {
            Detector detector = registry.find(ref.name())
                    .orElseThrow(() ->
                            Unknown.name(experiment.source(), ref.line(), "detector", ref.name(), registry.ids()));
            List<ParamSpec> specs = detector.card().params();
            Map<String, Object> given =
                    Choices.merged(Choices.known(defaults, specs), ref.params(), settings.of(ref.name(), specs));
            String owner = "detector '" + ref.name() + "'";
            for (Map<String, Object> point : Choices.grid(experiment.source(), ref.line(), owner, specs, given)) {
                Params params = Choices.params(experiment.source(), ref.line(), owner, specs, point);
                String config = TrialIds.config(detector.card(), params);
                choices.add(new DetectorChoice(detector, params, config, score(experiment, detector)));
            }
        }
        rejectUnknownScore(experiment, choices);
        rejectUnknownDefaults(experiment, defaults.keySet());
        rejectTwins(experiment, choices);
        return choices;
    }

    /** The detectors by name: {@code all} stands for those that are not named beside it. */
    private List<Experiment.Ref> named(List<Experiment.Ref> refs) {
        Set<String> others = refs.stream().map(Experiment.Ref::name).collect(Collectors.toSet());
        List<Experiment.Ref> named = new ArrayList<>();
        for (Experiment.Ref ref : refs) {
            if (ref.name().equals(Experiment.ALL)) {
                registry.ids().stream()
                        .filter(id -> !others.contains(id))
                        .forEach(id -> named.add(new Experiment.Ref(id, ref.params(), ref.line())));
            } else {
                named.add(ref);
            }
        }
        return named;
    }

    /** The experiment's score where the detector offers it, else the detector's own. */
    private static String score(Experiment experiment, Detector detector) {
        Experiment.Ref asked = experiment.score();
        return asked != null && offers(detector, asked.name())
                ? asked.name()
                : detector.card().primaryScore();
    }

    private static boolean offers(Detector detector, String score) {
        return detector.card().scores().stream().anyMatch(card -> card.id().equals(score));
    }

    private static void rejectUnknownScore(Experiment experiment, List<DetectorChoice> choices) {
        Experiment.Ref asked = experiment.score();
        if (asked == null || choices.stream().anyMatch(choice -> offers(choice.detector(), asked.name()))) {
            return;
        }
        Set<String> offered = new LinkedHashSet<>();
        choices.forEach(choice -> choice.detector().card().scores().forEach(score -> offered.add(score.id())));
        throw Choices.at(
                experiment.source(),
                asked.line(),
                "no detector of this experiment offers a score '" + asked.name() + "'"
                        + Suggestion.hint(asked.name(), offered) + "; they offer " + String.join(", ", offered));
    }

    /** A default need not fit a detector of this experiment, but some detector. */
    private void rejectUnknownDefaults(Experiment experiment, Set<String> defaults) {
        Set<String> known = new LinkedHashSet<>();
        registry.all().forEach(detector -> detector.card().params().forEach(spec -> known.add(spec.name())));
        for (String name : defaults) {
            if (!known.contains(name)) {
                throw InputException.atKey(
                        experiment.source(),
                        0,
                        "defaults." + name,
                        "no detector has a parameter '" + name + "'" + Suggestion.hint(name, known));
            }
        }
    }

    private static void rejectTwins(Experiment experiment, List<DetectorChoice> choices) {
        Set<String> seen = new HashSet<>();
        for (DetectorChoice choice : choices) {
            if (!seen.add(choice.configId())) {
                throw InputException.inFile(
                        experiment.source(),
                        "detectors: '" + choice.id() + "' stands here twice with the same parameters "
                                + choice.params());
            }
        }
    }

    private RunInfo.DatasetNote note(DataChoice choice, long seed) {
        Dataset dataset = supply.dataset(choice, seed);
        String summary = choice instanceof DataChoice.Generated generated
                ? generated.source().card().summary()
                : "read from a file";
        return new RunInfo.DatasetNote(
                choice.name(),
                choice.origin(),
                summary,
                dataset.rows().rows(),
                dataset.rows().columns(),
                dataset.labels().anomalies(),
                dataset.features());
    }

    private List<PlannedTrial> trials(
            Experiment experiment,
            List<DataChoice> data,
            List<ProtocolChoice> protocols,
            List<DetectorChoice> detectors) {
        List<PlannedTrial> trials = new ArrayList<>();
        for (DataChoice choice : data) {
            for (ProtocolChoice protocol : protocols) {
                List<Draw> draws = experiment.seeds().values().stream()
                        .map(seed -> draw(choice, protocol, seed))
                        .toList();
                for (DetectorChoice detector : detectors) {
                    for (Draw draw : draws) {
                        check(experiment, detector, draw.profile());
                        String id = TrialIds.trial(draw.sha256(), protocol, detector, draw.seed());
                        trials.add(new PlannedTrial(
                                id, choice, draw.sha256(), draw.profile(), protocol, detector, draw.seed()));
                    }
                }
            }
        }
        rejectSameTrials(trials);
        return trials;
    }

    /** What is known of a data set as drawn and divided for one seed. */
    private record Draw(long seed, String sha256, DataProfile profile) {}

    private Draw draw(DataChoice choice, ProtocolChoice protocol, long seed) {
        String sha256 = supply.dataset(choice, seed).sha256();
        TrainTest divided = supply.divided(choice, protocol, seed);
        int rows = divided.train().rows();
        return new Draw(seed, sha256, new DataProfile(rows, divided.train().columns(), protocol.scaling()));
    }

    private static void check(Experiment experiment, DetectorChoice choice, DataProfile profile) {
        try {
            choice.detector().check(choice.params(), profile);
        } catch (IllegalArgumentException e) {
            throw InputException.inFile(experiment.source(), "detector '" + choice.id() + "': " + e.getMessage());
        }
    }

    private static void rejectSameTrials(List<PlannedTrial> trials) {
        Map<String, PlannedTrial> seen = new HashMap<>();
        for (PlannedTrial trial : trials) {
            PlannedTrial twin = seen.putIfAbsent(trial.trialId(), trial);
            if (twin != null) {
                throw InputException.of("two trials are the same: '" + twin.label() + "' and '" + trial.label()
                        + "' have equal data, protocol, parameters and seed; drop one of the data sets or protocols");
            }
        }
    }
}
