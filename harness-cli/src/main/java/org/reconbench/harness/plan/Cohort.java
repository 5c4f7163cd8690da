package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.detector.Detector;

/**
 * Trials fitted in one call: same detector, same train shape, equal cohort key.
 *
 * @param trials at least one, in plan order
 */
public record Cohort(List<PlannedTrial> trials) {

    /** Copies the list. */
    public Cohort {
        trials = List.copyOf(trials);
    }

    /** The detector that all have in common. */
    public Detector detector() {
        return trials.get(0).detector().detector();
    }

    /** The train shape that all have in common. */
    public DataProfile profile() {
        return trials.get(0).profile();
    }

    /** The estimated memory while it is fitted, in bytes. */
    public long bytes() {
        return trials.stream().mapToLong(PlannedTrial::bytes).sum();
    }

    private record Key(String detector, DataProfile profile, Object cohortKey) {}

    /**
     * Groups trials into cohorts, in order of their first trial. A group larger than the detector prefers, or than the
     * budget allows, is cut into parts of nearly equal size. How trials are grouped never changes their numbers.
     */
    public static List<Cohort> group(List<PlannedTrial> trials, long budgetBytes) {
        Map<Key, List<PlannedTrial>> groups = new LinkedHashMap<>();
        for (PlannedTrial trial : trials) {
            Detector detector = trial.detector().detector();
            Object own = detector.cohortKey(trial.detector().params(), trial.profile());
            groups.computeIfAbsent(new Key(trial.detector().id(), trial.profile(), own), key -> new ArrayList<>())
                    .add(trial);
        }
        List<Cohort> cohorts = new ArrayList<>();
        groups.values().forEach(group -> cohorts.addAll(cut(group, budgetBytes)));
        return cohorts;
    }

    private static List<Cohort> cut(List<PlannedTrial> group, long budgetBytes) {
        PlannedTrial first = group.get(0);
        Detector detector = first.detector().detector();
        int preferred = Math.max(1, detector.preferredCohort(first.detector().params(), first.profile()));
        long each = Math.max(1, first.bytes());
        int most = (int) Math.max(1, Math.min(preferred, budgetBytes / each));
        int parts = (group.size() + most - 1) / most;
        List<Cohort> cohorts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) group.size() * part / parts);
            int to = (int) ((long) group.size() * (part + 1) / parts);
            cohorts.add(new Cohort(group.subList(from, to)));
        }
        return cohorts;
    }
}
