package org.reconbench.harness.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.harness.experiment.Overrides;

/** Says what a detector's KL effectively weighs with given parameters. */
final class EffectiveBeta {
    /** The number of features taken when the user names none: that of seed-blobs. */
    static final int FEATURES = 20;

    /** What the weight of a KL can depend on, in the order to show. */
    private static final List<String> TELLING = List.of("beta", "recon", "sigma");

    private static final int MOST_FEATURES = 1_000_000;
    private static final int ROWS = 1000;

    private EffectiveBeta() {}

    /**
     * One sentence; empty for a detector without a KL term.
     *
     * @param set {@code key=value}, as on the command line
     * @throws InputException if a setting is wrong
     */
    static Optional<String> words(Detector detector, List<String> set, int features) {
        if (features < 1 || features > MOST_FEATURES) {
            throw InputException.of("--features " + features + ": must be an integer from 1 to " + MOST_FEATURES);
        }
        Params params;
        try {
            params = Params.resolve(
                    "detector '" + detector.card().id() + "'",
                    detector.card().params(),
                    Params.flatten(Overrides.settings(set)));
        } catch (IllegalArgumentException e) {
            throw InputException.of("--set: " + e.getMessage());
        }
        OptionalDouble beta = detector.effectiveBeta(params, new DataProfile(ROWS, features, Scaling.MIN_MAX));
        if (beta.isEmpty()) {
            return Optional.empty();
        }
        String given = detector.card().params().stream()
                .map(ParamSpec::name)
                .filter(TELLING::contains)
                .sorted((a, b) -> Integer.compare(TELLING.indexOf(a), TELLING.indexOf(b)))
                .map(name -> name + " = " + params.asMap().get(name))
                .collect(Collectors.joining(", "));
        return Optional.of("beta " + beta.getAsDouble() + " against the unit-variance ELBO 1/2 SSE + KL, with "
                + (given.isEmpty() ? "" : given + ", ") + features + (features == 1 ? " feature" : " features"));
    }
}
