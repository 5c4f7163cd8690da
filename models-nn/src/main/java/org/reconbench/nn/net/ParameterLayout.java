package org.reconbench.nn.net;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Where the numbers of K networks lie in one flat array: layer by layer, the weights and then the biases {@code [K, 1,
 * out]}. Rows of weights run along the wider side of the layer, {@code [K, in, out]} or, where it narrows, {@code [K, out,
 * in]}: products are slow where rows are short. Every width rounded up to a multiple of {@value #ALIGNMENT}.
 *
 * <p>The rounding puts every row of every product on a 16-byte boundary. Without it the bits of a product depend on where
 * its result lies: libtorch's product kernels for 5 to 11 columns sum in another order off such a boundary, so that a
 * member of 10 latent units would change with its place in the cohort. The added units are inert: their weights are 0
 * and so are their gradients, and added outputs have a bias of {@value #SHUT}, whose sigmoid is 0.
 *
 * @param layers the layers as they are
 * @param output which of them is the output
 * @param networks K
 */
public record ParameterLayout(List<LayerShape> layers, int output, int networks) {
    /** Widths are multiples of this. */
    public static final int ALIGNMENT = 4;

    private static final float SHUT = -1e30f;
    private static final int VECTOR = 64;

    /** Receives each number's place. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called for every number of a network in the plain order: layer by layer, weights {@code [in, out]}, biases.
         *
         * @param plain its index in that order
         * @param place its index in the flat array
         */
        void visit(int plain, int place);
    }

    /** Copies the layers. */
    public ParameterLayout {
        layers = List.copyOf(layers);
    }

    /** A width as it is laid out. */
    public static int aligned(int width) {
        return (width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** In and out of each layer as they are laid out. */
    public long[] widths() {
        return layers.stream()
                .flatMapToLong(layer -> LongStream.of(aligned(layer.in()), aligned(layer.out())))
                .toArray();
    }

    /** The length of the flat array. */
    public int size() {
        long size = 0;
        for (LayerShape layer : layers) {
            size += networks * (long) aligned(layer.out()) * (aligned(layer.in()) + 1);
        }
        return Math.toIntExact((size + VECTOR - 1) / VECTOR * VECTOR);
    }

    /** Shows the places of one network's numbers, the added ones left out. */
    public void visit(int network, Visitor visitor) {
        int plain = 0;
        int at = 0;
        for (LayerShape layer : layers) {
            int in = aligned(layer.in());
            int out = aligned(layer.out());
            for (int i = 0; i < layer.in(); i++) {
                for (int o = 0; o < layer.out(); o++) {
                    int within = out < in ? o * in + i : i * out + o;
                    visitor.visit(plain++, at + network * in * out + within);
                }
            }
            at += networks * in * out;
            for (int o = 0; o < layer.out(); o++) {
                visitor.visit(plain++, at + network * out + o);
            }
            at += networks * out;
        }
    }

    /**
     * An array of zeros, but for the biases of added outputs when these go through a sigmoid: those are shut, so that the
     * added outputs equal the zeros of the added columns. Without a sigmoid a zero does that by itself.
     */
    public float[] empty(boolean sigmoid) {
        float[] flat = new float[size()];
        if (!sigmoid) {
            return flat;
        }
        int real = layers.get(output).out();
        int out = aligned(real);
        int end = 0;
        for (LayerShape layer : layers.subList(0, output + 1)) {
            end += networks * aligned(layer.out()) * (aligned(layer.in()) + 1);
        }
        for (int k = 0; k < networks; k++) {
            for (int o = real; o < out; o++) {
                flat[end - (networks - k) * out + o] = SHUT;
            }
        }
        return flat;
    }
}
