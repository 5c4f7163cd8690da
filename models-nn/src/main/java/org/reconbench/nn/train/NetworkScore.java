package org.reconbench.nn.train;

import java.util.Arrays;
import java.util.List;
import org.reconbench.core.detector.ScoreCard;

/** The scores that a trained network gives; higher is more anomalous. */
public enum NetworkScore {
    /** The squared reconstruction error at the mean code. */
    RECON("recon", "sum_d (x - xhat(mu))^2"),
    /** The squared reconstruction error, mean over draws of the code. */
    RECON_MC("recon-mc", "mean over 16 draws z ~ q(z|x) of sum_d (x - xhat(z))^2, draws shared by all rows"),
    /** The reconstruction probability of An and Cho (2015), negated, in nats. */
    RECON_PROBABILITY(
            "recon-probability",
            "-E log p(x|z) over 16 draws, p Gaussian of variance 1/2 (sse), d/2 (mse), sigma^2 (gaussian) or as learned"),
    /** The negative evidence lower bound at beta = 1. */
    ELBO("elbo", "-E log p(x|z) + KL, at beta = 1 whatever was trained"),
    /** The KL divergence of the row's code from the prior. */
    KL("kl", "-1/2 sum_j (1 + logvar_j - mu_j^2 - exp(logvar_j))"),
    /** The squared length of the row's mean code. */
    LATENT_NORM("latent-norm", "sum_j mu_j^2"),
    /** How far the row's mean code lies from those of the train rows. */
    LATENT_MAHALANOBIS(
            "latent-mahalanobis",
            "(mu - m)^T (S + 1e-6 tr(S)/latent I)^-1 (mu - m); m, S: mean, covariance of train mu");

    /** Scores of a network with a deterministic code, the primary one first. */
    public static final List<ScoreCard> DETERMINISTIC = cards(RECON, LATENT_NORM, LATENT_MAHALANOBIS);

    /** Scores of a network with a Gaussian code, the primary one first. */
    public static final List<ScoreCard> VARIATIONAL = cards(values());

    /** Draws of the code behind a sampled score. */
    static final int DRAWS = 16;

    private final String id;
    private final String formula;

    NetworkScore(String id, String formula) {
        this.id = id;
        this.formula = formula;
    }

    private static List<ScoreCard> cards(NetworkScore... scores) {
        return Arrays.stream(scores).map(NetworkScore::card).toList();
    }

    /** Its id and formula. */
    public ScoreCard card() {
        return new ScoreCard(id, formula);
    }

    boolean sampled() {
        return this == RECON_MC || this == RECON_PROBABILITY || this == ELBO;
    }

    boolean needsVariance() {
        return sampled() || this == KL;
    }

    /**
     * The score of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    static NetworkScore of(String id) {
        return Arrays.stream(values())
                .filter(score -> score.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no score '" + id + "'"));
    }
}
