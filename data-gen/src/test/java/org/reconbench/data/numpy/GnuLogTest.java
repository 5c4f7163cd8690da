package org.reconbench.data.numpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.Sha256;

class GnuLogTest {

    /**
     * The digest is of math.log over the same million arguments, in Python 3.11 with glibc 2.36 on x86-64 with FMA:
     * u = ((s >> 11) | 1) / 2^53 from the linear congruential generator below, every second one moved to [0.85, 1.15).
     */
    @Test
    void a_million_logarithms_are_glibcs() {
        double[] logs = new double[1_000_000];
        long s = 12345;
        for (int i = 0; i < logs.length; i++) {
            s = s * 6364136223846793005L + 1442695040888963407L;
            double u = ((s >>> 11) | 1) / 9007199254740992.0;
            logs[i] = GnuLog.log(i % 2 == 1 ? u * 0.3 + 0.85 : u);
        }
        assertEquals(
                "09d0e073e4f55594ad4428b082267812b59d3a26e910775702e836f68090c939",
                new Sha256().add(logs).hex());
    }

    /** Arguments where glibc's result is not the correctly rounded one, and Java's are not glibc's. */
    @Test
    void it_rounds_as_glibc_where_others_do_not() {
        assertEquals(-0x1.13c3489e5a105p0, GnuLog.log(0x1.5cb8ac50d3660p-2));
        assertEquals(-0x1.af829b3045bb8p-2, GnuLog.log(0x1.4ff03e62bdac2p-1));
        assertEquals(-0x1.1a93a7e328735p-4, GnuLog.log(0x1.ddde67a767634p-1));
        SplittableRandom random = new SplittableRandom(3);
        long different = random.doubles(10_000)
                .filter(x -> StrictMath.log(x) != GnuLog.log(x))
                .count();
        assertNotEquals(0, different);
    }

    @Test
    void it_is_a_logarithm_over_the_whole_range() {
        assertEquals(0.0, GnuLog.log(1.0));
        for (double x = 0x1p-1000; x < 0x1p1000; x *= 1.37) {
            double expected = StrictMath.log(x);
            assertTrue(Math.abs(GnuLog.log(x) - expected) <= 2 * Math.ulp(expected), () -> "wrong by over 2 ulp");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void other_arguments_are_refused(double x) {
        assertThrows(IllegalArgumentException.class, () -> GnuLog.log(x));
    }
}
