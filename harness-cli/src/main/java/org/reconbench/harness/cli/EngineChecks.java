package org.reconbench.harness.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import org.reconbench.core.InputException;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.harness.registry.Detectors;
import org.slf4j.LoggerFactory;

/** What {@code doctor} asks of the detectors: that they are there, and that a network trains. */
final class EngineChecks {
    /** The detector whose tiny trial makes the engine load. */
    private static final String TRIED = "ae";

    private static final int ROWS = 64;
    private static final int COLUMNS = 4;

    private EngineChecks() {}

    static List<Check> of(Supplier<Detectors> supplier) {
        Detectors detectors;
        try {
            detectors = supplier.get();
        } catch (InputException | ServiceConfigurationError e) {
            return List.of(Check.fail(
                    "detectors",
                    String.valueOf(e.getMessage()),
                    "mend the plug-in or leave it out; without plug-ins, build the project again"));
        }
        Set<String> families = new LinkedHashSet<>();
        detectors
                .all()
                .forEach(detector -> families.add(detector.card().family().id()));
        String found = detectors.ids().size() + " found, families " + String.join(", ", families);
        Check there = detectors.find(TRIED).isPresent()
                ? Check.ok("detectors", found)
                : Check.fail("detectors", "no detector '" + TRIED + "'; " + found, "build the project again");
        return detectors
                .find(TRIED)
                .map(detector -> List.of(there, trial(detector)))
                .orElse(List.of(there));
    }

    /** Trains a network for one epoch on a few rows, and scores them. */
    static Check trial(Detector detector) {
        BuildInfo build = BuildInfo.load();
        String engine = "PyTorch " + build.pytorch() + " through DJL " + build.djl();
        String remedy = "the native library may not fit this machine, or its cache (~/.djl.ai) may be damaged: remove"
                + " the cache, or see -v";
        long start = System.nanoTime();
        try {
            String outcome = outcome(detector);
            double seconds = (System.nanoTime() - start) / 1e9;
            return outcome.isEmpty()
                    ? Check.ok("engine", engine + String.format("; a tiny trial took %.1f s", seconds))
                    : Check.fail("engine", engine + ": " + outcome, remedy);
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(EngineChecks.class).debug("the tiny trial failed", e);
            return Check.fail("engine", engine + ": " + e, remedy);
        }
    }

    /** What is wrong with a tiny trial; empty if nothing is. */
    private static String outcome(Detector detector) {
        Map<String, Object> quick = new HashMap<>(Map.of("epochs", 1, "hidden", List.of(4), "latent", 2, "batch", 32));
        Set<String> known = new LinkedHashSet<>(
                detector.card().params().stream().map(ParamSpec::name).toList());
        quick.keySet().retainAll(known);
        Params params =
                Params.resolve("detector '" + TRIED + "'", detector.card().params(), quick);
        double[] values = new double[ROWS * COLUMNS];
        Arrays.setAll(values, i -> (i * 37 % 101) / 100.0);
        Matrix rows = Matrix.wrap(ROWS, COLUMNS, values);
        DataProfile profile = new DataProfile(ROWS, COLUMNS, Scaling.MIN_MAX);
        String score = detector.card().primaryScore();
        try (FittedCohort cohort = detector.fit(List.of(new Member(rows, params, 0)), FitContext.of(profile))) {
            if (cohort.outcomes().get(0) instanceof FitOutcome.Diverged diverged) {
                return "a tiny trial diverged: " + diverged.message();
            }
            double[] scores = cohort.score(0, rows, List.of(score)).getOrDefault(score, new double[0]);
            boolean sound = scores.length == ROWS && Arrays.stream(scores).allMatch(Double::isFinite);
            return sound ? "" : "a tiny trial gave scores that are not numbers";
        }
    }
}
