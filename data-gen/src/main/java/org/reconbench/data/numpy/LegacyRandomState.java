package org.reconbench.data.numpy;

import java.util.Arrays;

/**
 * NumPy's {@code RandomState(seed)}, the legacy generator that scikit-learn draws from: MT19937 with the distributions
 * that NumPy has frozen since version 1.17. Equal to NumPy 1.24.2 to the bit, call for call.
 *
 * <p>M. Matsumoto, T. Nishimura: Mersenne Twister, ACM TOMACS 8(1), 1998. Normals: G. Marsaglia's polar method, the
 * second value of a pair kept for the next call. Integers: masked rejection.
 *
 * <p>Differs from NumPy in this alone: only whole-number seeds are taken. Not thread-safe.
 */
public final class LegacyRandomState {
    /** The greatest seed, 2^32 - 1. */
    public static final long MAX_SEED = 0xFFFFFFFFL;

    private static final long UINT32 = 0xFFFFFFFFL;

    private final MersenneTwister bits;
    private double keptNormal = Double.NaN;

    /**
     * The generator at the start of a seed's stream.
     *
     * @throws IllegalArgumentException if the seed is not in 0 to {@link #MAX_SEED}
     */
    public LegacyRandomState(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("seed = " + seed + ": must be from 0 to " + MAX_SEED);
        }
        bits = new MersenneTwister((int) seed);
    }

    /** {@code random_sample()}: uniform on [0, 1) with 53 bits. */
    public double randomSample() {
        int high = bits.next() >>> 5;
        int low = bits.next() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** {@code standard_normal()}. */
    public double standardNormal() {
        if (!Double.isNaN(keptNormal)) {
            double kept = keptNormal;
            keptNormal = Double.NaN;
            return kept;
        }
        double x1;
        double x2;
        double squared;
        do {
            x1 = 2.0 * randomSample() - 1.0;
            x2 = 2.0 * randomSample() - 1.0;
            squared = x1 * x1 + x2 * x2;
        } while (squared >= 1.0 || squared == 0.0);
        double factor = Math.sqrt(-2.0 * GnuLog.log(squared) / squared);
        keptNormal = factor * x1;
        return factor * x2;
    }

    /** {@code normal(mean, deviation)}. */
    public double normal(double mean, double deviation) {
        return mean + deviation * standardNormal();
    }

    /** {@code normal(mean, deviation, count)}. */
    public double[] normal(double mean, double deviation, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = normal(mean, deviation);
        }
        return values;
    }

    /** {@code uniform(low, high)}. */
    public double uniform(double low, double high) {
        return low + (high - low) * randomSample();
    }

    /**
     * {@code randint(low, high)}: uniform on the whole numbers from low, inclusive, to high, exclusive.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long randint(long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException("low = " + low + ": must be less than high = " + high);
        }
        long range = high - 1 - low;
        return low + (range == UINT32 ? Integer.toUnsignedLong(bits.next()) : upTo(range));
    }

    /** {@code permutation(n)}: the numbers 0 to n - 1 in random order. */
    public int[] permutation(int n) {
        int[] numbers = new int[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
        }
        shuffle(numbers);
        return numbers;
    }

    /** {@code permutation(values)}: a copy in random order. */
    public int[] permutation(int[] values) {
        int[] copy = values.clone();
        shuffle(copy);
        return copy;
    }

    /** {@code shuffle(values)}, in place. Rows and lists are shuffled by the same swaps. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) upTo(i);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }

    /**
     * {@code choice(n, count, replace=False)}: distinct numbers of 0 to n - 1.
     *
     * @throws IllegalArgumentException if there are fewer than count
     */
    public int[] choiceWithoutReplacement(int n, int count) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("count = " + count + ": must be from 0 to n = " + n);
        }
        return Arrays.copyOf(permutation(n), count);
    }

    /** {@code choice(n, count)}: numbers of 0 to n - 1, with replacement. */
    public int[] choice(int n, int count) {
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = (int) randint(0, n);
        }
        return chosen;
    }

    /** Uniform on 0 to max, inclusive: draws of just enough bits until one is not above it. 2^64 - 1 is -1. */
    private long upTo(long max) {
        if (max == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(max);
        boolean narrow = Long.compareUnsigned(max, UINT32) <= 0;
        long value;
        do {
            value = (narrow ? Integer.toUnsignedLong(bits.next()) : bits.nextLong()) & mask;
        } while (Long.compareUnsigned(value, max) > 0);
        return value;
    }
}
