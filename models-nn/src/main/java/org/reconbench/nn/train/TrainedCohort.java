package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.LatentDiagnostics;

/** Trained networks, ready to score. Not thread-safe. */
public final class TrainedCohort implements FittedCohort {
    private final TrainingPlan plan;
    private final List<Trainee> members;
    private final Networks networks;
    private final NetworkReader reader;
    private final List<Double> variances = new ArrayList<>();
    private final List<FitOutcome> outcomes = new ArrayList<>();
    private final Map<Integer, LatentCloud> clouds = new LinkedHashMap<>();

    TrainedCohort(TrainingPlan plan, List<Trainee> members, Networks networks, List<History> histories) {
        this.plan = plan;
        this.members = members;
        this.networks = networks;
        reader = new NetworkReader(networks, plan.shape());
        for (int k = 0; k < members.size(); k++) {
            double error = histories.get(k).last().squaredError();
            variances.add(plan.objective().variance(plan.shape().features(), error));
            outcomes.add(outcome(k, histories.get(k)));
        }
    }

    private FitOutcome outcome(int member, History history) {
        if (history.divergedAt() > 0) {
            return new FitOutcome.Diverged(
                    history.divergedAt(),
                    "the loss left the finite numbers in epoch " + history.divergedAt() + " of " + plan.epochs()
                            + " (lr = " + plan.learningRate() + ")");
        }
        return new FitOutcome.Fitted(history.summary(), history.curve(), diagnose(member, history));
    }

    private @Nullable LatentDiagnostics diagnose(int member, History history) {
        if (!plan.objective().variational()) {
            return null;
        }
        int latent = plan.shape().latent();
        Reading reading = read(member, members.get(member).rows(), new double[0][]);
        clouds.put(member, LatentCloud.of(reading.mu(), latent));
        double[] noise = new double[MutualInformation.ROWS * latent];
        new Ziggurat(members.get(member).streams().stream("mutual-information")).fill(noise, noise.length);
        return LatentReadings.diagnose(reading, latent, history.penaltyShare(), noise);
    }

    @Override
    public List<FitOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** A copy of a member's trained numbers: layer by layer, weights {@code [in, out]} before biases. */
    public double[] parameters(int member) {
        return networks.parametersOf(member);
    }

    @Override
    public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
        if (!(outcomes.get(member) instanceof FitOutcome.Fitted)) {
            throw new IllegalArgumentException("member " + member + " was not fitted: " + outcomes.get(member));
        }
        if (rows.columns() != plan.shape().features()) {
            throw new IllegalArgumentException("rows have " + rows.columns() + " columns, the network takes "
                    + plan.shape().features());
        }
        List<NetworkScore> asked = scores.stream().map(this::named).toList();
        boolean sampled = asked.stream().anyMatch(NetworkScore::sampled);
        Reading reading = read(member, rows, sampled ? draws(member) : new double[0][]);
        Map<String, double[]> results = new LinkedHashMap<>();
        for (NetworkScore score : asked) {
            results.put(score.card().id(), values(score, member, reading));
        }
        return results;
    }

    private NetworkScore named(String id) {
        NetworkScore score = NetworkScore.of(id);
        if (score.needsVariance() && !plan.objective().variational()) {
            throw new IllegalArgumentException(
                    "score '" + id + "' needs a code with a variance; this network has none");
        }
        return score;
    }

    private Reading read(int member, Matrix rows, double[][] draws) {
        return reader.read(member, rows, draws, variances.get(member));
    }

    /** The draws of sampled scores: a member's own, and the same in every call. */
    private double[][] draws(int member) {
        Ziggurat normal = new Ziggurat(members.get(member).streams().stream("score"));
        double[][] draws = new double[NetworkScore.DRAWS][plan.shape().latent()];
        for (double[] draw : draws) {
            normal.fill(draw, draw.length);
        }
        return draws;
    }

    private double[] values(NetworkScore score, int member, Reading reading) {
        int latent = plan.shape().latent();
        return switch (score) {
            case RECON -> reading.errors();
            case RECON_MC -> reading.sampled();
            case RECON_PROBABILITY ->
                LatentReadings.surprise(reading, plan.shape().features());
            case ELBO -> LatentReadings.bound(reading, plan.shape().features(), latent);
            case KL -> LatentReadings.kl(reading, latent);
            case LATENT_NORM -> LatentReadings.squaredNorms(reading.mu(), latent);
            case LATENT_MAHALANOBIS -> cloud(member).distances(reading.mu());
        };
    }

    private LatentCloud cloud(int member) {
        return clouds.computeIfAbsent(
                member,
                m -> LatentCloud.of(
                        read(m, members.get(m).rows(), new double[0][]).mu(),
                        plan.shape().latent()));
    }

    @Override
    public void close() {
        networks.close();
    }
}
