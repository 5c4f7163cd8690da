package org.reconbench.data.numpy;

/**
 * The natural logarithm as glibc rounds it, from 2.28 on, on a processor with fused multiply-add: what NumPy calls on
 * Linux.
 *
 * <p>Java's own logarithms round another way for one argument in fourteen ({@code StrictMath}) or in a thousand ({@code
 * Math}, and that one differs between machines), and a correctly rounded logarithm differs from glibc's for one in two
 * thousand; equal draws need this one. Error below 0.52 units in the last place.
 *
 * <p>Method (P. T. P. Tang, Table-driven implementation of the logarithm function, ACM TOMS 16(4), 1990): {@code x = 2^k
 * z}, {@code log x = k log 2 + log c + log1p(z / c - 1)} with c from {@link GnuLogTable} and a polynomial of degree 6;
 * near 1 a polynomial of degree 12 without a table. The order of operations and the places of the fused ones matter to
 * the last bit and are glibc's.
 */
final class GnuLog {
    private static final long NEAR_ONE_FROM = Double.doubleToRawLongBits(1.0 - 0x1p-4);
    private static final long NEAR_ONE_TO = Double.doubleToRawLongBits(1.0 + 0x1.09p-4);
    /** The bits of 0.6875, where the parts begin. */
    private static final long PARTS_FROM = 0x3FE6000000000000L;

    private static final long EXPONENT = 0xFFF0000000000000L;
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;
    /** Of log1p(r) from r^2 on. */
    private static final double[] A = {
        -0x1.0000000000001p-1, 0x1.555555551305bp-2, -0x1.fffffffeb459p-3, 0x1.999b324f10111p-3, -0x1.55575e506c89fp-3
    };
    /** The same for the neighbourhood of 1. */
    private static final double[] B = {
        -0x1p-1,
        0x1.5555555555577p-2,
        -0x1.ffffffffffdcbp-3,
        0x1.999999995dd0cp-3,
        -0x1.55555556745a7p-3,
        0x1.24924a344de3p-3,
        -0x1.fffffa4423d65p-4,
        0x1.c7184282ad6cap-4,
        -0x1.999eb43b068ffp-4,
        0x1.78182f7afd085p-4,
        -0x1.5521375d145cdp-4
    };

    private GnuLog() {}

    /**
     * The logarithm of a normal positive number.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("x = " + x + ": must be positive, finite and not subnormal");
        }
        long bits = Double.doubleToRawLongBits(x);
        return bits >= NEAR_ONE_FROM && bits < NEAR_ONE_TO ? nearOne(x - 1.0) : byTable(bits);
    }

    private static double byTable(long bits) {
        long offset = bits - PARTS_FROM;
        int part = (int) (offset >>> 45) & 127;
        double k = offset >> 52;
        double z = Double.longBitsToDouble(bits - (offset & EXPONENT));
        double r = Math.fma(z, GnuLogTable.reciprocal(part), -1.0);
        double w = Math.fma(k, LN2_HIGH, GnuLogTable.logarithm(part));
        double high = r + w;
        double low = Math.fma(k, LN2_LOW, w - high + r);
        double r2 = r * r;
        low = Math.fma(r2, A[0], low);
        double rest = Math.fma(Math.fma(r, A[4], A[3]), r2, Math.fma(r, A[2], A[1]));
        return Math.fma(r * r2, rest, low) + high;
    }

    /** log1p(r); the square is split so that its leading part is exact. */
    private static double nearOne(double r) {
        if (r == 0) {
            return 0;
        }
        double r2 = r * r;
        double r3 = r * r2;
        double first = Math.fma(r2, B[3], Math.fma(r, B[2], B[1]));
        double second = Math.fma(r2, B[6], Math.fma(r, B[5], B[4]));
        double third = Math.fma(r3, B[10], Math.fma(r2, B[9], Math.fma(r, B[8], B[7])));
        double rest = Math.fma(Math.fma(third, r3, second), r3, first);
        double rHigh = Math.fma(-0x1p27, r, Math.fma(r, 0x1p27, r));
        double rLow = r - rHigh;
        double square = rHigh * rHigh;
        double high = Math.fma(square, B[0], r);
        double low = Math.fma(square, B[0], r - high);
        low = Math.fma(B[0] * rLow, r + rHigh, low);
        return high + Math.fma(rest, r3, low);
    }
}
