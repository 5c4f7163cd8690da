package org.reconbench.nn.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.reconbench.nn.objective.Reconstruction.Kind;
import org.reconbench.nn.objective.Reconstruction.Output;

class ReconstructionTest {
    private static Reconstruction of(Kind kind, double sigma) {
        return new Reconstruction(kind, sigma, Output.SIGMOID);
    }

    /** Of beta = 4 on 20 features. */
    private static double effectiveBeta(Reconstruction reconstruction) {
        return new HandDerived(reconstruction, new GaussianCode()).effectiveBeta(4, 20, Double.NaN);
    }

    @Test
    void effective_beta_is_the_weight_against_half_the_squared_error() {
        assertEquals(2, effectiveBeta(of(Kind.SSE, 1)));
        assertEquals(40, effectiveBeta(of(Kind.MSE, 1)), 1e-12);
        assertEquals(4, effectiveBeta(of(Kind.GAUSSIAN, 1)));
        assertEquals(1, effectiveBeta(of(Kind.GAUSSIAN, 0.5)));
    }

    @Test
    void only_the_gaussian_has_a_constant() {
        assertEquals(20 * Math.log(0.5), of(Kind.GAUSSIAN, 0.5).constant(20));
        assertEquals(0, of(Kind.SSE, 0.5).constant(20));
    }

    @Test
    void refuses_a_sigma_of_zero() {
        assertThrows(IllegalArgumentException.class, () -> of(Kind.GAUSSIAN, 0));
    }
}
