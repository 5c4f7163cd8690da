package org.reconbench.reports.claims;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Measure;

/**
 * A number of a trial that a claim may be about: every {@link Measure} by its id, {@code recon_nats}, {@code
 * converged_epoch} and {@code kl_share}.
 *
 * @param title what tables call it
 */
public record Quantity(String id, String title, Function<TrialRecord, OptionalDouble> reader) {
    private static final Map<String, Quantity> ALL = all();

    private static Map<String, Quantity> all() {
        Map<String, Quantity> all = new LinkedHashMap<>();
        Arrays.stream(Measure.values())
                .forEach(measure -> add(all, measure.id(), measure.title(), trial -> {
                    OptionalDouble value = measure.of(trial);
                    return value.isPresent() ? value.getAsDouble() : null;
                }));
        add(
                all,
                "recon_nats",
                "Reconstruction (nats)",
                trial -> trial.training() == null ? null : trial.training().reconNats());
        add(all, "converged_epoch", "Epoch of convergence", trial -> {
            Integer epoch = trial.training() == null ? null : trial.training().convergedEpoch();
            return epoch == null ? null : epoch.doubleValue();
        });
        add(
                all,
                "kl_share",
                "KL share of the loss",
                trial ->
                        trial.diagnostics() == null ? null : trial.diagnostics().klShare());
        return all;
    }

    private static void add(
            Map<String, Quantity> all, String id, String title, Function<TrialRecord, @Nullable Double> reader) {
        all.put(id, new Quantity(id, title, trial -> {
            Double value = trial.ok() ? reader.apply(trial) : null;
            return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }));
    }

    /**
     * The quantity of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Quantity of(String id) {
        Quantity found = ALL.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no quantity '" + id + "' among " + ALL.keySet());
        }
        return found;
    }
}
