package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final NetworkScorer scorer;
    private final List<Double> variances = new ArrayList<>();
    private final List<FitOutcome> outcomes = new ArrayList<>();
    private final Map<Integer, LatentCloud> clouds = new HashMap<>();

    TrainedCohort(TrainingPlan plan, List<Trainee> members, Networks networks, List<History> histories) {
        this.plan = plan;
        this.members = members;
        this.networks = networks;
        scorer = new NetworkScorer(plan, members, networks);
        for (int k = 0; k < members.size(); k++) {
            variances.add(histories.get(k).variance());
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
        Reading reading = scorer.read(member, members.get(member).rows(), variances.get(member));
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
        check(member, rows);
        double variance = variances.get(member);
        return scorer.score(
                member, rows, scores, variance, () -> clouds.computeIfAbsent(member, m -> scorer.cloud(m, variance)));
    }

    private void check(int member, Matrix rows) {
        if (!(outcomes.get(member) instanceof FitOutcome.Fitted)) {
            throw new IllegalArgumentException("member " + member + " was not fitted: " + outcomes.get(member));
        }
        if (rows.columns() != plan.shape().features()) {
            throw new IllegalArgumentException("rows have " + rows.columns() + " columns, the network takes "
                    + plan.shape().features());
        }
    }

    @Override
    public Optional<Matrix> residuals(int member, Matrix rows) {
        check(member, rows);
        return Optional.of(scorer.residuals(member, rows));
    }

    /** The first head's values, as the latent scores read them: of a code that is squashed, those before. */
    @Override
    public Optional<Matrix> codes(int member, Matrix rows) {
        check(member, rows);
        float[] mu = scorer.read(member, rows, variances.get(member)).mu();
        double[] wide = new double[mu.length];
        for (int i = 0; i < mu.length; i++) {
            wide[i] = mu[i];
        }
        return Optional.of(Matrix.wrap(rows.rows(), plan.shape().latent(), wide));
    }

    @Override
    public void close() {
        networks.close();
    }
}
