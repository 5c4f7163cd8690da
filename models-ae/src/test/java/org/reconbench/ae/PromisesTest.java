package org.reconbench.ae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.random.RandomStreams;

/** What each paper promises, against the plain autoencoder of the same seed: equal initial weights and batches. */
class PromisesTest {
    private static final Matrix TRAIN = Fixtures.rows(300, false, 1);
    private static final Matrix FRESH = Fixtures.rows(100, false, 2);

    private static FittedCohort fit(Detector detector, Map<String, ?> own) {
        return Fixtures.fit(detector, TRAIN, 5, own);
    }

    /** The squared error against the clean rows of what a network makes of corrupted ones, mean over rows. */
    private static double cleaned(DenseNetwork network, boolean masked, double level) {
        RandomGenerator random = new RandomStreams(7).stream("corruption");
        double sum = 0;
        for (int i = 0; i < FRESH.rows(); i++) {
            double[] clean = FRESH.row(i);
            double[] corrupted = Arrays.stream(clean)
                    .map(v -> masked ? (random.nextDouble() < level ? 0 : v) : v + level * random.nextGaussian())
                    .toArray();
            double[] restored = network.reconstruct(corrupted);
            for (int j = 0; j < clean.length; j++) {
                sum += (restored[j] - clean[j]) * (restored[j] - clean[j]) / FRESH.rows();
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"gaussian, 0.1", "masking, 0.25"})
    void denoising_brings_corrupted_rows_closer_to_the_clean_ones(String corruption, double level) {
        // A code as wide as the rows: the plain network has no reason to lose the noise.
        Map<String, ?> wide = Map.of("latent", 8);
        Map<String, ?> own = Map.of("latent", 8, "corruption", corruption, "level", level);
        try (FittedCohort plain = fit(new Autoencoder(), wide);
                FittedCohort denoising = fit(new DenoisingAutoencoder(), own)) {
            boolean masked = corruption.equals("masking");
            double left = cleaned(Fixtures.network(plain, 8), masked, level);
            double less = cleaned(Fixtures.network(denoising, 8), masked, level);
            assertTrue(less < 0.7 * left, less + " against " + left);
        }
    }

    private static double absoluteCode(Detector detector, Map<String, ?> own) {
        try (FittedCohort cohort = fit(detector, own)) {
            DenseNetwork network = Fixtures.network(cohort, 4);
            double sum = 0;
            for (int i = 0; i < FRESH.rows(); i++) {
                sum += Arrays.stream(network.encode(FRESH.row(i)))
                        .map(Math::abs)
                        .sum();
            }
            return sum / FRESH.rows();
        }
    }

    @Test
    void codes_get_sparser_with_the_weight_of_l1() {
        double plain = absoluteCode(new Autoencoder(), Map.of("latent", 4));
        double light = absoluteCode(new SparseAutoencoder(), Map.of("latent", 4, "weight", 0.001));
        double heavy = absoluteCode(new SparseAutoencoder(), Map.of("latent", 4, "weight", 0.02));
        assertTrue(heavy < 0.7 * light && light < 0.9 * plain, heavy + " < " + light + " < " + plain);
    }

    private static double[] activations(FittedCohort cohort, int latent) {
        double[] means = new double[latent];
        DenseNetwork network = Fixtures.network(cohort, latent);
        for (int i = 0; i < TRAIN.rows(); i++) {
            double[] code = network.encode(TRAIN.row(i));
            for (int j = 0; j < latent; j++) {
                means[j] += 1 / (1 + Math.exp(-code[j])) / TRAIN.rows();
            }
        }
        return means;
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.2"})
    void mean_activations_reach_rho(double rho) {
        Map<String, ?> kl = Map.of("latent", 4, "penalty", "kl", "rho", rho, "weight", 1);
        Map<String, ?> none = Map.of("latent", 4, "penalty", "kl", "rho", rho, "weight", 0);
        try (FittedCohort sparse = fit(new SparseAutoencoder(), kl);
                FittedCohort free = fit(new SparseAutoencoder(), none)) {
            double[] reached = activations(sparse, 4);
            double[] without = activations(free, 4);
            for (double activation : reached) {
                assertEquals(rho, activation, 0.2 * rho);
            }
            assertTrue(Arrays.stream(without).anyMatch(a -> Math.abs(a - rho) > rho), Arrays.toString(without));
        }
    }

    @Test
    void the_kl_decoder_gets_activations_when_rows_are_scored_too() {
        Map<String, ?> kl = Map.of("latent", 2, "penalty", "kl", "rho", 0.3);
        try (FittedCohort cohort = fit(new SparseAutoencoder(), kl)) {
            double[] scores = Fixtures.recon(cohort, FRESH);
            double last = Fixtures.training(cohort, 0).reconNats() * 2;
            assertEquals(last, Fixtures.mean(scores), 0.3 * last);
        }
    }

    private static double jacobian(Detector detector, Map<String, ?> own) {
        try (FittedCohort cohort = fit(detector, own)) {
            return Fixtures.network(cohort, 3).squaredJacobian(FRESH);
        }
    }

    @Test
    void the_jacobian_shrinks_with_its_weight() {
        double plain = jacobian(new Autoencoder(), Map.of("latent", 3));
        double light = jacobian(new ContractiveAutoencoder(), Map.of("latent", 3, "weight", 0.001));
        double heavy = jacobian(new ContractiveAutoencoder(), Map.of("latent", 3, "weight", 0.05));
        assertTrue(heavy < 0.5 * light && light < 0.9 * plain, heavy + " < " + light + " < " + plain);
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-4", "3, 0.05"})
    void the_estimate_is_the_jacobian_s_squared_norm(int latent, double tolerance) {
        // A learning rate of almost 0 and one epoch of 300 rows: the curve's penalty is the estimate at the first
        // weights.
        Map<String, ?> still = Map.of("latent", latent, "lr", 1e-9, "epochs", 20, "weight", 1);
        try (FittedCohort cohort = fit(new ContractiveAutoencoder(), still)) {
            double exact = Fixtures.network(cohort, latent).squaredJacobian(TRAIN);
            List<Double> estimates = new ArrayList<>();
            for (double each : Fixtures.curve(cohort, 0).column("penalty")) {
                estimates.add(each);
            }
            double mean = estimates.stream().mapToDouble(e -> e).average().orElseThrow();
            assertEquals(exact, mean, tolerance * exact);
        }
    }

    /** Gross anomalies that lie close together, so that a network can learn them. */
    private static Matrix gross() {
        RandomGenerator random = new RandomStreams(9).stream("gross");
        double[] values = new double[30 * Fixtures.FEATURES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 2 == 0 ? 0.95 : 0.05) + 0.01 * random.nextGaussian();
        }
        return Matrix.wrap(30, Fixtures.FEATURES, values);
    }

    private record Contaminated(double auc, double error) {
        static Contaminated of(Detector detector, Map<String, ?> own) {
            Matrix train = Fixtures.stacked(Fixtures.rows(270, false, 1), gross());
            try (FittedCohort cohort = Fixtures.fit(detector, train, 5, own)) {
                double[] anomalous = Fixtures.recon(cohort, gross());
                return new Contaminated(
                        Fixtures.auc(Fixtures.recon(cohort, FRESH), anomalous), Fixtures.mean(anomalous));
            }
        }
    }

    @Test
    void gross_anomalies_among_the_train_rows_are_reconstructed_worse() {
        Contaminated plain = Contaminated.of(new Autoencoder(), Map.of());
        Contaminated trimmed = Contaminated.of(new RobustAutoencoder(), Map.of("trim", 0.2));
        Contaminated huber = Contaminated.of(new RobustAutoencoder(), Map.of("loss", "huber", "delta", 0.01));
        assertTrue(trimmed.auc > plain.auc + 0.2 && trimmed.error > 10 * plain.error, trimmed + " against " + plain);
        assertTrue(huber.auc > plain.auc + 0.1 && huber.error > 2 * plain.error, huber + " against " + plain);
    }

    private static double[] sizes(Detector detector, Map<String, ?> own) {
        try (FittedCohort cohort = fit(detector, own)) {
            return new double[] {
                Fixtures.mean(Fixtures.scores(cohort, 0, FRESH, "latent-norm")),
                Fixtures.network(cohort, 3).squaredDecoder()
            };
        }
    }

    private static Map<String, ?> weights(double code, double decoder) {
        return Map.of("latent", 3, "weight.code", code, "weight.decoder", decoder);
    }

    @Test
    void codes_and_decoder_weights_shrink_with_their_weights() {
        double[] plain = sizes(new Autoencoder(), Map.of("latent", 3));
        double[] light = sizes(new RegularizedAutoencoder(), weights(0.001, 0.0003));
        double[] heavy = sizes(new RegularizedAutoencoder(), weights(0.02, 0.003));
        for (int i = 0; i < 2; i++) {
            assertTrue(heavy[i] < 0.8 * light[i] && light[i] < 0.9 * plain[i], "measure " + i);
        }
    }
}
