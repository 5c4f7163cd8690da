package org.reconbench.nn.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.reconbench.core.data.Matrix;

/** Scores rows by the networks of a cohort, trained or on their way. Nothing that it draws or reads changes training. */
final class NetworkScorer {
    private final TrainingPlan plan;
    private final List<Trainee> members;
    private final NetworkReader reader;

    NetworkScorer(TrainingPlan plan, List<Trainee> members, Networks networks) {
        this.plan = plan;
        this.members = members;
        reader = new NetworkReader(networks, plan.shape());
    }

    /** What a member's network says of rows, nothing drawn. */
    Reading read(int member, Matrix rows, double variance) {
        return reader.read(member, rows, new double[0][], variance);
    }

    /** What a member's network leaves of rows. */
    Matrix residuals(int member, Matrix rows) {
        return reader.residuals(member, rows);
    }

    /** Where a member's train rows lie in its latent space. */
    LatentCloud cloud(int member, double variance) {
        return LatentCloud.of(
                read(member, members.get(member).rows(), variance).mu(),
                plan.shape().latent());
    }

    /**
     * Scores rows.
     *
     * @param variance of the output, see {@link org.reconbench.nn.objective.Objective#variance}
     * @param cloud asked for if a score needs it
     * @return one value a row by score id
     * @throws IllegalArgumentException if a score is unknown or needs a variance that the code has not
     */
    Map<String, double[]> score(
            int member, Matrix rows, Iterable<String> scores, double variance, Supplier<LatentCloud> cloud) {
        Map<String, NetworkScore> asked = new LinkedHashMap<>();
        scores.forEach(id -> asked.put(id, named(id)));
        boolean sampled = asked.values().stream().anyMatch(NetworkScore::sampled);
        Reading reading = reader.read(member, rows, sampled ? draws(member) : new double[0][], variance);
        Map<String, double[]> results = new LinkedHashMap<>();
        asked.forEach((id, score) -> results.put(id, values(score, reading, cloud)));
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

    /** The draws of sampled scores: a member's own, and the same in every call. */
    private double[][] draws(int member) {
        Ziggurat normal = new Ziggurat(members.get(member).streams().stream("score"));
        double[][] draws = new double[NetworkScore.DRAWS][plan.shape().latent()];
        for (double[] draw : draws) {
            normal.fill(draw, draw.length);
        }
        return draws;
    }

    private double[] values(NetworkScore score, Reading reading, Supplier<LatentCloud> cloud) {
        int latent = plan.shape().latent();
        int features = plan.shape().features();
        return switch (score) {
            case RECON -> reading.errors();
            case RECON_MC -> reading.sampled();
            case RECON_PROBABILITY -> LatentReadings.surprise(reading, features);
            case ELBO -> LatentReadings.bound(reading, features, latent);
            case KL -> LatentReadings.kl(reading, latent);
            case LATENT_NORM -> LatentReadings.squaredNorms(reading.mu(), latent);
            case LATENT_MAHALANOBIS -> cloud.get().distances(reading.mu());
        };
    }
}
