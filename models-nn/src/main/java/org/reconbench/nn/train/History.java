package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.nn.objective.EpochReading;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.objective.Taped;

/** What one member's training looked like, epoch by epoch. */
final class History {
    /** A smoothed loss is the mean of this many epochs, the later ones. */
    private static final int SMOOTHED = 3;

    private static final double CONVERGED = 0.01;

    private final TrainingPlan plan;
    private final List<Schedule> schedules;
    private final int rows;
    private final List<Epoch> epochs = new ArrayList<>();
    private int divergedAt;

    private record Epoch(double weight, EpochReading reading) {}

    History(TrainingPlan plan, List<Schedule> schedules, int rows) {
        this.plan = plan;
        this.schedules = schedules;
        this.rows = rows;
    }

    /**
     * Adds an epoch.
     *
     * @param sums what the steps gave, added up over the epoch
     */
    void add(double[] sums) {
        double weight = schedules.get(0).weight(epochs.size(), plan.epochs());
        EpochReading reading = plan.objective()
                .read(sums, rows, weight, plan.shape().features(), plan.shape().latent());
        epochs.add(new Epoch(weight, reading));
        if (divergedAt == 0 && !Double.isFinite(reading.loss())) {
            divergedAt = epochs.size();
        }
    }

    /** Says that a parameter left the finite numbers in the last epoch. */
    void parametersLeft() {
        divergedAt = divergedAt == 0 ? epochs.size() : divergedAt;
    }

    /** The epoch in which the loss or a parameter left the finite numbers, counted from 1; 0 for none. */
    int divergedAt() {
        return divergedAt;
    }

    /** The last epoch. */
    EpochReading last() {
        return epochs.get(epochs.size() - 1).reading;
    }

    /** The variance of the output as the last epoch left it. */
    double variance() {
        return plan.objective().variance(plan.shape().features(), last().squaredError());
    }

    /**
     * The share of the weighted penalty in an epoch's loss, constants of the reconstruction term left out. Of sizes, as
     * a term that learns its variance may fall below 0.
     */
    private double penaltyShare(EpochReading epoch) {
        double penalty = Math.abs(epoch.loss() - epoch.recon());
        double constant =
                plan.objective().reconstruction().constant(plan.shape().features());
        double recon = Math.abs(epoch.recon() - constant);
        return penalty > 0 ? penalty / (penalty + recon) : 0;
    }

    /** That share in the last epoch. */
    double penaltyShare() {
        return penaltyShare(last());
    }

    TrainingSummary summary() {
        EpochReading last = last();
        Objective objective = plan.objective();
        double target = schedules.get(0).target();
        return new TrainingSummary(
                epochs.size(),
                (long) epochs.size() * ((rows + plan.batch() - 1) / plan.batch()),
                last.loss(),
                0.5 * last.squaredError(),
                objective.variational() ? last.penalty() : null,
                objective.weighsKl() ? target : null,
                objective.weighsKl()
                        ? objective.effectiveBeta(target, plan.shape().features(), last.squaredError())
                        : null,
                plan.shape().parameters(),
                convergedEpoch());
    }

    private @Nullable Integer convergedEpoch() {
        if (!schedules.stream().allMatch(schedule -> schedule.constantOver(epochs.size()))) {
            return null;
        }
        double end = smoothed(epochs.size() - 1);
        for (int e = 0; e < epochs.size(); e++) {
            if (Math.abs(smoothed(e) - end) <= CONVERGED * Math.abs(end)) {
                return e + 1;
            }
        }
        return epochs.size();
    }

    private double smoothed(int epoch) {
        int from = Math.max(0, epoch - SMOOTHED + 1);
        return epochs.subList(from, epoch + 1).stream()
                .mapToDouble(seen -> seen.reading.loss())
                .average()
                .orElseThrow();
    }

    Curve curve() {
        Objective objective = plan.objective();
        List<String> columns = new ArrayList<>(List.of("epoch", "loss", "recon"));
        if (objective.variational()) {
            columns.addAll(List.of("kl", objective.weighsKl() ? "beta" : "weight", "active_units", "kl_share"));
        } else if (objective instanceof Taped) {
            columns.add("penalty");
        }
        List<List<Double>> table = new ArrayList<>();
        for (int e = 0; e < epochs.size(); e++) {
            EpochReading epoch = epochs.get(e).reading;
            List<Double> row = new ArrayList<>(List.of(e + 1.0, epoch.loss(), epoch.recon()));
            if (objective.variational()) {
                row.addAll(List.of(
                        epoch.penalty(), epochs.get(e).weight, (double) epoch.activeUnits(), penaltyShare(epoch)));
            } else if (objective instanceof Taped) {
                row.add(epoch.penalty());
            }
            table.add(row);
        }
        return new Curve(columns, table);
    }
}
