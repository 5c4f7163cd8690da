package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;

/** What one member's training looked like, epoch by epoch. */
final class History {
    /** A smoothed loss is the mean of this many epochs, the later ones. */
    private static final int SMOOTHED = 3;

    private static final double CONVERGED = 0.01;

    private final TrainingPlan plan;
    private final Schedule schedule;
    private final int rows;
    private final List<Epoch> epochs = new ArrayList<>();
    private int divergedAt;

    private record Epoch(double sse, double loss, double recon, double weight, LatentTerm.Reading latent) {}

    History(TrainingPlan plan, Schedule schedule, int rows) {
        this.plan = plan;
        this.schedule = schedule;
        this.rows = rows;
    }

    /**
     * Adds an epoch.
     *
     * @param sums what the program returned, added up over the epoch: squared errors, then the latent term's sums
     */
    void add(double weight, double[] sums) {
        Objective objective = plan.objective();
        Reconstruction reconstruction = objective.reconstruction();
        int columns = plan.shape().features();
        double[] latentSums = Arrays.copyOfRange(sums, 1, sums.length);
        LatentTerm.Reading latent =
                objective.latent().read(latentSums, rows, plan.shape().latent());
        double recon = reconstruction.factor(columns) * sums[0] / rows + reconstruction.constant(columns);
        double loss = recon + weight * latent.nats();
        epochs.add(new Epoch(sums[0], loss, recon, weight, latent));
        if (divergedAt == 0 && !Double.isFinite(loss)) {
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

    /** The share of the weighted latent term in the last epoch's loss, constants of the reconstruction term left out. */
    double latentShare() {
        Epoch last = epochs.get(epochs.size() - 1);
        double latent = last.weight * last.latent.nats();
        double total = latent
                + last.recon
                - plan.objective().reconstruction().constant(plan.shape().features());
        return total > 0 ? latent / total : 0;
    }

    TrainingSummary summary() {
        Epoch last = epochs.get(epochs.size() - 1);
        boolean variational = plan.objective().latent().sums() > 0;
        double target = schedule.target();
        int columns = plan.shape().features();
        return new TrainingSummary(
                epochs.size(),
                (long) epochs.size() * ((rows + plan.batch() - 1) / plan.batch()),
                last.loss,
                0.5 * last.sse / rows,
                variational ? last.latent.nats() : null,
                variational ? target : null,
                variational ? plan.objective().reconstruction().effectiveBeta(target, columns) : null,
                plan.shape().parameters(),
                convergedEpoch());
    }

    private @Nullable Integer convergedEpoch() {
        if (!schedule.constantOver(epochs.size())) {
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
                .mapToDouble(Epoch::loss)
                .average()
                .orElseThrow();
    }

    Curve curve() {
        boolean variational = plan.objective().latent().sums() > 0;
        List<List<Double>> table = new ArrayList<>();
        for (int e = 0; e < epochs.size(); e++) {
            Epoch epoch = epochs.get(e);
            List<Double> row = new ArrayList<>(List.of(e + 1.0, epoch.loss, epoch.recon));
            if (variational) {
                row.addAll(List.of(epoch.latent.nats(), epoch.weight, (double) epoch.latent.activeUnits()));
            }
            table.add(row);
        }
        List<String> columns = variational
                ? List.of("epoch", "loss", "recon", "kl", "beta", "active_units")
                : List.of("epoch", "loss", "recon");
        return new Curve(columns, table);
    }
}
