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
import org.reconbench.core.detector.ScoreCard;

/** Trained networks, ready to score. Not thread-safe. */
public final class TrainedCohort implements FittedCohort {
    /** KL of a row's code, for networks with a Gaussian code. */
    public static final ScoreCard KL = new ScoreCard("kl", "-1/2 sum_j (1 + logvar_j - mu_j^2 - exp(logvar_j))");

    /** Squared length of a row's mean code. */
    public static final ScoreCard LATENT_NORM = new ScoreCard("latent-norm", "sum_j mu_j^2");

    private static final int MU = 0;
    private static final int LOGVAR = 1;

    private final TrainingPlan plan;
    private final Networks networks;
    private final List<FitOutcome> outcomes = new ArrayList<>();

    TrainedCohort(TrainingPlan plan, List<Trainee> members, Networks networks, List<History> histories) {
        this.plan = plan;
        this.networks = networks;
        for (int k = 0; k < members.size(); k++) {
            outcomes.add(outcome(k, members.get(k).rows(), histories.get(k)));
        }
    }

    private FitOutcome outcome(int member, Matrix rows, History history) {
        if (history.divergedAt() > 0) {
            return new FitOutcome.Diverged(
                    history.divergedAt(),
                    "the loss left the finite numbers in epoch " + history.divergedAt() + " of " + plan.epochs()
                            + " (lr = " + plan.learningRate() + ")");
        }
        return new FitOutcome.Fitted(history.summary(), history.curve(), diagnose(member, rows, history));
    }

    private @Nullable LatentDiagnostics diagnose(int member, Matrix rows, History history) {
        if (!gaussian()) {
            return null;
        }
        Networks.Reading reading = networks.read(member, rows);
        return LatentReadings.diagnose(
                reading.head(MU), reading.head(LOGVAR), plan.shape().latent(), history.latentShare());
    }

    private boolean gaussian() {
        return plan.shape().heads().contains("logvar");
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
        Networks.Reading reading = networks.read(member, rows);
        Map<String, double[]> results = new LinkedHashMap<>();
        for (String score : scores) {
            results.put(score, values(score, reading));
        }
        return results;
    }

    private double[] values(String score, Networks.Reading reading) {
        int latent = plan.shape().latent();
        float[] mu = reading.head(MU);
        if (score.equals(ScoreCard.RECON.id())) {
            return reading.errors();
        } else if (score.equals(LATENT_NORM.id())) {
            return LatentReadings.squaredNorms(mu, latent);
        } else if (score.equals(KL.id()) && gaussian()) {
            return LatentReadings.kl(mu, reading.head(LOGVAR), latent);
        }
        throw new IllegalArgumentException("no score '" + score + "'");
    }

    @Override
    public void close() {
        networks.close();
    }
}
