package org.reconbench.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.FittedCohort;

class VaeCyclicalTest {
    private static double[] weights(Cyclical schedule, int epochs) {
        return IntStream.range(0, epochs)
                .mapToDouble(epoch -> schedule.weight(epoch, epochs))
                .toArray();
    }

    @Test
    void the_weight_climbs_over_the_ramp_of_each_cycle_and_then_rests() {
        assertArrayEquals(
                new double[] {0, 1, 2, 3, 4, 4, 4, 4, 0, 1, 2, 3, 4, 4, 4, 4}, weights(new Cyclical(4, 2, 0.5), 16));
        assertArrayEquals(new double[] {0, 2, 4, 4, 0, 2, 4, 4}, weights(new Cyclical(4, 2, 0.5), 8));
    }

    @Test
    void cycles_of_broken_length_start_in_turn() {
        double[] weights = weights(new Cyclical(1, 3, 1), 10);
        assertEquals(
                3,
                IntStream.range(0, 10)
                        .filter(i -> i == 0 || weights[i] < weights[i - 1])
                        .count());
        assertEquals(0, weights[0]);
    }

    @Test
    void the_last_epoch_weighs_the_target_even_where_a_cycle_is_cut_short() {
        assertArrayEquals(new double[] {0, 4}, weights(new Cyclical(4, 4, 0.5), 2));
        assertEquals(4, new Cyclical(4, 1, 1).weight(9, 10));
        assertEquals(4, new Cyclical(4, 50, 0.5).weight(0, 1));
    }

    @Test
    void no_ramp_is_the_target_throughout() {
        assertArrayEquals(new double[] {3, 3, 3, 3, 3}, weights(new Cyclical(3, 2, 0), 5));
        assertTrue(new Cyclical(3, 2, 0).constantOver(5));
    }

    @Test
    void values_out_of_range_are_named() {
        assertThrows(IllegalArgumentException.class, () -> new Cyclical(-1, 4, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Cyclical(1, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Cyclical(1, 4, Double.NaN));
    }

    @Test
    void the_kl_falls_while_it_weighs_and_rises_when_a_cycle_begins() {
        Matrix rows = Fits.factorRows(300, 8, 2, 1, 0.3);
        Map<String, ?> given =
                Map.of("hidden", List.of(16), "latent", 2, "epochs", 40, "batch", 32, "lr", 0.005, "cycles", 2);
        try (FittedCohort cohort = Fits.fit(new VaeCyclical(), rows, Scaling.Z_SCORE, given)) {
            double[] beta = Fits.curve(cohort, 0, "beta");
            double[] kl = Fits.curve(cohort, 0, "kl");
            assertEquals(0, beta[20]);
            assertEquals(4, beta[19]);
            assertEquals(4, beta[39]);
            assertTrue(kl[19] < kl[5] / 1.5, "KL " + kl[5] + " to " + kl[19] + " in the first cycle");
            assertTrue(kl[22] > kl[19] * 1.5, "KL " + kl[19] + " to " + kl[22] + " as the second begins");
            assertTrue(kl[39] < kl[25] / 1.2, "KL " + kl[25] + " to " + kl[39] + " in the second cycle");
            assertNull(Fits.training(cohort, 0).convergedEpoch());
        }
    }

    @Test
    void without_a_ramp_it_is_a_beta_vae_to_the_bit() {
        Matrix rows = Fits.curveRows(100, false, 1);
        Map<String, ?> given = Map.of("latent", 2, "epochs", 3, "beta", 0.5);
        try (FittedCohort plain = Fits.fit(new BetaVae(), rows, Scaling.MIN_MAX, given);
                FittedCohort cyclical =
                        Fits.fit(new VaeCyclical(), rows, Scaling.MIN_MAX, Fits.and(given, Map.of("ramp", 0)))) {
            assertEquals(plain.outcomes(), cyclical.outcomes());
        }
    }
}
