package org.reconbench.nn.train;

import java.util.random.RandomGenerator;

/**
 * Draws from N(0, 1), two for each 64 random bits, by a ziggurat of 128 layers (Marsaglia and Tsang 2000).
 *
 * <p>Differs from the paper: the layer and the place in it come from different bits, 7 and 25 of 32, as Doornik (2005)
 * asks; in the paper they share bits and are correlated. A draw inside a layer is a multiple of the layer's width over
 * 2^24, as fine as a float. Outside, about once in fifty draws, further numbers of the same generator decide. Not thread-safe.
 */
final class Ziggurat {
    private static final int LAYERS = 128;
    private static final double TAIL = 3.442619855899;
    private static final double AREA = 9.91256303526217e-3;
    private static final double STEPS = 1 << 24;

    private static final Table TABLE = table();

    private final RandomGenerator random;

    /**
     * The layers, widest first but one: layer 0 is the base with the tail.
     *
     * @param inside places nearer to 0 than this, in steps, are below the curve whatever the height
     * @param step width of a step
     * @param height of the curve at the layer's right edge
     */
    @SuppressWarnings("ArrayRecordComponent") // read here only, never changed
    private record Table(int[] inside, double[] step, double[] height) {}

    /** Draws from that generator. */
    Ziggurat(RandomGenerator random) {
        this.random = random;
    }

    private static Table table() {
        Table table = new Table(new int[LAYERS], new double[LAYERS], new double[LAYERS]);
        double edge = TAIL;
        double base = AREA / curve(TAIL);
        table.inside[0] = (int) (TAIL / base * STEPS);
        table.step[0] = base / STEPS;
        table.height[0] = 1;
        table.step[LAYERS - 1] = TAIL / STEPS;
        table.height[LAYERS - 1] = curve(TAIL);
        for (int i = LAYERS - 2; i >= 1; i--) {
            double next = Math.sqrt(-2 * Math.log(AREA / edge + curve(edge)));
            table.inside[i + 1] = (int) (next / edge * STEPS);
            table.step[i] = next / STEPS;
            table.height[i] = curve(next);
            edge = next;
        }
        return table; // inside[1] stays 0: the topmost layer has no such part
    }

    private static double curve(double x) {
        return Math.exp(-0.5 * x * x);
    }

    /** Fills the first numbers of an array; each call takes whole pairs, the second of a last odd one is dropped. */
    void fill(double[] target, int count) {
        for (int i = 0; i < count; i += 2) {
            long bits = random.nextLong();
            target[i] = draw((int) bits);
            if (i + 1 < count) {
                target[i + 1] = draw((int) (bits >>> 32));
            }
        }
    }

    /** The same numbers rounded to single precision. */
    void fill(float[] target, int count) {
        for (int i = 0; i < count; i += 2) {
            long bits = random.nextLong();
            target[i] = (float) draw((int) bits);
            if (i + 1 < count) {
                target[i + 1] = (float) draw((int) (bits >>> 32));
            }
        }
    }

    private double draw(int bits) {
        int layer = bits & (LAYERS - 1);
        int place = bits >> 7;
        double x = place * TABLE.step[layer];
        return Math.abs(place) < TABLE.inside[layer] ? x : outside(layer, x);
    }

    /** Decides on a draw that is not inside its layer, and draws anew until one stays. */
    private double outside(int layer, double x) {
        if (layer == 0) {
            return Math.copySign(tail(), x);
        }
        double low = TABLE.height[layer];
        double high = layer == 1 ? 1 : TABLE.height[layer - 1];
        if (low + random.nextDouble() * (high - low) < curve(x)) {
            return x;
        }
        return draw((int) random.nextLong());
    }

    /** Beyond the base layer (Marsaglia 1964). */
    private double tail() {
        while (true) {
            double x = -Math.log(1 - random.nextDouble()) / TAIL;
            double y = -Math.log(1 - random.nextDouble());
            if (y + y > x * x) {
                return TAIL + x;
            }
        }
    }
}
