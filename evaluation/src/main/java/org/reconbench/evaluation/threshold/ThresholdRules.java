package org.reconbench.evaluation.threshold;

import java.util.List;
import java.util.Optional;

/** Every threshold rule: one line each. */
public final class ThresholdRules {
    private static final List<ThresholdRule> ALL = List.of(
            new TrainQuantileThreshold(),
            new MadThreshold(MadThreshold.DEFAULT_K),
            new EvtThreshold(),
            new ValidationF1Threshold(),
            new OracleF1Threshold());

    private ThresholdRules() {}

    /** All rules, the default first. */
    public static List<ThresholdRule> all() {
        return ALL;
    }

    /** The rule of that id. */
    public static Optional<ThresholdRule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The ids of all rules, the default first. */
    public static List<String> ids() {
        return ALL.stream().map(ThresholdRule::id).toList();
    }
}
