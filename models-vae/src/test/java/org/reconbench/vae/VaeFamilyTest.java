package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;

class VaeFamilyTest {
    private static final DataProfile PROFILE = new DataProfile(300, 8, Scaling.MIN_MAX);
    private static final Map<String, ?> SHORT = Map.of("latent", 2, "epochs", 30, "batch", 32);

    private static Params with(Detector detector, Map<String, ?> more) {
        return Fits.params(detector, Fits.and(SHORT, more));
    }

    private static double[] scores(FittedCohort cohort, int member, Matrix rows) {
        return Fits.scores(cohort, member, rows, "recon");
    }

    @Test
    void service_loader_finds_the_family() {
        List<String> ids = ServiceLoader.load(Detector.class).stream()
                .map(provider -> provider.get().card().id())
                .toList();
        assertEquals(
                List.of(
                        "vae",
                        "beta-vae",
                        "beta-vae-warmup",
                        "vae-cyclical",
                        "vae-free-bits",
                        "vae-capacity",
                        "sigma-vae",
                        "gaussian-vae",
                        "beta-tc-vae",
                        "info-vae",
                        "wae-mmd",
                        "iwae",
                        "vamp-vae"),
                ids);
    }

    @Test
    void anomalies_off_the_curve_score_higher_with_a_light_kl() {
        Detector detector = new BetaVae();
        Member member =
                new Member(Fits.curveRows(300, false, 1), with(detector, Map.of("beta", 0.01, "epochs", 100)), 0);
        try (FittedCohort cohort = detector.fit(List.of(member), FitContext.of(PROFILE))) {
            double auc = Fits.auc(
                    scores(cohort, 0, Fits.curveRows(200, false, 2)), scores(cohort, 0, Fits.curveRows(200, true, 3)));
            assertTrue(auc > 0.98, "AUC-ROC " + auc);
        }
    }

    @Test
    void a_vae_is_a_beta_vae_of_beta_one_and_a_constant_warmup_is_none() {
        Matrix rows = Fits.curveRows(300, false, 1);
        Detector vae = new VariationalAutoencoder();
        Detector beta = new BetaVae();
        Detector warmup = new BetaVaeWarmup();
        Map<String, ?> none = Map.of("beta", 1, "warmup", Map.of("schedule", "constant"));
        try (FittedCohort a = vae.fit(List.of(new Member(rows, Fits.params(vae, SHORT), 4)), FitContext.of(PROFILE));
                FittedCohort b =
                        beta.fit(List.of(new Member(rows, with(beta, Map.of("beta", 1)), 4)), FitContext.of(PROFILE));
                FittedCohort c = warmup.fit(List.of(new Member(rows, with(warmup, none), 4)), FitContext.of(PROFILE))) {
            assertArrayEquals(scores(a, 0, rows), scores(b, 0, rows), 0);
            assertArrayEquals(scores(a, 0, rows), scores(c, 0, rows), 0);
        }
    }

    @Test
    void betas_and_warmups_share_a_cohort_and_keep_their_own_numbers() {
        Matrix rows = Fits.curveRows(300, false, 1);
        Detector detector = new BetaVaeWarmup();
        Params light = with(detector, Map.of("beta", 0.1, "warmup.schedule", "cosine"));
        Params heavy = with(detector, Map.of("beta", 10, "warmup.fraction", 0.2));
        assertEquals(detector.cohortKey(light, PROFILE), detector.cohortKey(heavy, PROFILE));
        List<Member> members = List.of(new Member(rows, light, 1), new Member(rows, heavy, 1));
        try (FittedCohort together = detector.fit(members, FitContext.of(PROFILE));
                FittedCohort alone = detector.fit(members.subList(1, 2), FitContext.of(PROFILE))) {
            assertEquals(alone.outcomes().get(0), together.outcomes().get(1));
            assertArrayEquals(scores(alone, 0, rows), scores(together, 1, rows), 0);
            assertEquals(0.1, Fits.training(together, 0).beta());
            assertEquals(5.0, Fits.training(together, 1).betaEffective());
        }
    }

    @Test
    void the_card_prints_the_objective_with_its_effective_beta() {
        assertTrue(new VariationalAutoencoder().card().objective().contains("1 * KL"));
        assertTrue(new BetaVae().card().objective().contains("beta / 2 (sse), beta * d / 2 (mse)"));
    }
}
