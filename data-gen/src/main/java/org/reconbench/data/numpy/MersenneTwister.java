package org.reconbench.data.numpy;

/** MT19937: 32 random bits a call, period 2^19937 - 1 (Matsumoto and Nishimura 1998, seeded as in their 2002 edition). */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;
    private static final int MATRIX = 0x9908B0DF;

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    MersenneTwister(int seed) {
        int word = seed;
        for (int i = 0; i < SIZE; i++) {
            state[i] = word;
            word = 1812433253 * (word ^ (word >>> 30)) + i + 1;
        }
    }

    int next() {
        if (at == SIZE) {
            twist();
            at = 0;
        }
        int word = state[at++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >>> 18);
    }

    /** 64 bits: the first draw is the upper half. */
    long nextLong() {
        long high = Integer.toUnsignedLong(next());
        return high << 32 | Integer.toUnsignedLong(next());
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int mixed = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : MATRIX);
        }
    }
}
