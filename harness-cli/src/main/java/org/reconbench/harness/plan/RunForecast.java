package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.detector.Detector;

/**
 * What a run will take, before it runs: meant to be within a factor of two on a current machine with nothing else to do.
 *
 * <p>A cohort costs what its detector estimates, plus evaluating and recording each trial. Workers take cohorts in order,
 * each one the next when it is free. Around that stand the start and the data, and the report. The constants were
 * measured with {@code bench/run --only runs}, whose table says how true they are.
 *
 * @param cohortSeconds CPU seconds of each cohort, in order
 * @param aroundSeconds of start, data and report, on one core
 * @param cores cohorts trained at the same time
 */
public record RunForecast(List<Double> cohortSeconds, double aroundSeconds, int cores) {
    private static final double START = 1.2;
    private static final double VALUE = 1e-7;
    private static final double TRIAL = 0.008;
    private static final double TRIAL_ROW = 1e-6;
    private static final double REPORT = 2;
    private static final double REPORT_LINE = 0.25;

    /** Copies the list. */
    public RunForecast {
        cohortSeconds = List.copyOf(cohortSeconds);
        if (cores < 1) {
            throw new IllegalArgumentException("cores = " + cores + ": must be at least 1");
        }
    }

    /** The forecast for the cohorts of a plan. */
    public static RunForecast of(List<Cohort> cohorts, int cores) {
        return new RunForecast(
                cohorts.stream().map(RunForecast::seconds).toList(), START + data(cohorts) + report(cohorts), cores);
    }

    /** CPU seconds of one cohort: fitting, scoring, evaluating and recording. */
    public static double seconds(Cohort cohort) {
        PlannedTrial first = cohort.trials().get(0);
        Detector detector = cohort.detector();
        DataProfile profile = cohort.profile();
        int members = cohort.trials().size();
        return detector.cohortSeconds(first.detector().params(), profile, members)
                + members * (TRIAL + TRIAL_ROW * profile.rows());
    }

    /** CPU seconds of the whole run. */
    public double cpuSeconds() {
        return aroundSeconds
                + cohortSeconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Seconds from start to report. */
    public double wallSeconds() {
        PriorityQueue<Double> freeAt = new PriorityQueue<>();
        for (int i = 0; i < cores; i++) {
            freeAt.add(0.0);
        }
        double last = 0;
        for (double seconds : cohortSeconds) {
            double end = freeAt.remove() + seconds;
            freeAt.add(end);
            last = Math.max(last, end);
        }
        return aroundSeconds + last;
    }

    private record Draw(DataChoice data, ProtocolChoice protocol, long seed) {}

    private static double data(List<Cohort> cohorts) {
        Set<Draw> draws = new HashSet<>();
        double seconds = 0;
        for (PlannedTrial trial : trials(cohorts)) {
            if (draws.add(new Draw(trial.data(), trial.protocol(), trial.seed()))) {
                seconds += VALUE * trial.profile().rows() * trial.profile().columns();
            }
        }
        return seconds;
    }

    private record Line(DataChoice data, ProtocolChoice protocol, String config) {}

    private static double report(List<Cohort> cohorts) {
        Set<Line> lines = new HashSet<>();
        for (PlannedTrial trial : trials(cohorts)) {
            lines.add(new Line(trial.data(), trial.protocol(), trial.detector().configId()));
        }
        return REPORT + REPORT_LINE * lines.size();
    }

    private static List<PlannedTrial> trials(List<Cohort> cohorts) {
        List<PlannedTrial> trials = new ArrayList<>();
        cohorts.forEach(cohort -> trials.addAll(cohort.trials()));
        return trials;
    }
}
